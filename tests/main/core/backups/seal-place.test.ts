import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { descentOf, ownAmong, readOrigin } from '#main/core/backups/origin.ts';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import {
  findBackups,
  type FoundBackup,
  manifestPath,
  pooledPath,
  storePath,
  writeManifest,
} from '#main/core/backups/place.ts';
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

  /** @param meanwhile happens whenever it is asked whether to stop */
  const seal = async (office: BackupOffice, meanwhile = (): void => undefined) =>
    sealPlace({
      place,
      key: readBackupKey(office.folder)!,
      namesOwn: namesOwnOf(office),
      madeHere: new Set((await findBackups(ownPlace(office.folder))).map(({ name }) => name)),
      sources: (sha256) => [keptPath(office.folder, sha256)],
      // So that nothing is kept only because it is young.
      now: Date.now() + 8 * DAY,
      progress: () => undefined,
      throwIfCancelled: meanwhile,
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

  it('stays as it is where a photo is spoiled everywhere, which can still be looked at then', async () => {
    const { sha256, path } = ours.keep('沙河区照片');
    const backup = await ours.bringOver(noon);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    for (const each of [path, pooledPath(place, sha256, null)]) writeFileSync(each, '沙河区照。');
    const left = { own: 1, others: 0, files: 2 };
    expect(await seal(ours)).toEqual({ sealed: 0, left });
    expect(isReadable('沙河区照。')).toBe(true);
    expect((await findBackups(place)).map(({ name, sealed }) => [name, sealed])).toEqual([
      [backup.name, false],
    ]);
    rmSync(pooledPath(place, sha256, null));
    expect(await seal(ours)).toEqual({ sealed: 1, left: none });
  });

  it('keeps the photos that a backup of another PC needs which has no manifest yet', async () => {
    theirs.keep('临川市照片');
    await ours.bringOver(noon);
    const backup = await theirs.bringOver(noon + DAY);
    rmSync(manifestPath(place, backup.name));
    await setBackupPassword(ours.folder, '备份密码一号2026');
    expect(await seal(ours)).toEqual({ sealed: 1, left: { own: 0, others: 1, files: 1 } });
    await writeManifest(place, backup.manifest!);
    expect(await theirs.drill(backup)).toMatchObject({ files: 1, faults: [] });
  });

  it('keeps its photos where another PC begins a backup while they are removed, until the next time', async () => {
    const backup = await ours.bringOver(noon);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    const begun = join(place, '20261031-1200-每日-00000000.db.partial');
    const begin = (): void => {
      if (!existsSync(storePath(place, backup))) writeFileSync(begun, '');
    };
    expect(await seal(ours, begin)).toEqual({ sealed: 1, left: { ...none, files: 1 } });
    expect(isReadable('临川市照片')).toBe(true);
    rmSync(begun);
    expect(await seal(ours)).toEqual({ sealed: 0, left: none });
  });

  it('goes where a program has ended before it had removed or finished it', async () => {
    const backup = await ours.bringOver(noon);
    const plain = storePath(place, backup);
    const half = storePath(place, await ours.make(noon + DAY));
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

  it('stays where it is of another PC without a manifest, or where its manifest does not answer', async () => {
    const backups = [await ours.bringOver(noon), await theirs.bringOver(noon)];
    await setBackupPassword(ours.folder, '备份密码一号2026');
    for (const backup of backups) {
      utimesSync(storePath(place, backup), new Date(noon), new Date(Date.now() - DAY));
      rmSync(manifestPath(place, backup.name));
    }
    // As a share that is gone for a moment: asked, it is an error of its own and no "not there".
    const [silent] = backups.map(({ name }) => manifestPath(place, name));
    symlinkSync(silent!, silent!);
    expect(await seal(ours)).toEqual({ sealed: 0, left: { own: 0, others: 2, files: 1 } });
  });

  it('stays where another PC has just sealed it, which removes it itself', async () => {
    const backup = await theirs.bringOver(noon);
    const kept = join(base, 'kept.db');
    copyFileSync(storePath(place, backup), kept);
    await setBackupPassword(theirs.folder, '备份密码二号2026');
    await seal(theirs);
    copyFileSync(kept, storePath(place, backup));
    await ours.make(noon);
    await setBackupPassword(ours.folder, '备份密码一号2026');
    expect(await seal(ours)).toMatchObject({ left: { others: 1 } });
  });
});
