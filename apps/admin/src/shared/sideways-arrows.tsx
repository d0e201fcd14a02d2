import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { RefObject } from 'react';

import './sideways-arrows.css';
import { useHiddenEnds } from './use-hidden-ends.js';

/** One push brings the next ones and keeps the last one in sight. */
const PUSH = 0.7;

interface SidewaysArrowsProps {
  /** What slides; it stands with the arrows in one frame of the class `yb-sideways`. */
  readonly row: RefObject<HTMLElement | null>;
}

/** Tabs that stand out of sight on a phone: for a thumb only, since the keyboard leads through all of them. */
export function SidewaysArrows({ row }: SidewaysArrowsProps) {
  const hidden = useHiddenEnds(row);
  const push = (way: 1 | -1) => () => {
    const element = row.current;
    element?.scrollBy({ left: way * PUSH * element.clientWidth, behavior: 'smooth' });
  };
  return (
    <>
      {hidden.start ? (
        <button
          type="button"
          className="yb-sideways-arrow yb-sideways-back"
          aria-hidden
          tabIndex={-1}
          onClick={push(-1)}
        >
          <LeftOutlined />
        </button>
      ) : null}
      {hidden.end ? (
        <button
          type="button"
          className="yb-sideways-arrow yb-sideways-on"
          aria-hidden
          tabIndex={-1}
          onClick={push(1)}
        >
          <RightOutlined />
        </button>
      ) : null}
    </>
  );
}
