import type { MonthOfFires } from '#shared/contract/overview.ts';
import { chartBase, type ChartOption, chartText, gridLine, softText } from '#renderer/ui/chart/echarts.ts';

/** Fires month by month, beside those of a year ago. */
export function firesChart(months: readonly MonthOfFires[]): ChartOption {
  return {
    ...chartBase,
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8, textStyle: softText },
    grid: { left: 4, right: 8, top: 26, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => `${Number(month.slice(5))}月`),
      axisLabel: { ...chartText, fontSize: 11 },
      axisTick: { show: false },
      axisLine: gridLine,
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: softText, splitLine: gridLine },
    tooltip: { trigger: 'axis' },
    series: [
      {
        name: '今年',
        type: 'bar',
        barMaxWidth: 14,
        data: months.map(({ fires }) => fires),
        label: { show: months.length <= 6, position: 'top' },
      },
      { name: '去年同期', type: 'bar', barMaxWidth: 14, data: months.map(({ lastYear }) => lastYear) },
    ],
  };
}
