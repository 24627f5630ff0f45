import type { ListColumns } from '../tables/list-columns.ts';

export type ReceivedMeaning =
  | 'number'
  | 'receivedOn'
  | 'sender'
  | 'theirNumber'
  | 'title'
  | 'copies'
  | 'proposal'
  | 'instruction'
  | 'circulation'
  | 'dueOn'
  | 'result'
  | 'urgency'
  | 'secrecy'
  | 'note';

/** What a register of received papers (收文登记簿) holds. */
export const receivedColumns: ListColumns<ReceivedMeaning> = {
  number: { name: '收文编号', words: '编号 收文号 收文序号 登记号 登记编号' },
  receivedOn: {
    name: '收文日期',
    words: '收文时间 来文日期 来文时间 收到日期 登记日期 日期',
    kind: 'day',
    isRequired: true,
  },
  sender: {
    name: '来文单位',
    words: '来文机关 发文单位 发文机关 来件单位 单位',
    limit: 60,
    isRequired: true,
  },
  theirNumber: { name: '来文字号', words: '文号 来文文号 发文字号 文件字号 文件号 字号', limit: 40 },
  title: {
    name: '标题',
    words: '文件标题 来文标题 文件名称 来文名称 公文标题 题名 事由 内容',
    limit: 200,
    isRequired: true,
  },
  copies: { name: '份数', words: '数量' },
  proposal: { name: '拟办意见', words: '拟办', limit: 1_000 },
  instruction: { name: '领导批示', words: '批示 批示意见 领导意见 领导批示意见', limit: 1_000 },
  circulation: { name: '传阅', words: '传阅人 传阅情况 传阅范围' },
  dueOn: { name: '办理期限', words: '办理时限 办结期限 截止日期 时限 限办日期', kind: 'day' },
  result: { name: '办理结果', words: '办理情况 落实情况 办结情况 结果 处理结果', limit: 1_000 },
  urgency: { name: '紧急程度', words: '缓急 紧急', limit: 4 },
  secrecy: { name: '密级', words: '保密级别', limit: 20 },
  note: { name: '备注', words: '说明', limit: 500 },
};
