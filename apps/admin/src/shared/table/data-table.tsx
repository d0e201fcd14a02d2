import { Table, type TableProps } from 'antd';
import { useRef } from 'react';

import { useIsPhone } from '../use-is-phone.js';
import './data-table.css';
import { TableCards } from './table-cards.js';
import { useReachable } from './use-reachable.js';

interface DataTableProps<Row extends object> extends TableProps<Row> {
  /** Two or three short columns: stays a table on a phone, where others become cards. */
  readonly isNarrow?: boolean;
}

/** A short table within a page; lists with pages, filters and export are a `PageTable`. */
export function DataTable<Row extends object>({ isNarrow, ...props }: DataTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  useReachable(box, '.ant-table-content, .ant-table-body');
  const isPhone = useIsPhone();
  if (isPhone && isNarrow !== true && (props.dataSource?.length ?? 0) > 0) {
    return <TableCards {...props} />;
  }
  return (
    <div ref={box}>
      <Table<Row>
        size="small"
        pagination={false}
        {...props}
        // Two or three columns wrap on a phone rather than run out of it.
        className={`${isPhone ? '' : 'yb-data-table'} ${props.className ?? ''}`}
      />
    </div>
  );
}
