import { COUNTED_UP_TO, type FindingFilter, type FindingView } from '#shared/contract/findings.ts';

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
};

/** 1 234; 10 000 以上 where counting stopped. */
export function countText(count: number): string {
  if (count > COUNTED_UP_TO) return `${COUNTED_UP_TO.toLocaleString('zh').replaceAll(',', ' ')} 以上`;
  return String(count);
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
