import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { storeFile } from '#main/core/store/database.ts';
import { defaultMigrationFolder, readMigrations } from '#main/core/store/migration-folder.ts';
import { openReader } from '#main/core/store/open.ts';
import { defineQuery, integer } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireLocalFolder } from '#main/core/store/volume.ts';

const storedVersion = defineQuery({
  name: 'cli.storedVersion',
  sql: 'SELECT user_version FROM pragma_user_version',
  columns: { user_version: integer },
});

/**
 * Opens a data folder for reading only, also while the program is running on it.
 * @throws AppError in plain Chinese where there is no data, or data of another version
 */
export function openData(folder: string): ReadStore {
  requireLocalFolder(folder);
  if (!existsSync(join(folder, storeFile))) {
    throw new AppError('storeUnavailable', {
      reason: `文件夹“${folder}”里没有本程序的数据。请用 --data 指明数据文件夹。`,
    });
  }
  const db = openReader(folder);
  const stored = db.get(storedVersion)?.user_version ?? 0;
  const known = readMigrations(defaultMigrationFolder).list.length;
  if (stored === known) return db;
  db.close();
  throw new AppError('storeUnavailable', {
    reason:
      stored < known
        ? '数据还是旧版本的格式。请先启动一次程序，它会备份并升级数据，然后再运行这条命令。'
        : '数据由更新的程序保存过，当前程序不能读取。请安装新版本后再运行这条命令。',
  });
}
