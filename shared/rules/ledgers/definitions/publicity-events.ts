import type { LedgerDefinition, LedgerValue } from '../definition.ts';

/** 宣传活动: publicity, that of the law (普法) included. */
export const publicityEvents: LedgerDefinition = {
  key: 'publicityEvents',
  table: 'publicity_event',
  name: '宣传活动',
  unit: '场',
  path: '/publicity-events',
  section: '服务宣传',
  keywords: 'xchd xuanchuan pufa xiaofangxuanchuan wujin xuanchuanyue',
  intro: '这里登记消防宣传和普法活动：哪天、在哪里、谁组织、多少人参加、发了多少材料，照片放在下面。',
  levels: ['city', 'county', 'township', 'village'],
  title: 'name',
  unique: ['organizationUid', 'name', 'day'],
  searched: ['venue', 'organiser'],
  filters: ['kind'],
  sorts: ['day', 'people'],
  countedOn: 'day',
  files: '照片和材料',
  columns: [
    {
      key: 'name',
      name: '活动名称',
      words: '名称 活动 活动主题 主题 活动内容',
      kind: 'line',
      limit: 60,
      required: true,
      width: 170,
    },
    {
      key: 'kind',
      name: '活动种类',
      words: '种类 类型 活动类型 活动形式 形式',
      kind: 'term',
      isCounted: true,
      required: true,
      width: 96,
    },
    {
      key: 'day',
      name: '活动日期',
      words: '日期 活动时间 时间 开展时间',
      kind: 'day',
      required: true,
      width: 104,
    },
    {
      key: 'isLegal',
      name: '普法',
      words: '是否普法 普法活动 法治宣传',
      kind: 'flag',
      usual: 0,
      width: 64,
      hint: '宣传法律法规的选“是”，另作一项统计。',
    },
    { key: 'venue', name: '活动地点', words: '地点 场所 活动场所', kind: 'line', limit: 60 },
    {
      key: 'organiser',
      name: '组织单位',
      words: '主办单位 承办单位 组织者 责任单位',
      kind: 'line',
      limit: 60,
      width: 120,
      givesWay: true,
    },
    {
      key: 'people',
      name: '参加人次',
      words: '人数 受众 参加人数 受教育人数 参与人数 覆盖人数 人次',
      kind: 'whole',
      min: 0,
      max: 10_000_000,
      width: 92,
    },
    {
      key: 'materials',
      name: '发放材料',
      words: '材料 宣传资料 发放资料 资料份数',
      kind: 'whole',
      min: 0,
      max: 10_000_000,
      unit: '份',
    },
    { key: 'note', name: '活动情况', words: '备注 说明 简要情况', kind: 'text', limit: 2_000 },
  ],
  checks: ({ day }, { today }) =>
    typeof day === 'string' && day > today
      ? [{ severity: 'error', field: 'day', text: '活动日期还没有到，开展以后再登记' }]
      : [],
  measures: [
    {
      key: 'people',
      name: '宣传参加人数',
      unit: '人次',
      kind: 'count',
      of: ({ people }) => numberOf(people),
    },
    {
      key: 'materials',
      name: '宣传发放材料',
      unit: '份',
      kind: 'count',
      of: ({ materials }) => numberOf(materials),
    },
    { key: 'legal', name: '普法活动', unit: '场', kind: 'count', of: ({ isLegal }) => numberOf(isLegal) },
    {
      key: 'legalPeople',
      name: '普法参加人数',
      unit: '人次',
      kind: 'count',
      of: ({ isLegal, people }) => numberOf(isLegal) * numberOf(people),
    },
  ],
};

function numberOf(value: LedgerValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
