import type { erasure as contract } from '#shared/contract/erasure.ts';
import { AppError } from '#shared/errors.ts';
import { latestClearingDay, LEAST_KEPT_DAYS } from '#shared/rules/erasure/kept-log.ts';
import { termPattern } from '#shared/rules/erasure/terms.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import {
  blankInLog,
  eraseFromLog,
  type RewrittenRecord,
  type RowKey,
} from '#main/core/store/erase-from-log.ts';
import { lastHead } from '#main/core/store/log-queries.ts';
import { rebuildIndex, searchIndexes } from '#main/core/store/search-indexes.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { removeStagedTablesWith } from '#main/core/table-import/staged-table.ts';
import { rolesOf } from '#main/features/users/roles.ts';
import { allUsers } from '#main/features/users/queries.ts';
import {
  allClearings,
  allErasures,
  clearChanges,
  dropDrafts,
  dropStaged,
  fileByUid,
  lastOperationBefore,
  passagesInLog,
  usesOfContent,
} from './queries.ts';
import { eraseFromRow, isErasable } from './rows.ts';

/** Removing personal data, and clearing old row changes away: from the rows, from the log, in step with its chain. */
export const erasure: Handlers<typeof contract> = {
  /** Whoever set a first password knows it: only one that its owner has changed since confirms. */
  confirmers: (_input, { db, caller }) =>
    db
      .all(allUsers, {})
      .filter((user) => user.active === 1 && user.has_password === 1 && user.must_change === 0)
      .filter((user) => user.uid !== caller.userUid && rolesOf(user).includes('auditor'))
      .map(({ uid, name }) => ({ uid, name })),

  erase({ terms, rows, files, reason }, { db, caller, now, progress, summarize }) {
    const confirmedBy = requireConfirmed(caller);
    const pattern = termPattern(terms);
    if (reason.search(pattern) >= 0)
      throw new AppError('badInput', { detail: '原因里不要写要清除的姓名、电话，改写成“本人申请”一类' });
    if (rows.length === 0 && files.length === 0)
      throw new AppError('badInput', { detail: '请先勾选要清除的内容' });
    const openId = db.get(lastHead)?.id ?? 0;
    const erasureId = db.insert('erasure', {
      reason,
      asked_by: caller.userName,
      confirmed_by: confirmedBy,
      erased_at: now,
      first_operation: openId,
      row_count: rows.length,
      change_count: 0,
      line_count: 0,
      file_count: files.length,
    });
    const act: Act = { db, erasureId, openId, counts: { change: 0, line: 0 }, first: openId };
    const chosen = rows.filter(({ table }) => isErasable(table));
    for (const [at, row] of rows.entries()) {
      progress((at / rows.length) * 0.5, '清除现有的内容');
      eraseFromRow(db, row, pattern);
    }
    progress(0.5, '清除改动记录');
    eraseRecords(act, chosen, terms);
    const removedFiles = files.flatMap((uid) => removeFile(act, uid));
    for (const term of terms) {
      db.run(dropDrafts, { term });
      db.run(dropStaged, { term });
    }
    removeStagedTablesWith(db, terms);
    for (const [at, index] of searchIndexes.entries()) {
      progress(0.6 + (at / searchIndexes.length) * 0.4, `重建${index.name}的检索`);
      rebuildIndex(db, index);
    }
    const { change, line } = act.counts;
    db.update('erasure', erasureId, { change_count: change, line_count: line, first_operation: act.first });
    summarize(
      `${rows.length} 处内容、${change} 条改动记录、${line} 条日志、${files.length} 个附件；${confirmedBy}确认`,
    );
    return { rows: rows.length, changes: change, lines: line, files: files.length, removedFiles };
  },

  clearChanges({ before }, { db, caller, today, now, summarize }) {
    const confirmedBy = requireConfirmed(caller);
    const latest = latestClearingDay(today);
    if (before > latest)
      throw new AppError('refused', {
        reason: `最近 ${LEAST_KEPT_DAYS} 天的改动明细必须保留（网络安全法第二十一条：网络日志留存不少于六个月），日期最晚填 ${latest}。`,
      });
    const instant = new Date(`${before}T00:00:00`).getTime();
    const through = db.get(lastOperationBefore, { instant })?.id ?? 0;
    const { changes } = db.run(clearChanges, { through });
    db.insert('log_clearing', {
      through_operation: through,
      before_day: before,
      change_count: changes,
      asked_by: caller.userName,
      confirmed_by: confirmedBy,
      cleared_at: now,
    });
    summarize(`${before} 以前的 ${changes} 条改动明细；${confirmedBy}确认`);
    return { changes };
  },
};

/** Handlers that only the core itself calls. */
export const erasureForCore = {
  stored: (_input: unknown, { db }: ReadContext) => ({
    erasures: db.all(allErasures),
    clearings: db.all(allClearings),
  }),
};

/** One erasure under way. */
interface Act {
  readonly db: WriteStore;
  readonly erasureId: number;
  readonly openId: number;
  readonly counts: { change: number; line: number };
  /** The first operation that had written what is going. */
  first: number;
}

function eraseRecords(act: Act, rows: readonly RowKey[], terms: readonly string[]): void {
  const { db, openId } = act;
  attest(act, eraseFromLog(db, { rows, terms, pattern: termPattern(terms), openId }));
}

function attest(act: Act, records: readonly RewrittenRecord[]): void {
  for (const { kind, id, original, present, operationId } of records) {
    act.db.insert('erased_record', { erasure_id: act.erasureId, kind, record_id: id, original, present });
    act.counts[kind] += 1;
    act.first = Math.min(act.first, operationId);
  }
}

/** @returns digests of the bytes that nothing names any more */
function removeFile(act: Act, uid: string): string[] {
  const { db } = act;
  const file = db.get(fileByUid, { uid });
  if (file === undefined) throw new AppError('notFound', { what: '这个附件' });
  const digests = [file.sha256, file.thumbnail].filter((digest) => digest !== null);
  db.remove('attachment', file.id);
  // Only now: where older images were cleared, the removal of the passages has just logged their text again.
  const passages = db
    .all(passagesInLog, { attachmentId: file.id })
    .map(({ row_id: rowId }) => ({ table: 'library_clause', rowId }));
  // What the program had read from the file by itself.
  attest(act, blankInLog(db, { rows: passages, columns: ['text', 'search_text'], openId: act.openId }));
  eraseRecords(act, [{ table: 'attachment', rowId: file.id }], [file.name, ...digests]);
  return digests.filter((sha256) => db.get(usesOfContent, { sha256 })?.count === 0);
}

/** @throws AppError refused to whoever has not asked a second person */
function requireConfirmed({ confirmedBy }: WriteContext['caller']): string {
  if (confirmedBy === undefined)
    throw new AppError('refused', {
      reason: '这项操作要由审计员当面输入密码确认，请从“清除个人信息”页面办理。',
    });
  return confirmedBy;
}
