import { copyFileSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { descentOf, ownAmong, readOrigin } from '#main/core/backups/origin.ts';
import { findBackups, type FoundBackup, storePath } from '#main/core/backups/place.ts';
import { keptPath } from '#main/core/backups/pool.ts';
import { plainAt, sealPlace } from '#main/core/backups/seal-place.ts';
import { secondPlace } from '#main/core/backups/second-place.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { type BackupOffice, backupOffice } from './backup-office.ts';

const DAY = 86_400_000;
const noon = new Date(2026, 9, 30, 12).getTime();
const none = { own: 0, others: 0, files: 0 };

describe('what lies plain at the second place', () => {
  let base: string;
  let place: string;
  let ours: BackupOffice;
  let theirs: BackupOffice;

  beforeEach(() => {
    base = temporaryFolder();
    place = secondPlace(base);
    ours = backupOffice(base, 'ours');
    theirs = backupOffice(base, 'theirs');
    ours.keep('临川市照片');
    return () => {
      ours.close();
      theirs.close();
    };
  });

  function namesOwnOf(office: BackupOffice) {
    return async (found: readonly FoundBackup[]): Promise<ReadonlySet<string>> => {
      const origin = await readOrigin(office.folder);
      const reader = office.store.read();
      const names = ownAmong(found.map(descentOf), origin, reader);
      reader.close();
      return names;
    };
  }

  const seal = (office: BackupOffice) =>
    sealPlace({
      place,
      key: readBackupKey(office.folder)!,
      namesOwn: namesOwnOf(office),
      sources: (sha256) => [keptPath(office.folder, sha256)],
      now: Date.now(),
      progress: () => undefined,
      throwIfCancelled: () => undefined,
    });

  const isReadable = (text: string): boolean =>
    readdirSync(place, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => entry.isFile())
      .some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(text));

  it('is sealed when there is a password, and then opens with that', async () => {
    await ours.bringOver(noon);
    ours.setName('甲');
    await ours.bringOver(noon + DAY);
    expect(await plainAt(place, namesOwnOf(ours))).toEqual({ own: 2, others: 0, files: 1 });
    expect(isReadable('临川市照片')).toBe(true);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    expect(await seal(ours)).toEqual({ sealed: 2, left: none });
    expect(isReadable('临川市照片')).toBe(false);
    const found = await findBackups(place);
    expect(found.map(({ sealed }) => sealed)).toEqual([true, true]);
    for (const backup of found)
      expect(await ours.drill(backup, { password: '备份密码一号2026' })).toMatchObject({
        files: 1,
        faults: [],
      });
    expect(await seal(ours)).toEqual({ sealed: 0, left: none });
  });

  it('stays as it is where it is of another PC, with the photos that it names', async () => {
    theirs.keep('沙河区照片');
    await ours.bringOver(noon);
    const backup = await theirs.bringOver(noon + DAY);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    expect(await seal(ours)).toEqual({ sealed: 1, left: { own: 0, others: 1, files: 1 } });
    expect(await theirs.drill(backup)).toMatchObject({ files: 1, faults: [] });
    await setBackupPassword(theirs.folder, '备份密码二号2026');
    expect(await seal(theirs)).toEqual({ sealed: 1, left: none });
  });

  it('stays as it is where it is damaged, and is counted', async () => {
    const backup = await ours.bringOver(noon);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    writeFileSync(storePath(place, backup), '坏了');
    const left = { own: 1, others: 0, files: 1 };
    expect(await seal(ours)).toEqual({ sealed: 0, left });
  });

  it('goes where a program has ended before it had removed or finished it', async () => {
    const backup = await ours.bringOver(noon);
    const plain = storePath(place, backup);
    const half = join(place, '20261030-1200-每日-00000000.db');
    const kept = join(base, 'kept.db');
    copyFileSync(plain, kept);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    await seal(ours);
    copyFileSync(kept, plain);
    copyFileSync(kept, half);
    utimesSync(half, new Date(noon), new Date(Date.now() - DAY));
    expect(await plainAt(place, namesOwnOf(ours))).toEqual({ own: 0, others: 2, files: 0 });
    expect(await seal(ours)).toEqual({ sealed: 0, left: none });
    const [found] = await findBackups(place);
    expect(await ours.drill(found!)).toMatchObject({ files: 1, faults: [] });
  });
});
