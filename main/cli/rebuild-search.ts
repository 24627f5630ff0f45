import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '#shared/errors.ts';
import { defaultDataFolder, programVersion } from '#main/core/program.ts';
import { openStore } from '#main/core/store/open.ts';
import { rebuildIndex, searchIndexes } from '#main/core/store/search-indexes.ts';
import { type Terminal, UsageError } from './command.ts';
import { openData } from './open-data.ts';

export const REBUILD_USAGE = '用法：npm run --silent rebuild-search -- --data 文件夹';

/**
 * Builds every full-text index anew from the texts that it is derived from; nothing else changes.
 * @throws UsageError; AppError or StoreError in plain Chinese, such as while the program is running on the folder
 */
export async function rebuildSearchCommand(args: readonly string[], terminal: Terminal): Promise<void> {
  const folder = resolve(readFolder(args));
  // Refuses what is not there or not of this version, which opening for writing would create or upgrade.
  openData(folder).close();
  const store = openStore(folder, { programVersion });
  try {
    for (const index of searchIndexes) {
      if (terminal.signal.aborted) throw new AppError('cancelled');
      const rows = store.writeUnlogged((tx) => rebuildIndex(tx, index));
      terminal.out(`${index.name}：${rows} 条`);
    }
  } finally {
    store.close();
  }
}

function readFolder(args: readonly string[]): string {
  try {
    const { data } = parseArgs({ args: [...args], options: { data: { type: 'string' } } }).values;
    return data === undefined || data === '' ? defaultDataFolder() : data;
  } catch {
    throw new UsageError(`看不懂这些参数：${args.join(' ')}`, REBUILD_USAGE);
  }
}
