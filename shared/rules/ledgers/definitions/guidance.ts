import { daysBetween } from '../../../calendar/days.ts';
import type { LedgerDefinition, LedgerProblem, LedgerValues } from '../definition.ts';

/** 精准服务: what enterprises asked for, the visit to them, and whether their problem is solved. */
export const guidance: LedgerDefinition = {
  key: 'guidance',
  table: 'guidance',
  name: '精准服务',
  unit: '次',
  path: '/guidance',
  section: '服务宣传',
  keywords: 'jzfw jingzhunfuwu qiyefuwu shangmenfuwu zhudaofuwu suqiu',
  intro: '这里登记对企业的精准服务：企业提出什么诉求、谁哪天上门、发现什么问题、哪天解决。',
  levels: ['city', 'county', 'township'],
  title: 'enterprise',
  unique: ['organizationUid', 'enterprise', 'day'],
  searched: ['request', 'problem', 'people'],
  filters: ['origin'],
  sorts: ['day', 'visitedOn'],
  countedOn: 'day',
  files: '照片和材料',
  columns: [
    {
      key: 'enterprise',
      name: '企业(单位)',
      words: '企业 企业名称 单位名称 服务对象 单位',
      kind: 'line',
      limit: 60,
      required: true,
      width: 170,
    },
    { key: 'site', name: '重点单位', words: '消防安全重点单位', kind: 'site' },
    {
      key: 'origin',
      name: '服务方式',
      words: '方式 来源 服务类型',
      kind: 'choice',
      required: true,
      usual: 'asked',
      width: 100,
      choices: [
        { value: 'asked', name: '企业申请', words: '申请 预约 诉求' },
        { value: 'offered', name: '主动上门', words: '主动服务 上门 走访' },
      ],
    },
    {
      key: 'day',
      name: '提出日期',
      words: '日期 诉求日期 申请日期 服务日期',
      kind: 'day',
      required: true,
      width: 104,
      hint: '主动上门的填上门日期。',
    },
    {
      key: 'request',
      name: '诉求',
      words: '服务需求 需求 诉求内容 申请内容',
      kind: 'text',
      limit: 1_000,
      width: 170,
      givesWay: true,
    },
    {
      key: 'visitedOn',
      name: '上门日期',
      words: '服务时间 上门时间 走访日期',
      kind: 'day',
      width: 104,
      givesWay: true,
    },
    { key: 'people', name: '服务人员', words: '人员 帮扶人员 专家', kind: 'line', limit: 100 },
    { key: 'problem', name: '问题', words: '发现问题 存在问题 问题内容', kind: 'text', limit: 2_000 },
    { key: 'solution', name: '解决办法', words: '指导意见 服务内容 办法', kind: 'text', limit: 2_000 },
    { key: 'solvedOn', name: '解决日期', words: '解决时间 办结日期', kind: 'day' },
  ],
  derived: [{ key: 'state', name: '进展', width: 120, text: progressOf }],
  checks({ day, visitedOn, solvedOn }, { today }) {
    const error = (field: string, text: string): LedgerProblem[] => [{ severity: 'error', field, text }];
    if (typeof day !== 'string') return [];
    if (day > today) return error('day', '提出日期还没有到，请核对');
    if (typeof visitedOn === 'string' && visitedOn < day)
      return error('visitedOn', '上门日期在提出日期以前，请核对');
    if (typeof solvedOn === 'string' && solvedOn < day)
      return error('solvedOn', '解决日期在提出日期以前，请核对');
    if (typeof solvedOn === 'string' && solvedOn > today)
      return error('solvedOn', '解决日期还没有到，请核对');
    return [];
  },
  measures: [
    {
      key: 'visited',
      name: '精准服务上门',
      unit: '次',
      kind: 'count',
      on: 'visitedOn',
      of: () => 1,
    },
    {
      key: 'solved',
      name: '精准服务已解决',
      unit: '次',
      kind: 'count',
      of: ({ solvedOn }) => Number(typeof solvedOn === 'string'),
    },
    { key: 'rate', name: '精准服务解决率', unit: '%', kind: 'share', part: 'solved', whole: 'count' },
    { key: 'days', name: '精准服务解决用时合计', unit: '天', kind: 'count', of: daysOf },
    {
      key: 'meanDays',
      name: '精准服务平均解决用时',
      unit: '天',
      kind: 'share',
      part: 'days',
      whole: 'solved',
    },
  ],
};

function progressOf({ day, visitedOn, solvedOn }: LedgerValues): string {
  if (typeof solvedOn === 'string' && typeof day === 'string')
    return `已解决，${daysBetween(day, solvedOn)} 天`;
  return typeof visitedOn === 'string' ? '已上门，未解决' : '待上门';
}

function daysOf({ day, solvedOn }: LedgerValues): number {
  return typeof day === 'string' && typeof solvedOn === 'string' ? daysBetween(day, solvedOn) : 0;
}
