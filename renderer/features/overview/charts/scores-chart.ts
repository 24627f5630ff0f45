import type { CountyStanding, CoursePoint } from '#shared/contract/overview.ts';
import { movementOf, placesWord } from '#shared/rules/assessment/analysis/movement.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import {
  chartBase,
  chartColors,
  type ChartOption,
  chartText,
  gridLine,
  softText,
} from '#renderer/ui/chart/echarts.ts';

const THOUSANDTHS = 1_000;
/** Scores lie close together: the scale begins a little below the least. */
const ROOM_BELOW = 4;

/** Counties in rank order, each with its points. @param isLying with the names at the left, for narrow places */
export function countyScoresChart(
  counties: readonly CountyStanding[],
  decimals: number,
  isLying: boolean,
): ChartOption {
  const scored = counties.filter(({ total }) => total !== null);
  const least = Math.min(...scored.map(({ total }) => (total ?? 0) / THOUSANDTHS));
  const names = {
    type: 'category' as const,
    data: scored.map(({ name }) => name),
    axisLabel: { ...chartText, interval: 0, fontSize: 11, rotate: !isLying && scored.length > 8 ? 45 : 0 },
    axisTick: { show: false },
    axisLine: gridLine,
    inverse: isLying,
  };
  const points = {
    type: 'value' as const,
    min: Math.max(0, Math.floor(least - ROOM_BELOW)),
    axisLabel: { ...softText, show: !isLying },
    splitLine: { ...gridLine, show: !isLying },
  };
  return {
    ...chartBase,
    grid: { left: 4, right: isLying ? 44 : 8, top: isLying ? 4 : 22, bottom: 4, containLabel: true },
    xAxis: isLying ? points : names,
    yAxis: isLying ? names : points,
    tooltip: {
      trigger: 'axis',
      formatter: (asked) => {
        const [first] = Array.isArray(asked) ? asked : [asked];
        const county = scored[first?.dataIndex ?? 0];
        return county === undefined ? '' : standingWords(county, decimals);
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: isLying ? 12 : 26,
        data: scored.map(({ total, rank }) => ({
          value: (total ?? 0) / THOUSANDTHS,
          itemStyle: { color: rank === 1 ? chartColors.strong : chartColors.middle },
        })),
        labelLayout: { hideOverlap: true },
        label: {
          show: true,
          position: isLying ? 'right' : 'top',
          ...chartText,
          fontSize: 11,
          formatter: ({ dataIndex }) => decimalText(scored[dataIndex]?.total ?? 0, decimals),
        },
      },
    ],
  };
}

/** 第2名 93.5 分，优秀，上升1名 */
export function standingWords(county: CountyStanding, decimals: number): string {
  const { name, rank, total, grade, previous, isComparable } = county;
  const moved = previous === null ? '' : placesWord(movementOf(county, previous, isComparable).places);
  const parts = [
    rank === null ? '未排名' : `第 ${rank} 名`,
    total === null ? '' : `${decimalText(total, decimals)} 分`,
    grade,
    moved,
  ];
  return `${name}：${parts.filter((part) => part !== '').join('，')}`;
}

/** One county over the periods: share of the full points, and its rank at each. */
export function countyCourseChart(course: readonly CoursePoint[]): ChartOption {
  return {
    ...chartBase,
    grid: { left: 4, right: 16, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: course.map(({ title }) => title.replace(/消防.*$/u, '')),
      axisLabel: { ...softText, interval: 0, width: 100, overflow: 'truncate' },
      axisTick: { show: false },
      axisLine: gridLine,
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { ...softText, formatter: '{value}%' },
      splitLine: gridLine,
    },
    tooltip: { trigger: 'axis' },
    series: [
      {
        name: '得分率(%)',
        type: 'line',
        lineStyle: { color: chartColors.strong, width: 2 },
        itemStyle: { color: chartColors.strong },
        symbolSize: 7,
        data: course.map(({ rate }) => (rate === null ? null : rate / 10)),
        label: {
          show: true,
          position: 'top',
          ...chartText,
          fontSize: 11,
          formatter: ({ dataIndex }) => {
            const rank = course[dataIndex]?.rank ?? null;
            return rank === null ? '' : `第${rank}名`;
          },
        },
      },
    ],
  };
}
