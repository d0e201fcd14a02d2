import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

import { useIsPhone } from '../use-is-phone.js';
import './data-table.css';
import { TableCards } from './table-cards.js';

/** What scrolls sideways must be reachable by keyboard, also where a row holds nothing to focus. */
function useReachable() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current
      ?.querySelectorAll<HTMLElement>('.ant-table-content, .ant-table-body')
      .forEach((scroller) => {
        scroller.tabIndex = scroller.scrollWidth > scroller.clientWidth ? 0 : -1;
      });
  });
  return box;
}

interface DataTableProps<Row extends object> extends TableProps<Row> {
  /** Two or three short columns: stays a table on a phone, where others become cards. */
  readonly isNarrow?: boolean;
}

/** A short table within a page; lists with pages, filters and export are a `PageTable`. */
export function DataTable<Row extends object>({ isNarrow, ...props }: DataTableProps<Row>) {
  const box = useReachable();
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
