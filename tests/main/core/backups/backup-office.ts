import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBackupKey } from '#main/core/backups/backup-key.ts';
import { makeBackup } from '#main/core/backups/make-backup.ts';
import type { FoundBackup } from '#main/core/backups/place.ts';
import { drill, prepareRestore } from '#main/core/backups/restore.ts';
import { carryBackup, secondPlace } from '#main/core/backups/second-place.ts';
import type { Opener } from '#main/core/backups/sealed-file.ts';
import { openStore } from '#main/core/store/open.ts';
import { operation } from '#tests/support/store.ts';

const go = { progress: () => undefined, throwIfCancelled: () => undefined };

export type BackupOffice = ReturnType<typeof backupOffice>;

/** A PC with its data folder, whose backups go to a place that others may use too. */
export function backupOffice(base: string, name: string) {
  const folder = join(base, name);
  const store = openStore(folder, { programVersion: '0.1.0' });

  const setName = (value: string): void =>
    void store.transact(operation({ name: 'office.update', label: '改名称' }), (tx) =>
      tx.insert('setting', { name: value, value: JSON.stringify(value) }),
    );

  /** A kept file as an attachment leaves it. @returns its SHA-256 and where it lies */
  function keep(content: string): { sha256: string; path: string } {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const path = join(folder, 'files', sha256.slice(0, 2), sha256);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    const row = { subject_kind: 'task', subject_uid: 'x', name: content, bytes: 1, sha256, thumbnail: null };
    store.transact(operation({ label: '添加附件' }), (tx) =>
      tx.insert('attachment', { ...row, note: '', added_at: 1, added_by: '李明' }),
    );
    return { sha256, path };
  }

  const make = (now: number) =>
    makeBackup({ dataFolder: folder, kind: 'daily', programVersion: '0.1.0', now, ...go });

  const carry = (backup: FoundBackup) =>
    carryBackup(backup, {
      dataFolder: folder,
      chosenFolder: base,
      key: readBackupKey(folder),
      now: backup.madeAt,
      ...go,
    });

  /** @param opener default: the key that this PC keeps */
  const restoring = (
    backup: FoundBackup,
    opener: Opener | null = readBackupKey(folder),
    place = secondPlace(base),
  ) => ({ place, backup, opener, temporaryFolder: base, ...go });

  return {
    folder,
    store,
    setName,
    keep,
    make,
    carry,
    drill: (...what: Parameters<typeof restoring>) => drill(restoring(...what), '0.1.0'),
    /** @returns how many kept files are whole nowhere */
    restore: (...what: Parameters<typeof restoring>) => {
      const [{ name: backup, madeAt }] = what;
      const note = { backup, madeAt, userUid: null, userName: '李明', preparedAt: madeAt };
      return prepareRestore(restoring(...what), folder, note);
    },
    /** Makes a backup and takes it to the place. */
    async bringOver(now: number): Promise<FoundBackup> {
      const backup = await make(now);
      await carry(backup);
      return backup;
    },
    close: () => store.close(),
  };
}
