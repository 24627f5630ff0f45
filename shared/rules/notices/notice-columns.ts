import type { ListColumns } from '../tables/list-columns.ts';
import type { NoticeKind } from './model.ts';

export type NoticeMeaning =
  | 'number'
  | 'kind'
  | 'title'
  | 'unit'
  | 'issuedOn'
  | 'sentOn'
  | 'channel'
  | 'receivedOn'
  | 'receivedBy'
  | 'replyDueOn'
  | 'repliedOn'
  | 'reply'
  | 'state';

/** What a list of issued supervision notices (督办通知台账) holds. */
export const noticeTableColumns: ListColumns<NoticeMeaning> = {
  number: { name: '文号', words: '发文字号 发文号 文件号 通知文号 督办文号 督办编号', isRequired: true },
  kind: { name: '类别', words: '文种 种类 类型 通知类别 督办方式 督办形式' },
  title: {
    name: '标题',
    words: '文件标题 通知标题 督办事项 督办内容 事项 事由 主要内容',
    limit: 200,
    isRequired: true,
  },
  unit: {
    name: '承办单位',
    words: '主送 主送单位 主送机关 被督办单位 责任单位 督办对象 发往单位 收文单位 单位',
    limit: 2_000,
    isRequired: true,
  },
  issuedOn: {
    name: '印发日期',
    words: '印发时间 发文日期 发文时间 督办日期 督办时间 下发日期 日期',
    kind: 'day',
    isRequired: true,
  },
  sentOn: { name: '送达日期', words: '送达时间 送达 发出日期', kind: 'day' },
  channel: { name: '送达方式', words: '送达途径 发送方式', limit: 30 },
  receivedOn: { name: '签收日期', words: '签收时间', kind: 'day' },
  receivedBy: { name: '签收人', words: '签收 接收人 收件人', limit: 30 },
  replyDueOn: {
    name: '反馈期限',
    words: '回复期限 反馈时限 办理期限 办结期限 整改期限 完成时限',
    kind: 'day',
  },
  repliedOn: { name: '反馈日期', words: '回复日期 反馈时间 回复时间', kind: 'day' },
  reply: { name: '反馈情况', words: '反馈内容 回复内容 回复情况 办理情况 落实情况 整改情况', limit: 4_000 },
  state: { name: '状态', words: '办理状态 办结情况 是否办结 是否反馈 是否回复' },
};

const kindWords: readonly (readonly [NoticeKind, RegExp])[] = [
  ['delisting', /摘牌|销案/u],
  ['listing', /挂牌/u],
  ['reminder', /提示|提醒/u],
  ['summons', /约谈/u],
  ['circular', /通报/u],
  ['letter', /督办函/u],
  ['order', /督办通知|通知书/u],
];

/** Null: the words are not known. */
export function noticeKindOf(words: string): NoticeKind | null {
  return kindWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Where a notice stood, as lists say it; `open` goes by its days. */
export type SaidState = 'settled' | 'replied' | 'open' | 'notValid';

const stateWords: readonly (readonly [SaidState, RegExp])[] = [
  ['notValid', /作废|拟制|撤销/u],
  ['open', /未|没有|尚|等待|逾期|临近|期限|待送|不符合|正在|办理中|整改中|督办中|^否$/u],
  ['settled', /办结|销号|结案|完成|再次督办|已落实|已整改/u],
  ['replied', /反馈|回复|审定|^是$/u],
];

/** Null: the words are not known. */
export function saidStateOf(words: string): SaidState | null {
  return stateWords.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** In the order of the words above the list. */
export const noticeColumnsWithoutHeading: readonly NoticeMeaning[] = [
  'number',
  'title',
  'unit',
  'issuedOn',
  'replyDueOn',
];
