import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/**
 * A small piece of page state in the URL, such as the open drawer (`?edit=01J…`): it survives a reload, a shared link
 * and a sign-in in between.
 */
export function useUrlValue(name: string): [string | null, (value: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (value: string | null) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          if (value === null) {
            next.delete(name);
          } else {
            next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [name, setParams],
  );
  return [params.get(name), set];
}
