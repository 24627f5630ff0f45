import { FEN_IN_TEN_THOUSAND_YUAN } from '../../money.ts';
import { addDays, daysBetween } from '../../../calendar/days.ts';
import type { LedgerDefinition, LedgerProblem, LedgerStandards, LedgerValues } from '../definition.ts';

const insured: ReadonlySet<unknown> = new Set(['injury', 'accident']);

/** 消防员关爱: insurance and until when, medical checks, help, and what firefighters asked for and got. */
export const firefighterCare: LedgerDefinition = {
  key: 'firefighterCare',
  table: 'firefighter_care',
  name: '消防员关爱',
  unit: '条',
  path: '/firefighter-care',
  section: '基层力量',
  keywords: 'xfyga guanai baoxian tijian fuxu youdai suqiu',
  intro:
    '这里登记对消防员的保障：保险保到哪天、体检、抚恤、优待，提出的诉求什么时候办结。保险快到期、诉求超时会提醒。',
  levels: ['city', 'county', 'township'],
  title: 'person',
  unique: ['organizationUid', 'person', 'kind'],
  uniqueWith: ['doneOn', 'raisedOn'],
  searched: ['station', 'matter', 'note'],
  filters: ['kind'],
  files: '材料',
  columns: [
    {
      key: 'person',
      name: '对象',
      words: '姓名 人员 消防员 保障对象 受益人 队伍',
      kind: 'line',
      limit: 60,
      required: true,
      width: 150,
      hint: '写姓名；一批人写“城东站全体队员”这样，再填人数。',
    },
    {
      key: 'kind',
      name: '事项',
      words: '类别 种类 类型 关爱事项 保障事项 保障类别',
      kind: 'choice',
      required: true,
      width: 116,
      choices: [
        { value: 'injury', name: '工伤保险', words: '工伤' },
        { value: 'accident', name: '意外伤害保险', words: '意外险 意外保险 人身意外险 人身意外伤害保险' },
        { value: 'medical', name: '体检', words: '健康体检 年度体检 职业健康检查' },
        { value: 'pension', name: '抚恤', words: '抚恤金 伤亡抚恤' },
        { value: 'benefit', name: '优待', words: '优待优惠 慰问 走访慰问 奖励' },
        { value: 'complaint', name: '诉求办理', words: '诉求 意见 困难诉求 投诉' },
        { value: 'other', name: '其他', words: '其它' },
      ],
    },
    { key: 'station', name: '所在队站', words: '队站 消防站 消防队 单位 所属队站', kind: 'line', limit: 60 },
    {
      key: 'people',
      name: '人数',
      words: '参保人数 体检人数 人次 涉及人数',
      kind: 'whole',
      min: 1,
      max: 99_999,
      unit: '人',
      required: true,
      usual: 1,
      width: 96,
    },
    {
      key: 'doneOn',
      name: '日期',
      words: '时间 办理日期 办理时间 体检日期 体检时间 投保日期 发放日期 参保日期',
      kind: 'day',
      width: 104,
      hint: '投保、体检、发放的那天；诉求写在下面的提出和办结日期里。',
    },
    {
      key: 'amount',
      name: '金额',
      words: '金额元 经费 保费 发放金额 费用',
      kind: 'money',
      shownIn: '元',
      width: 96,
    },
    {
      key: 'insuredUntil',
      name: '保险到期日期',
      words: '保险到期 到期日期 保险期至 保险止期 有效期至',
      kind: 'day',
    },
    { key: 'matter', name: '内容', words: '诉求内容 事由 诉求 具体内容', kind: 'text', limit: 500 },
    { key: 'raisedOn', name: '诉求提出日期', words: '提出日期 提出时间 受理日期 受理时间', kind: 'day' },
    { key: 'solvedOn', name: '诉求办结日期', words: '办结日期 办结时间 解决日期 解决时间', kind: 'day' },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    {
      key: 'state',
      name: '情况',
      width: 72,
      text({ kind, insuredUntil, solvedOn }, { today }) {
        if (kind === 'complaint') return typeof solvedOn === 'string' ? '已办结' : '办理中';
        if (!insured.has(kind) || typeof insuredUntil !== 'string') return '';
        return insuredUntil < today ? '已脱保' : '在保';
      },
    },
  ],
  standards: [
    {
      key: 'solveDays',
      name: '诉求办结期限',
      unit: '天',
      min: 1,
      max: 365,
      usual: 30,
      source: '本程序拟定，可以修改',
    },
  ],
  due: {
    name: '办理',
    on({ kind, insuredUntil, raisedOn, solvedOn }, standards) {
      if (insured.has(kind)) return typeof insuredUntil === 'string' ? insuredUntil : null;
      if (kind !== 'complaint' || typeof raisedOn !== 'string' || typeof solvedOn === 'string') return null;
      return addDays(raisedOn, solveDays(standards));
    },
    soonDays: 30,
  },
  checks(values, { today, standards }) {
    const error = errorOf(values, today);
    return error === null ? hintsOf(values, standards) : [error];
  },
  measures: [
    {
      key: 'insured',
      name: '消防员在保人次',
      unit: '人次',
      kind: 'sum',
      of: ({ kind, people, insuredUntil }, { today }) =>
        insured.has(kind) && typeof insuredUntil === 'string' && insuredUntil >= today
          ? Number(people ?? 0)
          : 0,
    },
    {
      key: 'checked',
      name: '消防员体检人次',
      unit: '人次',
      kind: 'sum',
      on: 'doneOn',
      of: ({ kind, people }) => (kind === 'medical' ? Number(people ?? 0) : 0),
    },
    {
      key: 'raised',
      name: '消防员诉求提出',
      unit: '件',
      kind: 'count',
      on: 'raisedOn',
      of: ({ kind }) => Number(kind === 'complaint'),
    },
    {
      key: 'solved',
      name: '消防员诉求已办结',
      unit: '件',
      kind: 'count',
      on: 'raisedOn',
      of: ({ kind, solvedOn }) => Number(kind === 'complaint' && typeof solvedOn === 'string'),
    },
    {
      key: 'solvedRate',
      name: '消防员诉求办结率',
      unit: '%',
      kind: 'share',
      part: 'solved',
      whole: 'raised',
    },
    {
      key: 'amount',
      name: '消防员抚恤优待金额',
      unit: '万元',
      kind: 'sum',
      on: 'doneOn',
      of: ({ kind, amount }) =>
        (kind === 'pension' || kind === 'benefit') && typeof amount === 'number'
          ? amount / FEN_IN_TEN_THOUSAND_YUAN
          : 0,
    },
  ],
};

