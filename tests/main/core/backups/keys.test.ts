import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { findBackups, formerPooledPath, pooledPath, removeBackup } from '#main/core/backups/place.ts';
import { removeOrphans } from '#main/core/backups/pool.ts';
import { secondPlace } from '#main/core/backups/second-place.ts';
import { newPlaceKey, sealFile } from '#main/core/backups/sealed-file.ts';
import { temporaryFolder } from '#tests/support/store.ts';
import { type BackupOffice, backupOffice } from './backup-office.ts';

const DAY = 86_400_000;
const noon = new Date(2026, 9, 30, 12).getTime();
const first = '第一个密码2026';
const second = '第二个密码2026';

describe('the password of backups', () => {
  let base: string;
  let place: string;
  let office: BackupOffice;
  let sha256: string;
  let path: string;

  beforeEach(async () => {
    base = temporaryFolder();
    place = secondPlace(base);
    office = backupOffice(base, 'data');
    ({ sha256, path } = office.keep('照片'));
    await setBackupPassword(office.folder, first);
    return () => office.close();
  });

  const poolNames = () => readdirSync(join(place, 'files', sha256.slice(0, 2))).toSorted();
  const keyId = (latest = 0) => findBackups(place).then((found) => found[latest]!.keyId!);

  it('may change: each backup is opened whole with the one it was made with, photos too', async () => {
    await office.bringOver(noon);
    await setBackupPassword(office.folder, second);
    office.setName('甲');
    await office.bringOver(noon + DAY);
    const [late, early] = await findBackups(place);
    const whole = { files: 1, faults: [] };
    expect(await office.drill(late!)).toMatchObject(whole);
    expect(await office.drill(late!, { password: second })).toMatchObject(whole);
    expect(await office.drill(early!, { password: first })).toMatchObject(whole);
    await expect(office.drill(late!, { password: first })).rejects.toThrow('密码不对');
  });

  it('that is entered again as it was leaves the key of this PC and the files of the place as they are', async () => {
    await office.bringOver(noon);
    const key = readBackupKey(office.folder);
    await setBackupPassword(office.folder, first);
    expect(readBackupKey(office.folder)).toEqual(key);
    office.setName('甲');
    await office.bringOver(noon + DAY);
    expect(poolNames()).toHaveLength(1);
    for (const backup of await findBackups(place))
      expect(await office.drill(backup)).toMatchObject({ files: 1, faults: [] });
  });

  it('may be another on another PC with the same place and the same photo', async () => {
    const other = backupOffice(base, 'other');
    other.keep('照片');
    await setBackupPassword(other.folder, second);
    await office.bringOver(noon);
    await other.bringOver(noon + DAY);
    const [theirs, ours] = await findBackups(place);
    expect(await office.drill(ours!)).toMatchObject({ files: 1, faults: [] });
    expect(await other.drill(theirs!)).toMatchObject({ files: 1, faults: [] });
    other.close();
  });

  it('opens what a former version has put there, whose files get the names of now with the next backup', async () => {
    await office.bringOver(noon);
    renameSync(pooledPath(place, sha256, await keyId()), formerPooledPath(place, sha256));
    const [former] = await findBackups(place);
    expect(await office.drill(former!, { password: first })).toMatchObject({ files: 1, faults: [] });
    expect(await removeOrphans(place, Date.now() + 8 * DAY)).toBe(0);
    office.setName('甲');
    await office.bringOver(noon + DAY);
    expect(poolNames()).toEqual([`${sha256}.${await keyId()}.sealed`]);
    for (const backup of await findBackups(place))
      expect(await office.drill(backup)).toMatchObject({ files: 1, faults: [] });
  });

  it('stops no restore where a former version left a photo sealed with another: it is named as lost, or is here still', async () => {
    await office.bringOver(noon);
    rmSync(pooledPath(place, sha256, await keyId()));
    await sealFile(path, formerPooledPath(place, sha256), newPlaceKey(second), () => undefined);
    const [backup] = await findBackups(place);
    expect((await office.drill(backup!)).faults).toEqual(['有 1 个附件缺失或损坏。']);
    expect(await office.restore(backup!)).toBe(0);
    rmSync(path);
    expect(await office.restore(backup!)).toBe(1);
  });

  it('takes its sealed files along when its last backup goes', async () => {
    await office.bringOver(noon);
    renameSync(pooledPath(place, sha256, await keyId()), formerPooledPath(place, sha256));
    await setBackupPassword(office.folder, second);
    office.setName('甲');
    await office.bringOver(noon + DAY);
    expect(poolNames()).toHaveLength(2);
    const later = Date.now() + 8 * DAY;
    expect(await removeOrphans(place, later)).toBe(0);
    await removeBackup(place, (await findBackups(place))[1]!);
    expect(await removeOrphans(place, later)).toBe(1);
    expect(poolNames()).toEqual([`${sha256}.${await keyId()}.sealed`]);
  });
});
