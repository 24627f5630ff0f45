import type { Workdays } from '../../calendar/workdays.ts';
import { lastDayOf, workdaysBetween } from '../../calendar/term.ts';
import type { LedgerDefinition, LedgerProblem, LedgerValues } from '../definition.ts';

const DONE = new Set(['granted', 'refused']);

/** 审批服务 (简化审批): applications, promised and real workdays. */
export const approvals: LedgerDefinition = {
  key: 'approvals',
  table: 'approval',
  name: '审批服务',
  unit: '件',
  path: '/approvals',
  section: '服务宣传',
  keywords: 'spfw shenpi jianhuashenpi chengnuozhi xingzhengxuke banjian',
  intro: '这里登记消防审批和服务事项：谁申请、哪天受理、承诺几个工作日、哪天办结，实际用时自动计算。',
  levels: ['city', 'county', 'township'],
  title: 'applicant',
  unique: ['organizationUid', 'applicant', 'item', 'receivedOn'],
  searched: ['note'],
  filters: ['state', 'item'],
  sorts: ['receivedOn', 'doneOn'],
  countedOn: 'receivedOn',
  files: '材料',
  columns: [
    {
      key: 'applicant',
      name: '申请单位(人)',
      words: '申请单位 申请人 单位名称 企业名称 单位',
      kind: 'line',
      limit: 60,
      required: true,
      width: 150,
    },
    {
      key: 'item',
      name: '审批事项',
      words: '事项 事项名称 办理事项 许可事项',
      kind: 'term',
      isCounted: true,
      required: true,
      width: 130,
    },
    {
      key: 'state',
      name: '办理状态',
      words: '状态 办理情况 办理结果 结果',
      kind: 'choice',
      required: true,
      usual: 'open',
      width: 92,
      choices: [
        { value: 'open', name: '办理中', words: '受理 已受理 在办', light: 'yellow' },
        { value: 'granted', name: '已办结', words: '办结 通过 许可 合格 准予许可', light: 'green' },
        { value: 'refused', name: '不予许可', words: '未通过 不合格 不通过', light: 'plain' },
        { value: 'withdrawn', name: '申请人撤回', words: '撤回 撤件 终止', light: 'plain' },
      ],
    },
    {
      key: 'receivedOn',
      name: '受理日期',
      words: '受理时间 收件日期 申请日期',
      kind: 'day',
      required: true,
      width: 96,
    },
    {
      key: 'promised',
      name: '承诺时限',
      words: '承诺期限 承诺办结时限 承诺工作日 办理时限',
      kind: 'whole',
      min: 0,
      max: 365,
      unit: '个工作日',
      hint: '从受理的第二天起算；当场办结的填 0。',
    },
    {
      key: 'doneOn',
      name: '办结日期',
      words: '办结时间 办理日期 发证日期',
      kind: 'day',
      width: 96,
      givesWay: true,
    },
    {
      key: 'byCommitment',
      name: '告知承诺制',
      words: '承诺制 告知承诺 是否承诺制 是否告知承诺',
      kind: 'flag',
    },
    { key: 'site', name: '重点单位', words: '消防安全重点单位', kind: 'site' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  kept: [
    { key: 'promisedOn', kind: 'day', of: promisedDay },
    {
      key: 'usedDays',
      kind: 'whole',
      of: ({ receivedOn, doneOn, state }, workdays) =>
        typeof receivedOn === 'string' && typeof doneOn === 'string' && DONE.has(String(state))
          ? workdaysBetween(receivedOn, doneOn, workdays)
          : null,
    },
  ],
  derived: [
    {
      key: 'used',
      name: '实际用时',
      width: 104,
      text: ({ usedDays }) => (typeof usedDays === 'number' ? `${usedDays} 个工作日` : ''),
    },
  ],
  due: {
    name: '承诺',
    heading: '承诺办结日',
    on: ({ state, promisedOn }) => (state === 'open' && typeof promisedOn === 'string' ? promisedOn : null),
    soonDays: 3,
  },
  checks(values, { today }) {
    const { receivedOn, doneOn, state } = values;
    const error = (field: string, text: string): LedgerProblem[] => [{ severity: 'error', field, text }];
    if (typeof receivedOn === 'string' && receivedOn > today)
      return error('receivedOn', '受理日期还没有到，请核对');
    if (typeof doneOn === 'string' && doneOn > today) return error('doneOn', '办结日期还没有到，请核对');
    if (typeof receivedOn === 'string' && typeof doneOn === 'string' && doneOn < receivedOn)
      return error('doneOn', '办结日期在受理日期以前，请核对');
    if (DONE.has(String(state)) && typeof doneOn !== 'string')
      return error('doneOn', '已经办结的，请填写办结日期');
    if (state === 'open' && typeof doneOn === 'string')
      return error('state', '已填写办结日期，请把办理状态改为“已办结”或“不予许可”');
    return lateHint(values);
  },
  measures: [
    { key: 'done', name: '审批办结', unit: '件', kind: 'count', on: 'doneOn', of: isDone },
    {
      key: 'promisedDone',
      name: '审批办结(有承诺时限)',
      unit: '件',
      kind: 'count',
      on: 'doneOn',
      of: (values) => isDone(values) * Number(typeof values['promised'] === 'number'),
    },
    {
      key: 'within',
      name: '承诺时限内办结',
      unit: '件',
      kind: 'count',
      on: 'doneOn',
      of: ({ usedDays, promised }) =>
        Number(typeof usedDays === 'number' && typeof promised === 'number' && usedDays <= promised),
    },
    { key: 'rate', name: '按承诺办结率', unit: '%', kind: 'share', part: 'within', whole: 'promisedDone' },
    {
      key: 'days',
      name: '审批实际用时合计',
      unit: '个工作日',
      kind: 'count',
      on: 'doneOn',
      of: ({ usedDays }) => (typeof usedDays === 'number' ? usedDays : 0),
    },
    {
      key: 'meanDays',
      name: '审批平均用时',
      unit: '个工作日',
      kind: 'share',
      part: 'days',
      whole: 'done',
    },
    {
      key: 'byCommitment',
      name: '告知承诺制审批',
      unit: '件',
      kind: 'count',
      of: ({ byCommitment }) => Number(byCommitment === 1),
    },
  ],
};

function promisedDay({ receivedOn, promised }: LedgerValues, workdays: Workdays): string | null {
  if (typeof receivedOn !== 'string' || typeof promised !== 'number') return null;
  return lastDayOf(receivedOn, { count: promised, unit: 'workday', movesToWorkday: false }, workdays).day;
}

function isDone({ state, doneOn }: LedgerValues): number {
  return Number(DONE.has(String(state)) && typeof doneOn === 'string');
}

function lateHint({ usedDays, promised }: LedgerValues): LedgerProblem[] {
  if (typeof usedDays !== 'number' || typeof promised !== 'number' || usedDays <= promised) return [];
  const text = `实际用了 ${usedDays} 个工作日，超过承诺的 ${promised} 个`;
  return [{ severity: 'hint', field: 'doneOn', text }];
}
