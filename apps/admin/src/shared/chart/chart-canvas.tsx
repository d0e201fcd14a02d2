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

/** Large sums are counted in 万 in Chinese and in thousands in English. */
const TEN_THOUSAND_YUAN = 1_000_000;
const THOUSAND_YUAN = 100_000;

interface ChartCanvasProps {
  readonly kind: ChartKind;
  readonly data: ChartData;
  readonly height: number;
  readonly title: string;
}

/** The drawing keeps its own measure; on paper, where the page is narrower, it shrinks as a whole. */
function scale(place: HTMLElement): void {
  const drawing = place.querySelector('svg');
  drawing?.setAttribute('viewBox', `0 0 ${place.clientWidth} ${place.clientHeight}`);
}

export function ChartCanvas({ kind, data, height, title }: ChartCanvasProps) {
  const { t, locale } = useText();
  const axisName = t('shell:chart.moneyAxis');
  const axisUnit = locale === 'en' ? THOUSAND_YUAN : TEN_THOUSAND_YUAN;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) {
      return undefined;
    }
    // SVG prints sharply and is small; our charts have dozens of marks, not thousands.
    const chart = init(box.current, null, { renderer: 'svg' });
    // The library measures its words itself: it must know the page's font by name.
    const { fontFamily } = getComputedStyle(box.current);
    const money = { name: axisName, fen: axisUnit };
    const fit = (): void => {
      chart.resize();
      // The names above the picture take more lines where it is narrower.
      chart.setOption({
        ...chartOption(kind, data, { money, width: chart.getWidth() }),
        textStyle: { fontFamily },
      });
      scale(chart.getDom());
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [kind, data, axisName, axisUnit]);
  return (
    <div
      ref={box}
      className="yb-chart"
      role="img"
      aria-label={title}
      style={{ height, width: '100%' }}
    />
  );
}
