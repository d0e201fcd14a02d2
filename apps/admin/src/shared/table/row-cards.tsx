import { Link } from 'react-router';

import type { PageTableProps } from './types.js';

type RowCardsProps<Row extends object> = Pick<
  PageTableProps<Row>,
  'columns' | 'rowKey' | 'rowLink' | 'onRow'
> & {
  readonly items: readonly Row[];
  readonly open: (row: Row) => void;
};

/** A table does not fit a phone: each row becomes a card, its first column the heading. */
export function RowCards<Row extends object>(props: RowCardsProps<Row>) {
  const [head, ...rest] = props.columns.filter(({ notOnCard }) => notOnCard !== true);
  return (
    <ul className="yb-cards">
      {props.items.map((row) => {
        const to = props.rowLink?.(row) ?? null;
        const heading = head?.render(row);
        return (
          <li key={props.rowKey(row)} className="yb-card">
            <div className="yb-card-head">
              {to ? (
                <Link to={to} className="yb-card-link">
                  {heading}
                </Link>
              ) : props.onRow ? (
                <button type="button" className="yb-card-link" onClick={() => props.open(row)}>
                  {heading}
                </button>
              ) : (
                heading
              )}
            </div>
            <dl>
              {rest.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{column.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
