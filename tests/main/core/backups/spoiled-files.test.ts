import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { currentBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups, pooledPath } from '#main/core/backups/place.ts';
import { secondPlace } from '#main/core/backups/second-place.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { type BackupOffice, backupOffice } from './backup-office.ts';

const DAY = 86_400_000;
const noon = new Date(2026, 9, 30, 12).getTime();

describe('a kept file that was lost or spoiled', () => {
  let base: string;
  let office: BackupOffice;
  let own: string;
  let sha256: string;
  let path: string;
  let original: string;

  beforeEach(() => {
    base = temporaryFolder();
    office = backupOffice(base, 'data');
    own = ownPlace(office.folder);
    office.keep('另一张');
    ({ sha256, path } = office.keep('照片'));
    original = join(base, '原件');
    writeFileSync(original, '照片');
    return () => office.close();
  });

  /** As a bad sector does it: in place, so that a second name shows it too. */
  function spoil(file: string): void {
    const bytes = readFileSync(file);
    bytes[0]! ^= 1;
    writeFileSync(file, bytes);
  }

  const drillOwn = (backup: Parameters<BackupOffice['drill']>[0]) => office.drill(backup, null, own);

  it('is named by the backup that has not got it, until it is there again', async () => {
    rmSync(path);
    const backup = await office.make(noon);
    expect(backup.manifest).toMatchObject({ files: { count: 1 }, missing: [sha256] });
    expect((await drillOwn(backup)).faults).toEqual(['做这个备份时已有 1 个附件找不到或者损坏。']);
    expect(await currentBackup(office.folder)).toBeNull();
    keepFile(office.folder, original, sha256);
    const next = await office.make(noon + DAY);
    expect(next.manifest).toMatchObject({ files: { count: 2 }, missing: [] });
    expect(await currentBackup(office.folder)).toMatchObject({ name: next.name });
  });

  it('comes into a backup, to the second place and back from what an earlier backup has kept', async () => {
    await office.make(noon);
    rmSync(path);
    const backup = await office.make(noon + DAY);
    expect(backup.manifest).toMatchObject({ files: { count: 2 }, missing: [] });
    expect(await office.carry(backup)).toEqual({ isNew: true, damaged: 0 });
    const [there] = await findBackups(secondPlace(base));
    expect(await office.drill(there!)).toMatchObject({ files: 2, faults: [] });
    expect(await office.restore(backup, null, own)).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('照片');
  });

  it('is not taken into a backup with other bytes than its name says', async () => {
    spoil(path);
    const backup = await office.make(noon);
    expect(backup.manifest).toMatchObject({ files: { count: 1 }, missing: [sha256] });
    expect(existsSync(pooledPath(own, sha256, null))).toBe(false);
  });

  it('is not taken to the second place, and is whole in all backups once it was added again', async () => {
    const backup = await office.make(noon);
    spoil(path);
    expect(await office.carry(backup)).toEqual({ isNew: true, damaged: 1 });
    const place = secondPlace(base);
    expect(existsSync(pooledPath(place, sha256, null))).toBe(false);
    const [there] = await findBackups(place);
    const lost = ['有 1 个附件缺失或损坏。'];
    expect([(await drillOwn(backup)).faults, (await office.drill(there!)).faults]).toEqual([lost, lost]);

    keepFile(office.folder, original, sha256);
    expect(readFileSync(path, 'utf8')).toBe('照片');
    const next = await office.bringOver(noon + DAY);
    for (const each of [backup, next]) {
      expect((await drillOwn(each)).faults).toEqual([]);
      expect((await office.drill(each)).faults).toEqual([]);
    }
  });

  it('is put back whole by a restore from the second place', async () => {
    await office.bringOver(noon);
    spoil(path);
    const [there] = await findBackups(secondPlace(base));
    expect(await office.restore(there!)).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe('照片');
  });
});
