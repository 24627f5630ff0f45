import type { Overview } from '#shared/contract/overview.ts';
import type { ChartOption } from '#renderer/ui/chart/echarts.ts';
import { bodiesChart } from './bodies-chart.ts';
import { firesChart } from './fires-chart.ts';
import { hazardsChart, shownPlaces } from './hazards-chart.ts';
import { countyCourseChart, countyScoresChart, standingWords } from './scores-chart.ts';

/** One picture of the overview. */
export interface OverviewChart {
  key: string;
  title: string;
  /** Of the page where all of it is. */
  path: string;
  /** Null: there is nothing to draw. */
  option: ChartOption | null;
  words: string;
  /** What to do so that there is something. */
  empty: string;
  /** Counties that its places stand for. */
  uids: readonly string[];
}

/** @param isNarrow as in the brief, where four stand side by side */
export function chartsOf(overview: Overview, today: string, isNarrow = false): OverviewChart[] {
  return [
    scoresOf(overview, isNarrow),
    firesOf(overview, today),
    hazardsOf(overview),
    bodiesOf(overview, today),
  ];
}

function scoresOf({ scores, county }: Overview, isNarrow: boolean): OverviewChart {
  const common = { key: 'scores', path: scores === null ? '/assessment' : `/assessment/${scores.periodUid}` };
  const empty = '还没有定稿的考核。考核定稿以后，这里画出各县(市、区)的得分和名次变化。';
  if (scores === null) return { ...common, title: '考核得分', option: null, words: '', empty, uids: [] };
  const { title, counties, decimals, course } = scores;
  if (county === null) {
    const scored = counties.filter(({ total }) => total !== null);
    return {
      ...common,
      title,
      option: scored.length === 0 ? null : countyScoresChart(counties, decimals, isNarrow),
      words: scored.map((each) => standingWords(each, decimals)).join('；'),
      empty,
      uids: scored.map(({ organizationUid }) => organizationUid),
    };
  }
  const own = counties.find(({ organizationUid }) => organizationUid === county.uid);
  return {
    ...common,
    title: own === undefined ? '历次考核得分率' : `历次考核得分率(${standingWords(own, decimals)})`,
    option: course.length === 0 ? null : countyCourseChart(course),
    words: course.map((each) => `${each.title} 第${each.rank ?? '—'}名`).join('；'),
    empty: `${county.name}还没有参加过定稿的考核。`,
    uids: [],
  };
}

function firesOf({ months: all }: Overview, today: string): OverviewChart {
  const months = all.filter(({ month }) => month <= today.slice(0, 7));
  const isKnown = months.some(({ fires, lastYear }) => fires !== null || lastYear !== null);
  return {
    key: 'fires',
    title: '每月火灾起数',
    path: '/fire-figures',
    option: isKnown ? firesChart(months) : null,
    words: months.map(({ month, fires }) => `${month} ${fires ?? '—'}起`).join('；'),
    empty: '这段时间还没有登记火灾数据。请到“火灾数据”里录入或粘贴。',
    uids: [],
  };
}

function hazardsOf({ hazards, county }: Overview): OverviewChart {
  const places = shownPlaces(hazards);
  const whose = county === null ? '各县(市、区)' : `${county.name}各乡镇(街道)`;
  return {
    key: 'hazards',
    title: places.length < hazards.length ? `${whose}隐患整改(前${places.length}位)` : `${whose}隐患整改`,
    path: '/findings',
    option: places.length === 0 ? null : hazardsChart(places),
    words: places.map(({ name, found, rectified }) => `${name} ${found}处 已整改${rectified}`).join('；'),
    empty: '这段时间没有登记隐患。',
    uids: county === null ? places.map(({ uid }) => uid) : [],
  };
}

function bodiesOf({ bodies }: Overview, today: string): OverviewChart {
  const isBegun = bodies.some(({ days }) => days.length > 0);
  return {
    key: 'bodies',
    title: '基层机构挂牌进度',
    path: '/establishments',
    option: isBegun ? bodiesChart(bodies, today) : null,
    words: bodies.map(({ name, established, total }) => `${name} ${established}/${total}`).join('；'),
    empty: '还没有登记挂牌。请到“基层机构”里登记，这里画出每天的进度。',
    uids: [],
  };
}
