import { useEffect, useState } from 'react';

/** Who works by keyboard goes on where the drawer was opened from: a drawer that is taken away does not see to it. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) {
          opener.focus();
        }
      });
    },
    [opener],
  );
}
