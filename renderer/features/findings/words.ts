import {
  COUNTED_UP_TO,
  type CountedFindings,
  type FindingFilter,
  type FindingView,
} from '#shared/contract/findings.ts';

export const viewNames: Readonly<Record<FindingView, string>> = {
  open: '未销号',
  overdue: '逾期',
  soon: '快到期',
  waiting: '待复查销号',
  closed: '已销号',
  all: '全部',
};

export const everyFinding: FindingFilter = {
  view: 'open',
  campaignUid: null,
  countyUid: null,
  tradeUid: null,
  severity: null,
  text: '',
  counted: null,
};

/** 1 234; 10 000 以上 where counting stopped. */
export function countText(count: number): string {
  if (count > COUNTED_UP_TO) return `${COUNTED_UP_TO.toLocaleString('zh').replaceAll(',', ' ')} 以上`;
  return String(count);
}

/** What a number of the results counted beside the filters that are shown. */
export function countedWords({ from, to, team, ...counted }: CountedFindings): string {
  const words = [
    ...(counted.isRectified ? ['已整改'] : []),
    ...(team === null ? [] : [team === '' ? '未注明检查组' : team]),
    ...(counted.hasNoCounty ? ['未注明区县'] : []),
    ...(counted.hasNoTrade ? ['未注明行业'] : []),
    ...(from === null && to === null ? [] : [`${from ?? '开始'} 至 ${to ?? '今天'}发现`]),
  ];
  return words.length === 0 ? '不含取消的' : words.join('，');
}

export const fieldLabels = {
  spot: '部位',
  what: '发现的问题',
  severity: '级别',
  element: '判定要素',
  article: '违反的条款',
  demand: '整改要求',
  dueOn: '整改时限',
  leadUids: '责任单位',
  responsible: '责任',
  measures: '措施',
  funds: '资金',
  timeLimit: '时限',
  emergencyPlan: '预案',
} as const;
