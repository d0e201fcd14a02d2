const PART = 'yb-print-part';
const THIS = 'yb-print-this';

/** Prints one part of a page under the page's heading, not the whole record around it. */
export function printPart(part: HTMLElement | null): void {
  const root = document.documentElement;
  part?.classList.add(THIS);
  root.classList.add(PART);
  window.addEventListener(
    'afterprint',
    () => {
      part?.classList.remove(THIS);
      root.classList.remove(PART);
    },
    { once: true },
  );
  window.print();
}
