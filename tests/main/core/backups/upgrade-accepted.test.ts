import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups, removeBackup } from '#main/core/backups/place.ts';
import { prepareRestore } from '#main/core/backups/restore.ts';
import { acceptedPath } from '#main/core/store/backup-copy.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { acceptedFaults } from '#main/core/store/standing-faults.ts';
import { familySql, migrationFolder, operation, temporaryFolder } from '#tests/support/store.ts';

/** What stands after a full check. */
function checked(store: Store, folder: string): readonly string[] {
  const reader = store.read();
  const found = store.noteFullCheck(checkStore(reader, acceptedFaults(folder)));
  reader.close();
  return found;
}

it('A backup of an upgrade brings along what was accepted of its store, and takes it away with it', async () => {
  const base = temporaryFolder();
  const folder = join(base, 'data');
  const before = migrationFolder(base);
  const ground = openStore(folder, { migrationFolder: before });
  ground.recordEvent(operation({ label: '登录' }));
  ground.recordEvent(operation({ label: '退出' }));
  ground.close();
  const plain = new Driver(join(folder, 'store.db'));
  plain.exec(`UPDATE operation SET label = '别的' WHERE id = (SELECT max(id) - 1 FROM operation)`);
  plain.close();
  const found = openStore(folder, { migrationFolder: before });
  expect(checked(found, folder)).toHaveLength(1);
  found.acceptFaults(operation());
  found.close();

  const after = migrationFolder(base, familySql);
  const upgraded = openStore(folder, { migrationFolder: after });
  const [backup] = await findBackups(ownPlace(folder));
  expect(backup).toMatchObject({ kind: 'beforeMigration', accepted: [expect.any(String)] });
  const other = join(base, 'other');
  await prepareRestore(
    {
      place: ownPlace(folder),
      backup: backup!,
      opener: null,
      temporaryFolder: base,
      migrationFolder: after,
      progress: () => undefined,
      throwIfCancelled: () => undefined,
    },
    other,
    { backup: backup!.name, madeAt: backup!.madeAt, userUid: null, userName: '李明', preparedAt: 1 },
  );
  const restored = openStore(other, { migrationFolder: after });
  expect(checked(restored, other)).toEqual([]);
  restored.close();
  upgraded.close();
  await removeBackup(ownPlace(folder), backup!);
  expect(existsSync(acceptedPath(ownPlace(folder), backup!.name))).toBe(false);
});
