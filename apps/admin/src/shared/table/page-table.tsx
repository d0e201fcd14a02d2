import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Empty, Flex, Pagination, Skeleton } from 'antd';
import { useCallback, useState, type MouseEvent, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { ErrorState } from '../error-state.js';
import { NotRefreshed } from '../query-view.js';
import { useAfterPaint } from '../use-after-paint.js';
import { useIsPhone } from '../use-is-phone.js';
import { useLate } from '../use-late.js';
import { FilterBar } from './filter-bar.js';
import './page-table.css';
import { RowCards } from './row-cards.js';
import { RowTable } from './row-table.js';
import { exportHref, TableTools } from './table-tools.js';
import type { PageColumn, PageOf, PageTableProps } from './types.js';
import { useColumnSettings } from './use-column-settings.js';
import { PAGE_SIZES, useTableState } from './use-table-state.js';

/** A click on a row opens it, unless the click was for something inside or marked text. */
function isForRow(event: MouseEvent): boolean {
  const target = event.target as HTMLElement;
  const isInner = target.closest('a,button,input,label,.ant-select,.ant-dropdown') !== null;
  return !isInner && (window.getSelection()?.toString() ?? '') === '';
}

function EmptyRows({
  text,
  action,
  isFiltered,
}: {
  text: string;
  action: ReactNode;
  isFiltered: boolean;
}) {
  const { t } = useText();
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={isFiltered ? t('shell:table.nothingMatches') : text}
      style={{ padding: '24px 0' }}
    >
      {isFiltered ? null : action}
    </Empty>
  );
}

function useRows<Row extends object>(props: PageTableProps<Row>) {
  const filterKeys = (props.filters ?? []).map(({ key }) => key);
  const [urlState, change] = useTableState(props.urlPrefix ?? '', filterKeys, props.usualPageSize);
  const state = { ...urlState, filters: { ...props.defaults, ...urlState.filters } };
  const query = useQuery({
    queryKey: [...props.queryKey, state],
    queryFn: async ({ signal }) => await props.load(state, signal),
    placeholderData: keepPreviousData,
  });
  return { state, change, query };
}

type TableViewProps<Row extends object> = PageTableProps<Row> &
  ReturnType<typeof useRows<Row>> & {
    readonly shown: readonly PageColumn<Row>[];
    readonly density: 'middle' | 'small';
    readonly page: PageOf<Row>;
    readonly open: (row: Row) => void;
  };

function TableView<Row extends object>(props: TableViewProps<Row>) {
  const { state, change, query, rowLink, onRow } = props;
  return (
    <RowTable<Row>
      label={props.label}
      rows={props.page.items}
      columns={props.shown}
      rowKey={props.rowKey}
      density={props.density}
      sort={state.sort}
      onSort={(sort) => change({ sort })}
      isWaiting={query.isPlaceholderData && query.isFetching}
      opens={Boolean(rowLink ?? onRow)}
      onOpen={(row, event) => isForRow(event) && props.open(row)}
      ahead={props.ahead}
      first={(row, content) => {
        const to = rowLink?.(row);
        return to ? <Link to={to}>{content}</Link> : content;
      }}
    />
  );
}

function useColumns<Row extends object>(props: PageTableProps<Row>) {
  const settings = useColumnSettings(props.id);
  const { hidden } = settings.settings;
  const isHidden = (column: PageColumn<never>): boolean =>
    (column.optional === true) !== hidden.includes(column.key);
  const shown = props.columns.filter((column) => !isHidden(column as PageColumn<never>));
  return { settings, isHidden, shown };
}

function useOpen<Row extends object>({ rowLink, onRow }: PageTableProps<Row>): (row: Row) => void {
  const navigate = useNavigate();
  return useCallback(
    (row: Row) => {
      const to = rowLink?.(row);
      if (to) {
        void navigate(to);
      } else {
        onRow?.(row);
      }
    },
    [rowLink, onRow, navigate],
  );
}

