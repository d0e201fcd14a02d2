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

/** The names of the series and the unit of money each take a line of their own above the picture. */
function topOf({ series, unit }: ChartData): number {
  const isNamed = series.length > 1;
  const isMoney = unit === 'fen';
  if (isNamed && isMoney) {
    // A fifth name begins a second line on a phone.
    return series.length > 4 ? 76 : 60;
  }
  return isNamed || isMoney ? 40 : 14;
}

function cartesian(kind: ChartKind, data: ChartData, money: MoneyAxis): EChartsCoreOption {
  return {
    grid: {
      left: 8,
      right: 12,
      top: topOf(data),
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
    itemWidth: 14,
    itemGap: 8,
    textStyle: { color: INK, fontSize: 12 },
    ...(kind === 'ring' ? { bottom: 0, formatter: named } : { top: 0 }),
  };
}

export function chartOption(kind: ChartKind, data: ChartData, money: MoneyAxis): EChartsCoreOption {
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
    ...(kind === 'ring' ? ring(data) : cartesian(kind, data, money)),
  };
}
