import { BarChart, LineChart, PieChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

import { useText } from '../../i18n/use-text.js';
import type { ChartData, ChartKind } from './chart-data.js';
import { chartOption } from './chart-option.js';

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface ChartCanvasProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly height: number;
  readonly title: string;
}

export function ChartCanvas({ kind, data, height, title }: ChartCanvasProps) {
  const { t } = useText();
  const moneyAxis = t('shell:chart.tenThousandYuan');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) {
      return undefined;
    }
    // SVG prints sharply and is small; our charts have dozens of marks, not thousands.
    const chart = init(box.current, null, { renderer: 'svg' });
    chart.setOption(chartOption(kind, data, moneyAxis));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [kind, data, moneyAxis]);
  return <div ref={box} role="img" aria-label={title} style={{ height, width: '100%' }} />;
}
