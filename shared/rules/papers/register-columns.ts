import type { ListColumns } from '../tables/list-columns.ts';

export type RegisterMeaning = 'number' | 'title' | 'issuedOn' | 'addressee';

/** What a register of issued papers (发文登记簿) holds. */
export const registerColumns: ListColumns<RegisterMeaning> = {
  // A register of one series may number its lines alone.
  number: {
    name: '文号',
    words: '发文字号 发文号 文件号 公文文号 发文编号',
    pattern: /^(?:序号|编号|号)$/u,
    isRequired: true,
  },
  title: {
    name: '标题',
    words: '文件标题 公文标题 发文标题 文件名称 题名',
    limit: 200,
    isRequired: true,
  },
  issuedOn: {
    name: '印发日期',
    words: '发文日期 印发时间 发文时间 发布日期 日期',
    kind: 'day',
    isRequired: true,
  },
  addressee: { name: '主送', words: '主送机关 主送单位 发往单位 收文单位', limit: 2_000 },
};
