import type { OverviewBody } from '#shared/contract/overview.ts';
import { chartBase, chartColors, type ChartOption, gridLine, softText } from '#renderer/ui/chart/echarts.ts';

const MOST_KINDS = 2;

/** Bodies that are to be set up and have begun: how many plaques hang, day by day, with the deadline. */
export function bodiesChart(bodies: readonly OverviewBody[], today: string): ChartOption {
  const shown = bodies.slice(0, MOST_KINDS);
  const [first] = shown;
  const total = Math.max(0, ...shown.map((body) => body.total));
  return {
    ...chartBase,
    color: [chartColors.strong, chartColors.middle],
    legend: { right: 0, top: 0, itemWidth: 16, itemHeight: 8, textStyle: softText },
    grid: { left: 4, right: 16, top: 40, bottom: 4, containLabel: true },
    xAxis: {
      type: 'time',
      axisLabel: {
        ...softText,
        formatter: { year: '{yyyy}年', month: '{M}月', day: '{M}月{d}日' },
        hideOverlap: true,
      },
      axisLine: gridLine,
    },
    yAxis: { type: 'value', max: total, minInterval: 1, axisLabel: softText, splitLine: gridLine },
    tooltip: { trigger: 'axis' },
    series: shown.map(({ name, days }, place) => ({
      name,
      type: 'line' as const,
      step: 'end' as const,
      showSymbol: false,
      lineStyle: { width: 2, type: place === 0 ? ('solid' as const) : ('dashed' as const) },
      data: [
        ...days.map(({ day, established }) => [day, established]),
        [today, days.at(-1)?.established ?? 0],
      ],
      ...(place === 0 && first !== undefined && first.dueOn !== ''
        ? {
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: chartColors.accent },
              label: { formatter: `期限`, color: chartColors.accent, fontSize: 11 },
              data: [{ xAxis: first.dueOn }],
            },
          }
        : {}),
    })),
  };
}
