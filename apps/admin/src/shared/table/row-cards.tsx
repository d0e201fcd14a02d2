import type { ReactNode } from 'react';
import { Link } from 'react-router';

import type { PageTableProps } from './types.js';

const NOTHING = '—';

type RowCardsProps<Row extends object> = Pick<
  PageTableProps<Row>,
  'columns' | 'rowKey' | 'rowLink' | 'onRow'
> & {
  readonly items: readonly Row[];
  readonly open: (row: Row) => void;
};

function Heading<Row extends object>(
  props: Pick<RowCardsProps<Row>, 'rowLink' | 'onRow' | 'open'> & {
    readonly row: Row;
    readonly children: ReactNode;
  },
) {
  const { row, children } = props;
  const to = props.rowLink?.(row) ?? null;
  if (to) {
    return (
      <Link to={to} className="yb-card-link">
        {children}
      </Link>
    );
  }
  return props.onRow ? (
    <button type="button" className="yb-card-link" onClick={() => props.open(row)}>
      {children}
    </button>
  ) : (
    children
  );
}

/** A table does not fit a phone: each row becomes a card, its first column the heading. What is empty takes no line. */
export function RowCards<Row extends object>(props: RowCardsProps<Row>) {
  const [head, ...others] = props.columns.filter(({ notOnCard }) => notOnCard !== true);
  const beside = others.filter(({ besideHeading }) => besideHeading === true);
  const rest = others.filter(({ besideHeading }) => besideHeading !== true);
  return (
    <ul className="yb-cards">
      {props.items.map((row) => (
        <li key={props.rowKey(row)} className="yb-card">
          <div className="yb-card-head">
            <div className="yb-card-name">
              <Heading row={row} {...props}>
                {head?.render(row)}
              </Heading>
            </div>
            {beside.map((column) => (
              <span key={column.key}>{column.render(row)}</span>
            ))}
          </div>
          <dl>
            {rest.map((column) => {
              const cell = column.render(row);
              return cell === NOTHING || cell === null ? null : (
                <div key={column.key} className={column.wideOnCard === true ? 'yb-card-wide' : ''}>
                  <dt>{column.title}</dt>
                  <dd>{cell}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
