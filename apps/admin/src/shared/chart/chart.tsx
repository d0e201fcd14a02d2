import { Empty, Segmented, Skeleton } from 'antd';
import { useState } from 'react';

import { useText } from '../../i18n/use-text.js';
import { lazyPart } from '../lazy-part.js';
import { ChartTable } from './chart-table.js';
import type { ChartData, ChartKind } from './chart-data.js';

const Canvas = lazyPart(
  async () => ({ default: (await import('./chart-canvas.js')).ChartCanvas }),
  ({ height }) => <Skeleton.Node active style={{ width: '100%', height }} />,
);

interface ChartProps {
  readonly kind: ChartKind;
  /** Says what is to be seen, for those who do not see it. */
  readonly title: string;
  readonly data: ChartData;
  readonly height?: number;
}

type View = 'chart' | 'table';

const HEIGHT = 260;

/** Whether there is anything to draw: empty axes tell a reader nothing. */
const hasFigures = ({ series }: ChartData): boolean =>
  series.some(({ values }) => values.some((value) => value !== null && value !== 0));

function NoFigures() {
  const { t } = useText();
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('shell:chart.empty')} />;
}

/** A picture with its figures one click away. The library behind it loads only where a chart is shown. */
export function Chart({ kind, title, data, height = HEIGHT }: ChartProps) {
  const { t } = useText();
  const [view, setView] = useState<View>('chart');
  const isDrawn = hasFigures(data);
  return (
    <figure style={{ margin: 0 }} aria-label={title}>
      <div
        style={{
          display: 'flex',
          alignItems: 'flex-start',
          justifyContent: 'space-between',
          gap: 12,
          marginBottom: 8,
        }}
      >
        <figcaption style={{ fontWeight: 600 }}>{title}</figcaption>
        {isDrawn ? (
          <Segmented<View>
            size="small"
            className="yb-no-print"
            aria-label={t('shell:chart.view')}
            value={view}
            options={[
              { value: 'chart', label: t('shell:chart.chart') },
              { value: 'table', label: t('shell:chart.table') },
            ]}
            onChange={setView}
          />
        ) : null}
      </div>
      {!isDrawn ? (
        <NoFigures />
      ) : view === 'table' ? (
        <ChartTable data={data} />
      ) : (
        <Canvas kind={kind} data={data} height={height} title={title} />
      )}
    </figure>
  );
}
