import { useEffect, type RefObject } from 'react';

/**
 * What scrolls sideways must be reachable by keyboard, also where a row holds nothing to focus. Observed rather than
 * asked for: a question for widths in an effect has the whole page laid out at once.
 */
export function useReachable(box: RefObject<HTMLElement | null>, within = ':scope'): void {
  useEffect(() => {
    const scroller =
      within === ':scope' ? box.current : box.current?.querySelector<HTMLElement>(within);
    if (!scroller) {
      return undefined;
    }
    const observer = new ResizeObserver(() => {
      scroller.tabIndex = scroller.scrollWidth > scroller.clientWidth ? 0 : -1;
    });
    observer.observe(scroller);
    for (const child of scroller.children) {
      observer.observe(child);
    }
    return () => observer.disconnect();
  });
}
