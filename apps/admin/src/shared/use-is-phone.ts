import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 767px)');
// Kept: whenever the query itself is asked, the browser first works out the styles of the whole page.
let isPhone = query.matches;
const listeners = new Set<() => void>();

query.addEventListener('change', () => {
  isPhone = query.matches;
  listeners.forEach((listener) => listener());
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => isPhone);
