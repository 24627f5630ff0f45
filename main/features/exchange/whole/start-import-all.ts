import { isAbsolute } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { dropUnfinished } from '#main/core/backups/restore.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { recordFailure } from '#main/features/files/record-failure.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { ImportAllInput, ImportedAll } from './import-all.ts';

/** @throws AppError refused where an office has been set up: what is there is never replaced */
export async function startImportAll(folder: string, context: ServiceContext): Promise<{ jobUid: string }> {
  const { core, caller } = context;
  if ((await officeNameFor(context)) !== '') {
    const reason =
      '这里已经有办公室的数据，没有导入。请用 --data 另选一个空文件夹，打开后在“建立办公室”那一页导入。';
    throw new AppError('refused', { reason });
  }
  if (!isAbsolute(folder)) {
    const example =
      process.platform === 'win32' ? 'E:\\全部数据 20261130-0900' : '/media/U盘/全部数据 20261130-0900';
    throw new AppError('refused', { reason: `请写完整的路径，例如 ${example}。` });
  }
  const input: ImportAllInput = { folder, now: Date.now() };
  const line = { name: 'exchange.importAll', label: '导入全部数据' };
  const job = core.jobs.start(line.name, line.label, input, async (result) => {
    const { rows, files } = result as ImportedAll;
    const summary = `“${folder}”，${rows} 条，附件 ${files} 个，下次打开程序时生效`;
    await core.record({ ...line, summary, outcome: 'done' }, caller);
    return result;
  });
  recordFailure(context, job, line);
  // A job that was ended in the middle of a step has not tidied up.
  void job.finished.then(() => dropUnfinished(core.dataFolder)).catch(() => undefined);
  return { jobUid: job.uid };
}
