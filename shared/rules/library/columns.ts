import type { ListColumns } from '../tables/list-columns.ts';

export type LibraryMeaning =
  | 'title'
  | 'number'
  | 'issuer'
  | 'level'
  | 'issuedOn'
  | 'inForceFrom'
  | 'inForceTo'
  | 'validity'
  | 'subjects'
  | 'abstract';

/** What a list of laws and papers (法规目录) holds. */
export const libraryColumns: ListColumns<LibraryMeaning> = {
  title: {
    name: '名称',
    words: '标题 文件名称 文件标题 法规名称 标准名称 题名',
    limit: 200,
    isRequired: true,
  },
  number: { name: '文号', words: '发文字号 标准号 编号 令号 文件号', limit: 60 },
  issuer: { name: '发布机关', words: '发文机关 发布单位 发文单位 制定机关 来文单位', limit: 60 },
  level: { name: '效力级别', words: '级别 层级 类别 种类 文件类别' },
  issuedOn: {
    name: '发布日期',
    words: '公布日期 发文日期 印发日期 成文日期 发布时间 日期',
    kind: 'day',
  },
  inForceFrom: { name: '施行日期', words: '实施日期 生效日期 执行日期 施行时间 实施时间', kind: 'day' },
  inForceTo: { name: '失效日期', words: '废止日期 有效期至 截止日期', kind: 'day' },
  validity: { name: '效力', words: '效力状态 状态 有效性 时效性 是否有效' },
  subjects: { name: '主题词', words: '关键词 主题', limit: 200 },
  abstract: { name: '摘要', words: '内容摘要 主要内容 备注 说明', limit: 2_000 },
};
