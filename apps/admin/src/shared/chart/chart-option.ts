import type { EChartsCoreOption } from 'echarts/core';

import { PALETTE, type ChartData, type ChartKind } from './chart-data.js';
import { chartText } from './chart-text.js';

const INK = '#3C4644';
const LINE = '#E4E1D8';
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'] as const;

/** What one step of a money axis is called, and how many fen it holds. */
export interface MoneyAxis {
  readonly name: string;
  readonly fen: number;
}

export interface ChartFrame {
  readonly money: MoneyAxis;
  /** Of the drawing, in pixels. */
  readonly width: number;
}

/** Axes have little room: large units, shortened. */
function axisText(value: number, unit: ChartData['unit'], money: MoneyAxis): string {
  if (unit === 'fen') {
    return String(Math.round((100 * value) / money.fen) / 100);
  }
  return chartText(value, unit);
}

function ring(data: ChartData): EChartsCoreOption {
  const values = data.series[0]?.values ?? [];
  return {
    series: [
      {
        type: 'pie',
        radius: ['46%', '72%'],
        center: ['50%', '44%'],
        itemStyle: { borderColor: '#fff', borderWidth: 2 },
        label: { show: false },
        data: data.categories.map((name, index) => ({ name, value: values[index] ?? 0 })),
      },
    ],
  };
}

const LEGEND_FONT = 12;
const LEGEND_SIGN = 14;
const LEGEND_GAP = 8;
const LEGEND_LINE = 24;
const MONEY_LINE = 20;
const LATIN_SHARE = 0.56;

/** Wide enough for the widest fonts: a Chinese sign is as wide as it is high, a Latin letter about half of that. */
const widthOf = (name: string): number =>
  [...name].reduce(
    (sum, sign) => sum + (sign > '\u2e80' ? LEGEND_FONT : LATIN_SHARE * LEGEND_FONT),
    LEGEND_SIGN + 5 + LEGEND_GAP,
  );

/** How many lines the names take, filled as the library fills them: a name that does not fit begins the next. */
function legendLines(series: ChartData['series'], width: number): number {
  let [lines, left] = [1, width];
  for (const { name } of series) {
    const needed = widthOf(name);
    if (needed > left && left < width) {
      lines += 1;
      left = width;
    }
    left -= needed;
  }
  return lines;
}

/** The names of the series and the unit of money stand above the picture, which begins below them. */
function topOf({ series, unit }: ChartData, width: number): number {
  const names = series.length > 1 ? LEGEND_LINE * legendLines(series, width) : 0;
  return 14 + names + (unit === 'fen' ? MONEY_LINE : 0);
}

function cartesian(kind: ChartKind, data: ChartData, frame: ChartFrame): EChartsCoreOption {
  const { money, width } = frame;
  return {
    grid: {
      left: 8,
      right: 12,
      top: topOf(data, width),
      bottom: 4,
      containLabel: true,
    },
    xAxis: {
      type: 'category',
      data: [...data.categories],
      axisLine: { lineStyle: { color: LINE } },
      axisTick: { show: false },
      axisLabel: { color: INK, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...(data.unit === 'fen'
        ? { name: money.name, nameTextStyle: { color: INK, align: 'left' } }
        : {}),
      axisLabel: { color: INK, formatter: (value: number) => axisText(value, data.unit, money) },
      splitLine: { lineStyle: { color: LINE } },
      ...(data.unit === 'percent' ? { min: 0, max: 100 } : {}),
    },
    series: data.series.map((series, index) => ({
      name: series.name,
      type: kind === 'line' ? 'line' : 'bar',
      ...(kind === 'stack' ? { stack: 'all' } : {}),
      barMaxWidth: 28,
      symbol: SHAPES[index % SHAPES.length],
      symbolSize: 7,
      data: [...series.values],
    })),
  };
}

/** A ring's figures stand beside their names: labels around it find no room on a phone. */
function legendOf(kind: ChartKind, data: ChartData): EChartsCoreOption {
  const values = data.series[0]?.values ?? [];
  const named = (name: string): string =>
    `${name}  ${chartText(values[data.categories.indexOf(name)], data.unit)}`;
  return {
    icon: 'roundRect',
    // Small enough that four names fit on one line of a phone.
    itemWidth: LEGEND_SIGN,
    itemGap: LEGEND_GAP,
    textStyle: { color: INK, fontSize: LEGEND_FONT },
    ...(kind === 'ring' ? { bottom: 0, formatter: named } : { top: 0 }),
  };
}

export function chartOption(
  kind: ChartKind,
  data: ChartData,
  frame: ChartFrame,
): EChartsCoreOption {
  return {
    animationDuration: 200,
    color: [...PALETTE],
    // Hatching tells the parts apart where colour cannot.
    aria: { enabled: true, decal: { show: kind === 'stack' || kind === 'ring' } },
    tooltip: {
      trigger: kind === 'ring' ? 'item' : 'axis',
      valueFormatter: (value: unknown) => chartText(value as number | null, data.unit),
    },
    ...(kind === 'ring' || data.series.length > 1 ? { legend: legendOf(kind, data) } : {}),
    ...(kind === 'ring' ? ring(data) : cartesian(kind, data, frame)),
  };
}
