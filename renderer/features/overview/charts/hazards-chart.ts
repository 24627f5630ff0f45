import type { PlaceOfHazards } from '#shared/contract/overview.ts';
import { percentOf } from '#shared/rules/reports/words.ts';
import {
  chartBase,
  chartColors,
  type ChartOption,
  chartText,
  gridLine,
  softText,
} from '#renderer/ui/chart/echarts.ts';

/** More townships than that cannot be read any more: those with the most are shown. */
const MOST_PLACES = 14;

export function shownPlaces(places: readonly PlaceOfHazards[]): PlaceOfHazards[] {
  return places.toSorted((one, other) => other.found - one.found).slice(0, MOST_PLACES);
}

/** Hazards found, of these rectified and not, place by place. @param places as `shownPlaces` gives them */
export function hazardsChart(places: readonly PlaceOfHazards[]): ChartOption {
  return {
    ...chartBase,
    color: [chartColors.middle, chartColors.accent],
    legend: { right: 0, top: 0, itemWidth: 12, itemHeight: 8, textStyle: softText },
    grid: { left: 4, right: 8, top: 26, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: places.map(({ name }) => name),
      axisLabel: { ...chartText, fontSize: 11, interval: 0, rotate: places.length > 8 ? 45 : 0 },
      axisTick: { show: false },
      axisLine: gridLine,
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: softText, splitLine: gridLine },
    tooltip: {
      trigger: 'axis',
      formatter: (asked) => {
        const [first] = Array.isArray(asked) ? asked : [asked];
        const place = places[first?.dataIndex ?? 0];
        if (place === undefined) return '';
        const { name, found, rectified } = place;
        return `${name}：发现 ${found} 处，整改 ${rectified} 处(${percentOf(rectified, found)})`;
      },
    },
    series: [
      {
        name: '已整改',
        type: 'bar',
        stack: 'found',
        barMaxWidth: 26,
        data: places.map(({ rectified }) => rectified),
      },
      {
        name: '未整改',
        type: 'bar',
        stack: 'found',
        barMaxWidth: 26,
        data: places.map(({ found, rectified }) => found - rectified),
      },
    ],
  };
}
