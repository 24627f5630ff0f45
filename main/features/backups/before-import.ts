import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { settingsFor, startBackup } from './services.ts';

/**
 * Starts a backup where what was read is long enough. While the clerk still looks at it, the copy is made of the store
 * as it is before: an import that comes sooner does not get into it either, since the copy is of one moment.
 */
export async function backUpBeforeImport(
  { core, caller }: Pick<ServiceContext, 'core' | 'caller'>,
  rows: number,
): Promise<void> {
  const { importRows } = await settingsFor(core, caller);
  if (rows >= importRows) await startBackup(core, caller, 'beforeImport', 'whereChanged');
}
