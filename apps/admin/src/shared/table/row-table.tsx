import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { useRef, type MouseEvent, type ReactNode } from 'react';

import { useText } from '../../i18n/use-text.js';
import './row-table.css';
import type { PageColumn } from './types.js';
import { useReachable } from './use-reachable.js';
import type { Sort as Order } from './use-table-state.js';

type Sort = Order | null;

/** Ascending, descending, then as the list comes by itself. */
function nextSort(field: string, sort: Sort): Sort {
  if (sort?.field !== field) {
    return { field, order: 'ASC' };
  }
  return sort.order === 'ASC' ? { field, order: 'DESC' } : null;
}

interface HeadCellProps<Row> {
  readonly column: PageColumn<Row>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function SortButton<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { t } = useText();
  const order = sort?.field === column.key ? sort.order : null;
  return (
    <button
      type="button"
      className="yb-sort"
      title={t('shell:table.sort')}
      onClick={() => onSort(nextSort(column.key, sort))}
    >
      {column.title}
      <span className="yb-sort-marks yb-no-print" aria-hidden>
        <CaretUpOutlined className={order === 'ASC' ? 'yb-sort-on' : ''} />
        <CaretDownOutlined className={order === 'DESC' ? 'yb-sort-on' : ''} />
      </span>
    </button>
  );
}

const ARIA = { ASC: 'ascending', DESC: 'descending' } as const;

function HeadCell<Row>(props: HeadCellProps<Row>) {
  const { column, sort } = props;
  const isSorted = column.sortable === true && sort?.field === column.key;
  return (
    <th
      scope="col"
      className={alignClass(column)}
      style={column.width === undefined ? undefined : { width: column.width }}
      aria-sort={isSorted ? ARIA[sort.order] : undefined}
    >
      {column.sortable === true ? <SortButton {...props} /> : column.title}
    </th>
  );
}

function alignClass<Row>({ align }: PageColumn<Row>): string {
  return align === undefined || align === 'left' ? '' : `yb-${align}`;
}

interface RowTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly PageColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly density: 'middle' | 'small';
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** The rows of before stand until those asked for are here. */
  readonly isWaiting: boolean;
  readonly opens: boolean;
  readonly onOpen: (row: Row, event: MouseEvent) => void;
  readonly ahead: ((row: Row) => void) | undefined;
  /** The first cell of a row, where it is a link. */
  readonly first: (row: Row, content: ReactNode) => ReactNode;
}

/**
 * The rows of a list. A table of the page's own, because the component library's costs some twenty
 * nodes and effects a cell: fifty lines of a claim took half of the time its page has to open.
 */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { columns, rows } = props;
  const box = useRef<HTMLDivElement>(null);
  useReachable(box);
  return (
    <div ref={box} className={`yb-rows ${props.isWaiting ? 'yb-rows-waiting' : ''}`}>
      <table aria-label={props.label} className={`yb-rows-${props.density}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={props.rowKey(row)}
              data-row-key={props.rowKey(row)}
              className={props.opens ? 'yb-row-open' : ''}
              onMouseDown={() => props.ahead?.(row)}
              onClick={props.opens ? (event) => props.onOpen(row, event) : undefined}
            >
              {columns.map((column, index) => (
                <td key={column.key} className={alignClass(column)}>
                  {index === 0 ? props.first(row, column.render(row)) : column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
