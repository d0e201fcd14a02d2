import { useEffect, useRef } from 'react';

export type ReviewKey = 'next' | 'previous' | 'accept' | 'return' | 'hold' | 'cut';

const KEYS: Readonly<Record<string, ReviewKey>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'accept',
  r: 'return',
  h: 'hold',
  c: 'cut',
};

/** Keys belong to whoever is typing, choosing from a list, or answering a question. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const isTyping = target.closest(
    'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"]',
  );
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    event.isComposing ||
    event.defaultPrevented ||
    isTyping !== null ||
    [...document.querySelectorAll('[role="dialog"]')].some((box) => box.getClientRects().length > 0)
  );
}

/** One hand on the keyboard while the eyes are on the evidence. */
export function useReviewKeys(isOn: boolean, onKey: (key: ReviewKey) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    if (!isOn) {
      return undefined;
    }
    const listen = (event: KeyboardEvent): void => {
      const key = KEYS[event.key];
      if (key && !isTaken(event)) {
        event.preventDefault();
        latest.current(key);
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn]);
}
