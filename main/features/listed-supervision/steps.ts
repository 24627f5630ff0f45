import { v7 } from 'uuid';
import type { listedSupervision as contract } from '#shared/contract/listed-supervision.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { refuseBefore } from '#main/core/refuse-before.ts';
import { boardDueWith } from './board-due.ts';
import { progressByUid } from './queries.ts';
import { requireListed, requireOnList } from './rows.ts';

type Names = 'hangBoard' | 'addProgress' | 'removeProgress' | 'extend' | 'accept' | 'delist' | 'reopen';

/** The way from the listing to 摘牌: board, monthly progress, extension, acceptance, delisting. */
export const stepHandlers: Pick<Handlers<typeof contract>, Names> = {
  hangBoard({ uid, day }, context) {
    const { db, summarize } = context;
    const row = requireOnList(db, uid);
    if (day !== null) refuseBefore('day', day, row.listed_on, ['悬挂日期', '挂牌日期']);
    db.update('listed_supervision', row.id, {
      board_hung_on: day,
      // The calendar may have become known while a board was said to hang.
      ...(day === null ? { board_due_on: boardDueWith(context)(row.listed_on) } : {}),
    });
    summarize(day === null ? `${row.name}：未悬挂` : `${row.name}：${day} 悬挂警示牌`);
    return { uid };
  },

  addProgress({ uid, day, text }, { db, caller, summarize }) {
    const row = requireOnList(db, uid);
    refuseBefore('day', day, row.listed_on, ['进展日期', '挂牌日期']);
    const progressUid = v7();
    db.insert('listed_progress', {
      uid: progressUid,
      listed_id: row.id,
      kind: 'progress',
      day,
      text,
      user_name: caller.userName,
    });
    summarize(`${row.name}：${text}`);
    return { progressUid };
  },

  removeProgress({ progressUid }, { db, summarize }) {
    const row = db.get(progressByUid, { uid: progressUid });
    if (row === undefined) throw new AppError('notFound', { what: '这条进展' });
    if (row.kind === 'extension') {
      throw new AppError('refused', { reason: '延期记录不能删除；延错了请再延期一次，改回正确的日期。' });
    }
    db.remove('listed_progress', row.id);
    summarize(row.text);
    return { progressUid };
  },

  extend({ uid, day, dueOn, reason }, { db, caller, summarize }) {
    const row = requireOnList(db, uid);
    refuseBefore('dueOn', dueOn, row.listed_on, ['整改期限', '挂牌日期']);
    if (dueOn === row.due_on) throw new AppError('refused', { reason: '新的整改期限与现在的一样。' });
    const progressUid = v7();
    db.insert('listed_progress', {
      uid: progressUid,
      listed_id: row.id,
      kind: 'extension',
      day,
      text: reason,
      old_due_on: row.due_on,
      new_due_on: dueOn,
      user_name: caller.userName,
    });
    db.update('listed_supervision', row.id, { due_on: dueOn });
    summarize(`${row.name}：${row.due_on} → ${dueOn}`);
    return { progressUid };
  },

  accept({ uid, day, by, text }, { db, summarize }) {
    const row = requireOnList(db, uid);
    refuseBefore('day', day, row.listed_on, ['验收日期', '挂牌日期']);
    db.update('listed_supervision', row.id, { accepted_on: day, accepted_by: by, acceptance: text });
    summarize(`${row.name}：${day} 验收`);
    return { uid };
  },

  delist({ uid, day }, { db, summarize }) {
    const row = requireOnList(db, uid);
    if (row.accepted_on === null) {
      throw new AppError('refused', { reason: '还没有验收，不能摘牌。请先登记验收。' });
    }
    refuseBefore('day', day, row.accepted_on, ['摘牌日期', '验收日期']);
    db.update('listed_supervision', row.id, { delisted_on: day });
    summarize(`${row.name}：${day} 摘牌`);
    return { uid };
  },

  reopen({ uid, day, reason }, context) {
    const { db, caller, summarize } = context;
    const row = requireListed(db, uid);
    if (row.accepted_on === null) {
      throw new AppError('refused', { reason: '这项挂牌督办还没有验收，不用重新挂牌。' });
    }
    db.update('listed_supervision', row.id, {
      accepted_on: null,
      accepted_by: '',
      acceptance: '',
      delisted_on: null,
      ...(row.board_hung_on === null ? { board_due_on: boardDueWith(context)(row.listed_on) } : {}),
    });
    db.insert('listed_progress', {
      listed_id: row.id,
      kind: 'progress',
      day,
      text: `重新挂牌：${reason}`,
      user_name: caller.userName,
    });
    summarize(`${row.name}：${reason}`);
    return { uid };
  },
};
