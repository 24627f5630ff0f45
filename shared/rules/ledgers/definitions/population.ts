import type { LedgerDefinition } from '../definition.ts';

/** 人口户数: by which fires are set in proportion, see main/features/fire-figures/rates.ts. */
export const population: LedgerDefinition = {
  key: 'population',
  table: 'population',
  name: '人口户数',
  unit: '条',
  path: '/population',
  section: '火灾统计',
  keywords: 'rkhs renkou hushu changzhurenkou wanrenfashenglv',
  intro:
    '这里登记各县(市、区)、乡镇每年的常住人口和户数，以及来源。县(市、区)的人口用来计算火灾万人发生率、十万人口火灾死亡率。',
  levels: ['city', 'county', 'township'],
  title: 'year',
  unique: ['organizationUid', 'year'],
  searched: ['source'],
  filters: ['state'],
  sorts: ['permanent'],
  columns: [
    {
      key: 'year',
      name: '年份',
      words: '年度 年 统计年度',
      kind: 'whole',
      min: 1_990,
      max: 2_100,
      required: true,
      width: 76,
    },
    {
      key: 'permanent',
      name: '常住人口',
      words: '人口 人口数 常住人口数 总人口',
      kind: 'whole',
      min: 1,
      max: 100_000_000,
      unit: '人',
      required: true,
      width: 120,
    },
    {
      key: 'households',
      name: '户数',
      words: '总户数 家庭户数 家庭户',
      kind: 'whole',
      min: 0,
      max: 100_000_000,
      unit: '户',
      width: 96,
    },
    {
      key: 'area',
      name: '面积',
      words: '辖区面积 国土面积 土地面积 行政区域面积',
      kind: 'decimal',
      places: 2,
      min: 0,
      max: 1_000_000,
      unit: '㎢',
      width: 92,
      givesWay: true,
    },
    {
      key: 'state',
      name: '状态',
      words: '数据状态 快报核定',
      kind: 'choice',
      required: true,
      usual: 'verified',
      width: 76,
      choices: [
        { value: 'flash', name: '快报', words: '预计 初步', light: 'yellow' },
        { value: 'verified', name: '核定', words: '公布 年报', light: 'green' },
      ],
    },
    {
      key: 'source',
      name: '数据来源',
      words: '来源 依据 出处',
      kind: 'line',
      limit: 100,
      width: 180,
      givesWay: true,
      hint: '如统计年鉴、统计公报、人口普查。',
    },
    { key: 'note', name: '备注', words: '说明', kind: 'text', limit: 500 },
  ],
  derived: [
    {
      key: 'density',
      name: '人口密度',
      width: 104,
      text({ permanent, area }) {
        if (typeof permanent !== 'number' || typeof area !== 'number' || area === 0) return '';
        return `${Math.round((permanent * 100) / area)} 人/㎢`;
      },
    },
  ],
  checks({ year, permanent, households }, { today }) {
    if (typeof year === 'number' && year > Number(today.slice(0, 4)))
      return [{ severity: 'error', field: 'year', text: '年份还没有到，请核对' }];
    if (typeof permanent === 'number' && typeof households === 'number' && households > permanent)
      return [{ severity: 'error', field: 'households', text: '户数比常住人口还多，请核对单位(人、户)' }];
    return [];
  },
};
