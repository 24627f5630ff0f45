import type { NoticeState } from '#shared/rules/notices/notice-state.ts';
import type { DateSource } from '#main/features/calendar/index.ts';
import { noticesWithReplyDue } from './queries.ts';
import { stateOf } from './rows.ts';
import { noticeSettings } from './settings.ts';

/** Nobody has been asked yet, or nobody is any more. */
const unasked: ReadonlySet<NoticeState> = new Set(['drafting', 'toSend', 'void']);
const answered: ReadonlySet<NoticeState> = new Set(['replied', 'settled', 'followed']);

/** Days by which a reply to a notice is due. */
export const noticeDates: DateSource = (range, { db, today }) => {
  const judge = { today, settings: noticeSettings(db) };
  return db.all(noticesWithReplyDue, range).flatMap((row) => {
    const state = stateOf(row, judge);
    if (row.reply_due_on === null || unasked.has(state)) return [];
    return [
      {
        key: `noticeReply ${row.uid}`,
        kind: 'noticeReply' as const,
        day: row.reply_due_on,
        title: row.title,
        note: row.unit,
        uid: row.uid,
        isDone: answered.has(state),
      },
    ];
  });
};
