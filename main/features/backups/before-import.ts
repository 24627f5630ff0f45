import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Job } from '#main/core/jobs/jobs.ts';
import { settingsFor, startBackup } from './services.ts';

/**
 * Starts a backup where what was read is long enough. While the clerk still looks at it, the copy is made of the store
 * as it is before: an import that comes sooner does not get into it either, since the copy is of one moment.
 * @throws AppError refused while the checks have found anything
 */
export async function backUpBeforeImport(
  { core, caller }: Pick<ServiceContext, 'core' | 'caller'>,
  rows: number,
  kind: 'beforeImport' | 'beforeMerge' = 'beforeImport',
): Promise<Job | null> {
  const { importRows } = await settingsFor(core, caller);
  return rows >= importRows ? startBackup(core, caller, kind, 'whereChanged') : null;
}

/**
 * Before what cannot be undone: it is waited for.
 * @throws AppError refused where it did not succeed
 */
export async function backUpBeforeClearing({
  core,
  caller,
}: Pick<ServiceContext, 'core' | 'caller'>): Promise<void> {
  const { finished } = await startBackup(core, caller, 'beforeClearing', 'whereChanged');
  const { status, problem } = await finished;
  if (status === 'done') return;
  const reason = `清理以前的备份没有做成，所以没有清理：${problem ?? '已取消'}`;
  throw new AppError('refused', { reason });
}
