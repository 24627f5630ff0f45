import type { ListColumns } from '../tables/list-columns.ts';

export type ListedMeaning =
  | 'name'
  | 'organization'
  | 'level'
  | 'address'
  | 'hazards'
  | 'responsiblePerson'
  | 'phone'
  | 'leader'
  | 'supervisingUnit'
  | 'measures'
  | 'listedOn'
  | 'dueOn'
  | 'board';

/** What a 火灾隐患挂牌督办一览表 holds. */
export const listedTableColumns: ListColumns<ListedMeaning> = {
  name: {
    name: '单位或区域名称',
    words: '单位名称 名称 单位 区域名称 隐患单位 挂牌单位 挂牌单位名称 被挂牌单位 隐患单位名称',
    limit: 100,
    isRequired: true,
  },
  organization: { name: '责任单位', words: '整改责任单位 属地 所在区县 县市区 责任区县 牵头单位' },
  level: { name: '级别', words: '挂牌级别 督办级别 挂牌层级' },
  address: { name: '地址', words: '单位地址 详细地址 所在地址', limit: 200 },
  hazards: {
    name: '主要火灾隐患',
    words: '火灾隐患 主要隐患 隐患内容 存在的隐患 存在的火灾隐患 隐患情况 主要问题 存在问题',
    limit: 2_000,
  },
  responsiblePerson: { name: '整改责任人', words: '责任人 单位负责人 负责人', limit: 60 },
  phone: { name: '电话', words: '联系电话 联系方式 手机', limit: 40 },
  leader: { name: '包案领导', words: '包保领导 包联领导 督办领导 挂牌领导', limit: 60 },
  supervisingUnit: { name: '督办单位', words: '挂牌督办单位 督办部门 监管部门', limit: 60 },
  measures: { name: '整改措施', words: '措施 整改要求', limit: 2_000 },
  listedOn: {
    name: '挂牌日期',
    words: '挂牌时间 督办日期 督办时间',
    kind: 'day',
    isRequired: true,
  },
  // An extended limit has the first one behind it.
  dueOn: {
    name: '整改期限',
    words: '整改时限 期限 完成时限 整改完成时限 整改截止日期',
    isRequired: true,
  },
  board: { name: '警示牌', words: '警示牌悬挂日期 悬挂日期' },
};
