import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { erasure as contract, ErasureDone } from '#shared/contract/erasure.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { removeKept } from '#main/core/files/kept-files.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import { forgetUnderstood } from '#main/core/table-import/understood-file.ts';
import { backUpBeforeClearing } from '#main/features/backups/before-import.ts';
import { requireEntry } from '#main/features/session/require-entry.ts';
import type { erasureForCore } from './index.ts';
import { findHolders, mayHold } from './still-held.ts';

export const erasureServices: Services<typeof contract, ServiceContext> = {
  find: (input, { core }) => ({ jobUid: core.jobs.start('erasure.find', '查找个人信息', input).uid }),

  async start({ confirm, ...chosen }, context) {
    const { core } = context;
    const caller = await confirmed(confirm, context, '确认清除个人信息');
    const job = core.jobs.track('清除个人信息', async (report): Promise<ErasureDone> => {
      report(null, '清除内容和改动记录');
      const done = (await core.write('erasure.erase', chosen, caller, randomUUID())) as ErasureDone & {
        removedFiles: string[];
      };
      const { removedFiles, ...counts } = done;
      report(0.7, '删除附件');
      await forgetUnderstood(core.dataFolder);
      await removeBytes(core.dataFolder, removedFiles);
      report(0.8, '整理数据文件');
      await core.compact();
      return counts;
    });
    return { jobUid: job.uid };
  },

  async startClearing({ confirm, ...asked }, context) {
    const { core } = context;
    const caller = await confirmed(confirm, context, '确认清理旧的改动明细');
    const job = core.jobs.track('清理旧的改动明细', async (report) => {
      report(null, '备份数据');
      await backUpBeforeClearing({ core, caller });
      report(0.3, '清理改动明细');
      const done = await core.write('erasure.clearChanges', asked, caller, randomUUID());
      report(0.6, '整理数据文件');
      await core.compact();
      return done;
    });
    return { jobUid: job.uid };
  },

  async records(_input, context) {
    const { core, caller } = context;
    const { erasures, clearings } = (await core.read('erasure.stored', null, caller)) as ReturnType<
      typeof erasureForCore.stored
    >;
    const { holders, unchecked } = await findHolders(context);
    return {
      unchecked,
      erasures: erasures.map((each) => ({
        uid: each.uid,
        at: each.erased_at,
        reason: each.reason,
        askedBy: each.asked_by,
        confirmedBy: each.confirmed_by,
        rows: each.row_count,
        changes: each.change_count,
        lines: each.line_count,
        files: each.file_count,
        backups: holders
          .filter((holder) => mayHold(holder, each.first_operation, each.erased_at))
          .map(({ name }) => name),
      })),
      clearings: clearings.map((each) => ({
        uid: each.uid,
        at: each.cleared_at,
        beforeDay: each.before_day,
        changes: each.change_count,
        askedBy: each.asked_by,
        confirmedBy: each.confirmed_by,
      })),
    };
  },
};

/** @returns the caller with the second person beside him @throws AppError refused, wrongPassword, lockedOut */
async function confirmed(
  { userUid, password }: { userUid: string; password: string },
  context: ServiceContext,
  label: string,
): Promise<Caller> {
  const { core, caller } = context;
  const others = (await core.read('erasure.confirmers', null, caller)) as { uid: string; name: string }[];
  const second = others.find(({ uid }) => uid === userUid);
  if (second === undefined)
    throw new AppError('refused', {
      reason:
        '要由另一名审计员用自己的密码确认。请先在“用户”里指定一名审计员、设好密码，并请本人登录改过一次。',
    });
  await requireEntry(second, password, { name: 'session.unlock', label, summary: second.name }, context);
  return { ...caller, confirmedBy: second.name };
}

/** The bytes themselves, and copies of them that were lent for looking at or are on their way in. */
async function removeBytes(dataFolder: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  for (const sha256 of digests) await removeKept(dataFolder, sha256);
  for (const name of ['lent', 'incoming']) {
    const entries = await readdir(join(dataFolder, name), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      if (digests.includes(await hashOfFile(path))) await rm(path, { force: true });
    }
  }
}
