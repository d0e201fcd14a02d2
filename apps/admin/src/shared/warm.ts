import { useEffect } from 'react';

/** A list is looked at for a moment before anything in it is opened. */
const AFTER_MS = 300;

let warming = 0;

/** A page fetched ahead that does not come is nobody's loss: it is asked for again when it is opened. */
export const isWarming = (): boolean => warming > 0;

async function warm(load: () => Promise<unknown>): Promise<void> {
  warming += 1;
  try {
    await load();
  } catch {
    // Told when the page is opened.
  } finally {
    warming -= 1;
  }
}

/** Fetches the code of the page that a press on this list opens while the list is looked at. */
export function useWarm(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void warm(load), AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [load]);
}
