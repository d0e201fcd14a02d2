import { useEffect, useState } from 'react';

const LATE_AFTER_MS = 300;

/** True once something has been going on for so long that a person would wonder. */
export function useLate(isGoingOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isGoingOn) {
      setLate(false);
      return undefined;
    }
    const timer = window.setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [isGoingOn]);
  return isLate;
}
