import { Checkbox, type TableProps } from 'antd';
import type { Key, ReactNode } from 'react';

import './page-table.css';

type Column<Row> = NonNullable<TableProps<Row>['columns']>[number];

function cellOf<Row extends object>(column: Column<Row>, row: Row, index: number): ReactNode {
  const name = 'dataIndex' in column ? column.dataIndex : undefined;
  const value = typeof name === 'string' ? (row as Record<string, unknown>)[name] : undefined;
  return (column.render ? column.render(value, row, index) : value) as ReactNode;
}

function keyOf<Row extends object>(
  rowKey: TableProps<Row>['rowKey'],
  row: Row,
  index: number,
): Key {
  if (typeof rowKey === 'function') {
    return rowKey(row, index);
  }
  return (row as Record<string, Key>)[String(rowKey ?? 'key')] ?? index;
}

interface TableCardsProps<Row extends object> extends TableProps<Row> {
  readonly 'aria-label'?: string;
}

interface ChoiceProps<Row extends object> extends TableCardsProps<Row> {
  readonly row: Row;
  readonly rowId: Key;
}

/** What a table offers to tick, a card offers, too. */
function Choice<Row extends object>({
  row,
  rowId,
  rowSelection,
  dataSource,
  rowKey,
}: ChoiceProps<Row>) {
  const chosen = rowSelection?.selectedRowKeys ?? [];
  const choose = (isChosen: boolean): void => {
    const keys = isChosen ? [...chosen, rowId] : chosen.filter((key) => key !== rowId);
    const rows = (dataSource ?? []).filter((one, index) =>
      keys.includes(keyOf(rowKey, one, index)),
    );
    rowSelection?.onChange?.(keys, rows, { type: 'single' });
  };
  return (
    <Checkbox
      {...rowSelection?.getCheckboxProps?.(row)}
      checked={chosen.includes(rowId)}
      onChange={(event) => choose(event.target.checked)}
    />
  );
}

/** The rows of a table for a phone, where columns would hide behind the edge: heading, then name and value. */
export function TableCards<Row extends object>(props: TableCardsProps<Row>) {
  const [head, ...rest] = props.columns ?? [];
  const more = props.expandable?.expandedRowRender;
  return (
    <ul className="yb-cards" aria-label={props['aria-label']}>
      {(props.dataSource ?? []).map((row, index) => (
        <li key={keyOf(props.rowKey, row, index)} className="yb-card">
          <div className="yb-card-head">
            {props.rowSelection ? (
              <Choice {...props} row={row} rowId={keyOf(props.rowKey, row, index)} />
            ) : null}
            <div className="yb-card-name">{head ? cellOf(head, row, index) : null}</div>
          </div>
          <dl>
            {rest.map((column, place) => {
              const cell = cellOf(column, row, index);
              return cell === null || cell === undefined ? null : (
                <div key={column.key ?? place}>
                  <dt>{column.title as ReactNode}</dt>
                  <dd>{cell}</dd>
                </div>
              );
            })}
          </dl>
          {more ? <p className="yb-card-more">{more(row, index, 0, true)}</p> : null}
        </li>
      ))}
    </ul>
  );
}
