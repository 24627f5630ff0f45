import type { notices as contract } from '#shared/contract/notices.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { refuseBefore } from '#main/core/refuse-before.ts';
import { issuePaper, requirePaper, signPaper } from '#main/features/papers/index.ts';
import { pressTask } from '#main/features/tasks/index.ts';
import { noticeByUid, type NoticeDbRow, taskUidsOfNotice } from './queries.ts';
import { requireNotice } from './rows.ts';
import { shortList } from './short-list.ts';

type Names = 'remove' | 'signAndIssue' | 'send';

export const stepHandlers: Pick<Handlers<typeof contract>, Names> = {
  remove({ uids }, { db, summarize }) {
    const rows = uids.map((uid) => requireNotice(db, uid));
    for (const row of rows) {
      if (row.number !== '') {
        throw new AppError('refused', {
          reason: `“${row.title}”已经取了文号 ${row.number}，不能删除，请到公文里“作废”。`,
        });
      }
      // Its paper takes the notice along.
      db.remove('paper', row.paper_id);
    }
    summarize(shortList(rows.map(({ unit }) => unit)));
    return { removed: rows.length };
  },

  signAndIssue({ uids, day, person }, context) {
    const { db, summarize } = context;
    const rows = uids.map((uid) => requireNotice(db, uid)).toSorted(inOrder);
    const numbers = rows.map((row) => {
      const paper = requirePaper(db, row.paper_uid);
      if (paper.status === 'issued' || paper.status === 'void') {
        throw new AppError('refused', { reason: `“${row.unit}”的这份已经印发或作废，请去掉勾选再签发。` });
      }
      const number =
        paper.status === 'signed'
          ? paper.number_text
          : signPaper(context, paper, { day, person, opinion: '', expected: null });
      issuePaper(context, requirePaper(db, row.paper_uid), day);
      return number;
    });
    summarize(`${numbers.at(0) ?? ''}${numbers.length > 1 ? ` 至 ${numbers.at(-1) ?? ''}` : ''}`);
    return { numbers };
  },

  send({ uids, sentOn, channel, receivedOn, receivedBy }, { db, summarize }) {
    const rows = uids.map((uid) => requireNotice(db, uid));
    for (const row of rows) {
      if (row.issued_on === null) {
        throw new AppError('refused', { reason: `发给${row.unit}的这份还没有印发，不能登记送达。` });
      }
      refuseBefore('sentOn', sentOn, row.issued_on, ['送达日期', '印发日期']);
      if (receivedOn !== null) refuseBefore('receivedOn', receivedOn, sentOn, ['签收日期', '送达日期']);
      db.update('notice', row.id, {
        sent_on: sentOn,
        channel,
        received_on: receivedOn,
        received_by: receivedBy,
      });
    }
    summarize(shortList(rows.map(({ unit }) => unit)));
    return { changed: rows.length };
  },
};

function inOrder(one: NoticeDbRow, other: NoticeDbRow): number {
  return one.batch_uid === other.batch_uid
    ? one.position - other.position
    : one.batch_uid < other.batch_uid
      ? -1
      : 1;
}

/** A notice that is issued presses each of its tasks once. */
export function pressTasksOf(context: WriteContext, noticeUid: string, on: string): void {
  const row = context.db.get(noticeByUid, { uid: noticeUid });
  if (row === undefined) return;
  for (const { uid } of context.db.all(taskUidsOfNotice, { noticeId: row.id })) {
    pressTask(context, { uid, on, text: row.number, source: { kind: 'notice', uid: noticeUid } });
  }
}