function solveDays(standards: LedgerStandards): number {
  return standards['solveDays']?.value ?? 30;
}

function errorOf(
  { kind, doneOn, insuredUntil, raisedOn, solvedOn }: LedgerValues,
  today: string,
): LedgerProblem | null {
  const error = (field: string, text: string): LedgerProblem => ({ severity: 'error', field, text });
  if (typeof doneOn === 'string' && doneOn > today) return error('doneOn', '日期还没有到，请核对');
  if (typeof raisedOn === 'string' && raisedOn > today)
    return error('raisedOn', '诉求提出日期还没有到，请核对');
  if (typeof solvedOn === 'string' && solvedOn > today)
    return error('solvedOn', '诉求办结日期还没有到，请核对');
  if (
    typeof insuredUntil === 'string' &&
    typeof doneOn === 'string' &&
    insured.has(kind) &&
    insuredUntil < doneOn
  )
    return error('insuredUntil', '保险到期日期早于投保日期，请核对');
  if (typeof solvedOn !== 'string') return null;
  if (typeof raisedOn !== 'string') return error('raisedOn', '填了诉求办结日期，请把提出日期也填上');
  return solvedOn < raisedOn ? error('solvedOn', '诉求办结日期早于提出日期，请核对') : null;
}

function hintsOf(
  { kind, insuredUntil, raisedOn, solvedOn }: LedgerValues,
  standards: LedgerStandards,
): LedgerProblem[] {
  const hint = (field: string, text: string): LedgerProblem[] => [{ severity: 'hint', field, text }];
  if (insured.has(kind) && typeof insuredUntil !== 'string')
    return hint('insuredUntil', '没有填保险到期日期');
  if (kind !== 'complaint') return [];
  if (typeof raisedOn !== 'string') return hint('raisedOn', '没有填诉求提出日期');
  const days = typeof solvedOn === 'string' ? daysBetween(raisedOn, solvedOn) : 0;
  const most = solveDays(standards);
  if (days <= most) return [];
  return hint('solvedOn', `办了 ${days} 天，超过 ${most} 天(${standards['solveDays']?.source ?? ''})`);
}
