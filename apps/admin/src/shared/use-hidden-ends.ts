import { useEffect, useState, type RefObject } from 'react';

interface HiddenEnds {
  readonly start: boolean;
  readonly end: boolean;
}

/** Less than this is rounding, not something out of sight. */
const SLACK_PX = 4;

/** What slides sideways: does something stand out of sight before its first or behind its last visible part? */
export function useHiddenEnds(row: RefObject<HTMLElement | null>): HiddenEnds {
  const [ends, setEnds] = useState<HiddenEnds>({ start: false, end: false });
  useEffect(() => {
    const element = row.current;
    if (!element) {
      return undefined;
    }
    const measure = (): void => {
      const { scrollLeft, clientWidth, scrollWidth } = element;
      const start = scrollLeft > SLACK_PX;
      const end = scrollLeft + clientWidth < scrollWidth - SLACK_PX;
      setEnds((now) => (now.start === start && now.end === end ? now : { start, end }));
    };
    // The row grows with its words as well as with the screen. Observing tells the first measure too, once the
    // page is laid out: to ask here would have it laid out twice.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) {
      observer.observe(child);
    }
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [row]);
  return ends;
}
