import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';

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

/** A short table within a page; lists with pages, filters and export are a `PageTable`. */
export function DataTable<Row extends object>(props: TableProps<Row>) {
  const box = useReachable();
  return (
    <div ref={box}>
      <Table<Row> size="small" pagination={false} scroll={{ x: 'max-content' }} {...props} />
    </div>
  );
}
