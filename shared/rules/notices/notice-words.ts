import type { NoticeState } from './notice-state.ts';

export const noticeStateWords: Readonly<Record<NoticeState, string>> = {
  drafting: '拟制中',
  toSend: '待送达',
  waiting: '等待反馈',
  dueSoon: '临近期限',
  overdue: '逾期未反馈',
  replied: '已反馈，待审定',
  insufficient: '反馈不符合要求',
  settled: '已办结',
  followed: '已再次督办',
  void: '已作废',
};
