import { useEffect, useState } from 'react';

/** What comes right behind the first frame would hold it up again. */
const A_MOMENT_MS = 40;

/** False while the first frame is drawn, true a moment later: for what nobody looks for in that frame. */
export function useAfterPaint(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(true), A_MOMENT_MS);
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