type BodyProps<Row extends object> = Omit<TableViewProps<Row>, 'page'>;

/** Exactly one of: not yet, could not, nothing there, the rows. */
function TableBody<Row extends object>(props: BodyProps<Row>) {
  const { query, state } = props;
  const isPhone = useIsPhone();
  const isLate = useLate(query.isPending);
  const page = query.data;
  if (!page) {
    return query.isPending ? (
      isLate && <Skeleton active paragraph={{ rows: 8 }} title={false} />
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (page.items.length === 0) {
    const isFiltered = Object.keys(state.filters).length > Object.keys(props.defaults ?? {}).length;
    return (
      <EmptyRows text={props.empty.text} action={props.empty.action} isFiltered={isFiltered} />
    );
  }
  return (
    <>
      <NotRefreshed query={query} />
      {isPhone ? <RowCards {...props} items={page.items} /> : <TableView {...props} page={page} />}
    </>
  );
}

interface PagesProps {
  readonly total: number;
  readonly rows: Pick<ReturnType<typeof useRows<object>>, 'state' | 'change'>;
}

function Pages({ total, rows: { state, change } }: PagesProps) {
  const { t } = useText();
  const isPhone = useIsPhone();
  return (
    <Pagination
      className="yb-table-pages yb-no-print"
      align="end"
      size={isPhone ? 'medium' : 'small'}
      simple={isPhone}
      hideOnSinglePage={isPhone}
      current={state.page}
      pageSize={state.pageSize}
      total={total}
      showSizeChanger={!isPhone}
      pageSizeOptions={[...PAGE_SIZES]}
      showTotal={(count) => t('shell:table.total', { count })}
      onChange={(next, pageSize) =>
        change(pageSize === state.pageSize ? { page: next } : { page: 1, pageSize })
      }
    />
  );
}

/**
 * Rows that were fetched ahead are drawn at once, and filters and pages right behind them: these cost a third of the
 * time until the rows are seen. On a phone the filters take several lines, and nothing may jump.
 */
function useHasControls(hasRows: boolean): boolean {
  const [wereRowsThere] = useState(hasRows);
  const isPhone = useIsPhone();
  const isPainted = useAfterPaint();
  return isPainted || isPhone || !wereRowsThere;
}

/** Every list of the product: filters, order and page in the URL; loading, empty and failed states; cards on a phone. */
export function PageTable<Row extends object, Page extends PageOf<Row> = PageOf<Row>>(
  given: PageTableProps<Row, Page>,
) {
  const props: PageTableProps<Row> = given;
  const rows = useRows(props);
  const { state, change, query } = rows;
  const { settings, isHidden, shown } = useColumns(props);
  const open = useOpen(props);
  const page = query.data;
  const hasControls = useHasControls(page !== undefined);
  return (
    <section className="yb-table" aria-label={props.label} aria-busy={query.isFetching}>
      <Flex gap={8} justify="space-between" wrap className="yb-table-top yb-no-print">
        {hasControls ? (
          <FilterBar
            filters={props.filters ?? []}
            values={state.filters}
            defaults={props.defaults}
            onChange={(filters) => change({ filters })}
          />
        ) : (
          <span />
        )}
        <Flex gap={8} align="center" wrap className="yb-table-tools">
          {props.toolbar}
          <TableTools
            columns={props.columns as readonly PageColumn<never>[]}
            isHidden={isHidden}
            settings={settings}
            exportHref={props.exportAs ? exportHref(props.exportAs, state) : null}
            isFetching={query.isFetching}
            onRefresh={() => void query.refetch()}
          />
        </Flex>
      </Flex>
      <TableBody
        {...props}
        {...rows}
        shown={shown}
        density={settings.settings.density}
        open={open}
      />
      {page && page.total > 0 && props.footer ? (
        <p className="yb-table-foot">{props.footer(page)}</p>
      ) : null}
      {page && page.total > 0 && hasControls ? <Pages total={page.total} rows={rows} /> : null}
    </section>
  );
}
