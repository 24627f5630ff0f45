import { v7 } from 'uuid';
import type { notices as contract } from '#shared/contract/notices.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { refuseBefore } from '#main/core/refuse-before.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { noticeById, type NoticeDbRow, replyByUid } from './queries.ts';
import { requireNotice } from './rows.ts';

type Names = 'reply' | 'judge' | 'removeReply';

/** What came back, and whether it suffices. */
export const replyHandlers: Pick<Handlers<typeof contract>, Names> = {
  reply({ uid, day, person, text }, { db, summarize }) {
    const notice = requireNotice(db, uid);
    if (notice.issued_on === null) {
      throw new AppError('refused', { reason: '这份通知还没有印发，不能登记回复。' });
    }
    refuseBefore('day', day, notice.sent_on ?? notice.issued_on, ['回复日期', '送达日期']);
    const replyUid = v7();
    db.insert('notice_reply', {
      uid: replyUid,
      notice_id: notice.id,
      day,
      person,
      text,
      verdict: 'pending',
    });
    summarize(`${notice.unit}：${notice.number}`);
    return { replyUid };
  },

  judge({ replyUid, verdict, day, text }, { db, summarize }) {
    const { reply, notice } = requireReply(db, replyUid);
    refuseBefore('day', day, reply.day, ['审定日期', '回复日期']);
    db.update('notice_reply', reply.id, { verdict, judged_on: day, judgement: text });
    summarize(`${notice.unit}：${verdict === 'accepted' ? '符合要求' : '不符合要求'}`);
    return { replyUid };
  },

  removeReply({ replyUid }, { db, summarize }) {
    const { reply, notice } = requireReply(db, replyUid);
    db.remove('notice_reply', reply.id);
    summarize(`${notice.unit}：${notice.number}`);
    return { replyUid };
  },
};

function requireReply(db: ReadStore, uid: string) {
  const reply = db.get(replyByUid, { uid });
  const notice: NoticeDbRow | undefined = reply && db.get(noticeById, { id: reply.notice_id });
  if (reply === undefined || notice === undefined) throw new AppError('notFound', { what: '这份回复' });
  return { reply, notice };
}
