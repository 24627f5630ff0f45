import type { NoticeState } from '#shared/rules/notices/notice-state.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

export const stateLights: Readonly<Record<NoticeState, Light>> = {
  drafting: 'plain',
  toSend: 'yellow',
  waiting: 'plain',
  dueSoon: 'yellow',
  overdue: 'red',
  replied: 'yellow',
  insufficient: 'red',
  settled: 'green',
  followed: 'plain',
  void: 'plain',
};

export const noticeTables: readonly string[] = [
  'notice',
  'notice_task',
  'notice_reply',
  'listed_supervision',
  'paper',
  'task',
  'task_event',
  'setting',
  'organization_state',
];

export const channels: readonly string[] = ['当面送达', '机要交换', '政务协同平台', '传真', '邮寄'];
