import type { ListColumns } from '../tables/list-columns.ts';
import type { Measures } from './model.ts';

export type FindingMeaning =
  | 'county'
  | 'place'
  | 'spot'
  | 'what'
  | 'severity'
  | 'article'
  | 'demand'
  | 'leads'
  | 'foundOn'
  | 'dueOn'
  | keyof Measures;

/** What a 问题清单 or 整改台账 holds; how each finding stands is told by its steps, not by a table. */
export const findingTableColumns: ListColumns<FindingMeaning> = {
  county: { name: '县(市、区)', words: '县市区 县 区 县区 区县 属地 辖区 地区' },
  place: {
    name: '被督查单位(场所)',
    words:
      '被督查单位 被检查单位 被查单位 检查单位 受检单位 场所 场所名称 单位名称 单位 单位场所名称 检查场所 名称',
    limit: 100,
    isRequired: true,
  },
  spot: { name: '部位', words: '具体部位 位置 隐患部位 地点', limit: 60 },
  what: {
    name: '存在的问题',
    words: '存在问题 问题 问题隐患 发现的问题 隐患 隐患内容 问题描述 火灾隐患 存在的隐患 主要问题 具体问题',
    limit: 500,
    isRequired: true,
  },
  severity: { name: '级别', words: '隐患级别 问题级别 隐患等级 等级 隐患类别' },
  article: { name: '违反的条款', words: '违反条款 依据 条款 检查依据', limit: 300 },
  demand: {
    name: '整改要求',
    words: '整改标准(要求) 整改标准 整改意见 整改建议 要求',
    limit: 1_000,
  },
  leads: { name: '责任单位', words: '整改责任单位 牵头单位 整改单位 督促整改单位 主管部门 监管部门' },
  foundOn: {
    name: '发现日期',
    words: '检查日期 督查日期 检查时间 发现时间 督查时间',
    kind: 'day',
    isRequired: true,
  },
  dueOn: {
    name: '整改时限',
    words: '整改期限 整改完成时限 完成时限 期限 整改截止日期 限期整改日期',
    kind: 'day',
  },
  responsible: { name: '责任', words: '整改责任人 责任人', limit: 200 },
  measures: { name: '措施', words: '整改措施', limit: 1_000 },
  funds: { name: '资金', words: '整改资金', limit: 200 },
  timeLimit: { name: '时限', words: '时限要求', limit: 200 },
  emergencyPlan: { name: '预案', words: '应急预案', limit: 1_000 },
};
