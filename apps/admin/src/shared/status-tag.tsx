import type { ReactNode } from 'react';

import './status-tag.css';

/** done ● · going ◐ · waiting ○ · warning ▲ · stopped ■ · plain – */
export type StatusTone = 'done' | 'going' | 'waiting' | 'warning' | 'stopped' | 'plain';

const SHAPES: Record<StatusTone, ReactNode> = {
  done: <path d="M2 6.5 5 9.5 10 3" fill="none" stroke="currentColor" strokeWidth="2" />,
  going: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  waiting: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  warning: <path d="M6 1.5 11 10.5H1z" fill="currentColor" />,
  stopped: <rect x="2" y="2" width="8" height="8" fill="currentColor" />,
  plain: <rect x="2" y="5" width="8" height="2" fill="currentColor" />,
};

interface StatusTagProps {
  readonly tone: StatusTone;
  readonly children: ReactNode;
}

/** A state, told by a word and a shape; the colour only helps. */
export function StatusTag({ tone, children }: StatusTagProps) {
  return (
    <span className={`yb-status yb-status-${tone}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
        {SHAPES[tone]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
