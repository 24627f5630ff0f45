import { existsSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { readSums, SUMS_NAME, type SummedFile } from '#shared/rules/archive/sums.ts';
import { faultsOfStore } from '#main/core/backups/fetch-backup.ts';
import { prepareStore } from '#main/core/backups/restore.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import { readAccepted } from '#main/core/store/backup-copy.ts';
import { storeFile } from '#main/core/store/database.ts';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { bringAccepted } from '#main/core/store/standing-faults.ts';
import { waitingPath } from '#main/core/store/waiting-restore.ts';
import { ACCEPTED_NAME, FILES_FOLDER, STORE_FOLDER } from './names.ts';

export interface ImportAllInput {
  folder: string;
  /** Instant, UTC milliseconds. */
  now: number;
}

export interface ImportedAll {
  rows: number;
  files: number;
}

/**
 * Holds an export of everything against its checksums and makes it wait for the next start.
 * @throws AppError refused, fileRefused: then nothing has changed
 */
export async function importAll(
  { folder, now }: ImportAllInput,
  {
    dataFolder,
    progress,
    throwIfCancelled,
  }: Pick<JobContext, 'dataFolder' | 'progress' | 'throwIfCancelled'>,
): Promise<ImportedAll> {
  const files = await wholeFiles(folder, (done, count) => {
    throwIfCancelled();
    progress((0.6 * done) / count, `核对文件 ${done + 1}/${count}`);
  });
  const store = join(folder, STORE_FOLDER, storeFile);
  const attachments = files.filter(({ path }) => path.startsWith(`${FILES_FOLDER}/`));
  // Only what the checksums hold.
  const isAccepted = files.some(({ path }) => path === ACCEPTED_NAME);
  const accepted = isAccepted ? readAccepted(join(folder, ACCEPTED_NAME)) : [];
  const note = { backup: '全部数据导出', madeAt: now, userUid: null, userName: '', preparedAt: now };
  const rows = await prepareStore(dataFolder, note, async (partial) => {
    progress(0.6, '核对数据和操作日志');
    await copyFile(store, partial);
    const count = requireSoundStore(partial, accepted);
    if (accepted.length > 0) bringAccepted(waitingPath(dataFolder), accepted);
    for (const [done, { path, sha256 }] of attachments.entries()) {
      throwIfCancelled();
      progress(0.7 + (0.3 * done) / attachments.length, `放回附件 ${done + 1}/${attachments.length}`);
      keepFile(dataFolder, join(folder, path), sha256);
    }
    return count;
  });
  return { rows, files: attachments.length };
}

/** @throws AppError refused where the folder is no export, or not as it was written */
async function wholeFiles(
  folder: string,
  before: (done: number, count: number) => void,
): Promise<SummedFile[]> {
  const sums = join(folder, SUMS_NAME);
  const store = `${STORE_FOLDER}/${storeFile}`;
  const files = existsSync(sums) ? readSums(readFileSync(sums, 'utf8')) : null;
  if (files === null || !files.some(({ path }) => path === store))
    throw refused(`“${folder}”不是“导出全部数据”写的文件夹。压缩包请先解压，再填解压出来的文件夹。`);
  for (const [done, { path, sha256 }] of files.entries()) {
    before(done, files.length);
    const inside = resolve(folder, path);
    if (
      !inside.startsWith(resolve(folder) + sep) ||
      !existsSync(inside) ||
      (await hashOfFile(inside)) !== sha256
    )
      throw refused(`“${path}”缺少或改动过，没有导入。请换一份没有改动的导出。`);
  }
  return files;
}

/** @returns how many rows it has @throws AppError fileRefused, refused */
function requireSoundStore(file: string, accepted: readonly string[]): number {
  const found = faultsOfStore(file, { manifest: null, accepted });
  if (found.faults.length > 0)
    throw refused(`里面的数据有问题，没有导入：${found.faults.join('')}请换一份导出。`);
  if (found.facts.storeVersion > readMigrations(defaultMigrationFolder).list.length)
    throw refused('这份导出由更新的程序制作，这里的程序读不了。请先升级程序再导入。');
  return Object.values(found.facts.rows).reduce((sum, count) => sum + count, 0);
}

function refused(reason: string): AppError {
  return new AppError('refused', { reason });
}
