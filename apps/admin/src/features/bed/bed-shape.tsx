import type { ReactNode } from 'react';

import type { BedMapState } from '../../gql/graphql.js';

/** One shape for each state, readable without colour. */
const SHAPES: Record<BedMapState, ReactNode> = {
  FREE: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  OCCUPIED: <circle cx="7" cy="7" r="5.4" fill="currentColor" />,
  RESERVED: <path d="M3 1.5h8v11l-4-3-4 3z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  LEAVE: <path d="M2 7h9M7.5 3 11.5 7l-4 4" fill="none" stroke="currentColor" strokeWidth="2" />,
  HOSPITAL: <path d="M7 2v10M2 7h10" stroke="currentColor" strokeWidth="3" />,
  REPAIR: <path d="M7 1.5 13 12H1z" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  CLOSED: <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" stroke="currentColor" strokeWidth="2" />,
};

export function BedShape({ state }: { readonly state: BedMapState }) {
  return (
    <svg
      className={`yb-bed-shape yb-bed-ink-${state}`}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden
    >
      {SHAPES[state]}
    </svg>
  );
}
