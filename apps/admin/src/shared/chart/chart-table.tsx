import type { ChartData } from './chart-data.js';
import { chartText } from './chart-text.js';
import { DataTable } from '../table/data-table.js';

export function ChartTable({ data }: { readonly data: ChartData }) {
  const rows = data.categories.map((category, index) => ({ key: `${index}`, category, index }));
  return (
    <DataTable
      isNarrow
      dataSource={rows}
      columns={[
        { key: 'category', title: data.categoryTitle, dataIndex: 'category' },
        ...data.series.map((series) => ({
          key: series.name,
          title: series.name,
          align: 'right' as const,
          render: (_: unknown, row: (typeof rows)[number]) => (
            <span className="yb-number">{chartText(series.values[row.index], data.unit)}</span>
          ),
        })),
      ]}
    />
  );
}
