import { randomUUID } from 'node:crypto';
import type { receivedPapers as contract } from '#shared/contract/received-papers.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { decidePatch } from '#main/core/patch.ts';
import { columnsOf, type ReceivedFields } from './columns.ts';
import { entries } from './entries.ts';
import { handlingFormOf } from './handling-form.ts';
import { instructionTasks, tasksOfReceived } from './instruction-tasks.ts';
import { receivedImport } from './import.ts';
import { listReceived } from './list.ts';
import { countReceived, lastReceivedSerial } from './queries.ts';
import { detailOf, requireReceived } from './rows.ts';

export { receivedDates } from './dates.ts';
export { requireReceived } from './rows.ts';

/** 收文: what came in, what was proposed, instructed and circulated, and how it ended. */
export const receivedPapers: Handlers<typeof contract> = {
  list: (asked, { db }) => listReceived(db, asked),
  counts(_input, { db }) {
    const { open, total } = db.get(countReceived) ?? { open: 0, total: 0 };
    return { open, done: total - open, all: total };
  },
  get: ({ uid }, { db }) => detailOf(db, uid),
  handlingForm: ({ uid }, context) => handlingFormOf(context, uid),

  register(input, { db, now, today, caller, summarize }) {
    refuseBadDays(input, today);
    const uid = randomUUID();
    const year = Number(input.receivedOn.slice(0, 4));
    const serial = (db.get(lastReceivedSerial, { year })?.serial ?? 0) + 1;
    db.insert('received_paper', {
      uid,
      year,
      serial,
      ...columnsOf(input),
      status: 'open',
      registered_by: caller.userName,
      created_at: now,
    });
    summarize(`${input.sender}：${input.title}`);
    return { uid };
  },

  correct({ uid, base, set }, { db, today, summarize }) {
    const row = requireReceived(db, uid);
    const stored: ReceivedFields = {
      sender: row.sender,
      theirNumber: row.their_number,
      title: row.title,
      receivedOn: row.received_on,
      dueOn: row.due_on,
      urgency: row.urgency,
      secrecy: row.secrecy,
      copies: row.copies,
      note: row.note,
    };
    const corrected = { ...stored, ...decidePatch(stored, base, set) };
    refuseBadDays(corrected, today);
    if (corrected.receivedOn.slice(0, 4) !== row.received_on.slice(0, 4)) {
      throw new AppError('refused', {
        reason: '收文日期不能改到另一年，收文编号是按年编的。请删除后重新登记。',
      });
    }
    db.update('received_paper', row.id, columnsOf(corrected));
    summarize(corrected.title);
    return { uid };
  },

  remove({ uid }, { db, today, summarize }) {
    const row = requireReceived(db, uid);
    const count = tasksOfReceived(db, uid, today).length;
    if (count > 0) {
      throw new AppError('refused', {
        reason: `这份收文已转出 ${count} 项督办任务，不能删除。录错了的，请先到“督办任务”里删除这些任务。`,
      });
    }
    db.remove('received_paper', row.id);
    summarize(row.title);
    return { uid };
  },

  importTable: importList(receivedImport),
  ...entries,
  ...instructionTasks,
};

function refuseBadDays({ receivedOn, dueOn }: ReceivedFields, today: string): void {
  if (receivedOn > today) {
    throw new AppError('refused', {
      reason: `收文日期 ${receivedOn} 还没有到，请核对。`,
      field: 'receivedOn',
    });
  }
  if (dueOn !== null && dueOn < receivedOn) {
    throw new AppError('refused', { reason: '办理期限不能早于收文日期，请核对。', field: 'dueOn' });
  }
}
