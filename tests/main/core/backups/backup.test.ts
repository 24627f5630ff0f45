import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { currentBackup, makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import {
  findBackups,
  type FoundBackup,
  manifestPath,
  pooledPath,
  removeBackup,
  storePath,
  writeManifest,
} from '#main/core/backups/place.ts';
import { fillPool, removeOrphans } from '#main/core/backups/pool.ts';
import { cancelRestore, drill, prepareRestore } from '#main/core/backups/restore.ts';
import { carryBackup, secondPlace } from '#main/core/backups/second-place.ts';
import type { Opener } from '#main/core/backups/sealed-file.ts';
import { thinPlace } from '#main/core/backups/thin-place.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { acceptedFaults } from '#main/core/store/standing-faults.ts';
import { operation, temporaryFolder } from '#tests/support/store.ts';

const go = { progress: () => undefined, throwIfCancelled: () => undefined };
const DAY = 86_400_000;

const noon = new Date(2026, 9, 30, 12).getTime();
const rule = { allDays: 2, daily: 2, weekly: 2, monthly: 2 };

let base: string;
let folder: string;
let store: Store;

beforeEach(() => {
  base = temporaryFolder();
  folder = join(base, 'data');
  store = openStore(folder, { programVersion: '0.1.0' });
  return () => store.close();
});

function setName(value: string): void {
  store.transact(operation({ name: 'office.update', label: '改名称' }), (tx) =>
    tx.insert('setting', { name: value, value: JSON.stringify(value) }),
  );
}

/** A kept file as an attachment leaves it. @returns its SHA-256 */
function keep(content: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  mkdirSync(join(folder, 'files', sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(folder, 'files', sha256.slice(0, 2), sha256), content);
  const row = { subject_kind: 'task', subject_uid: 'x', name: content, bytes: 1, sha256, thumbnail: null };
  store.transact(operation({ label: '添加附件' }), (tx) =>
    tx.insert('attachment', { ...row, note: '', added_at: noon, added_by: '李明' }),
  );
  return sha256;
}

const make = (now = noon) =>
  makeBackup({ dataFolder: folder, kind: 'manual', programVersion: '0.1.0', now, ...go });

const carry = (backup: FoundBackup) =>
  carryBackup(backup, {
    dataFolder: folder,
    chosenFolder: base,
    key: readBackupKey(folder),
    now: noon,
    ...go,
  });

function restoring(backup: FoundBackup, place = ownPlace(folder), opener: Opener | null = null) {
  return { place, backup, opener, temporaryFolder: base, ...go };
}

const note = (backup: FoundBackup) => ({
  backup: backup.name,
  madeAt: backup.madeAt,
  userUid: null,
  userName: '李明',
  preparedAt: noon,
});

function labelsNow(): string[] {
  const reader = store.read();
  const operations = listOperations(reader, anyOperation, { before: null, limit: 99 });
  reader.close();
  return operations.map(({ label }) => label);
}

/** What stands after a full check. */
function checkedNow(): readonly string[] {
  const reader = store.read();
  const found = store.noteFullCheck(checkStore(reader, acceptedFaults(folder)));
  reader.close();
  return found;
}

describe('a backup', () => {
  it('holds everything, is proved whole, and is not made anew as long as nothing changes', async () => {
    setName('甲');
    keep('照片');
    expect(await currentBackup(folder)).toBeNull();
    const backup = await make();
    expect(backup.manifest).toMatchObject({
      facts: { rows: { setting: 1 } },
      files: { count: 1 },
      sealed: false,
    });
    expect((await currentBackup(folder))?.name).toBe(backup.name);
    expect(await drill(restoring(backup), '0.1.0')).toMatchObject({ files: 1, faults: [] });
    setName('乙');
    expect(await currentBackup(folder)).toBeNull();
  });

  it('is made anew after a restore, however far the other chain had come', async () => {
    setName('甲');
    const early = await make(noon - DAY);
    setName('乙');
    const late = await make();
    expect((await currentBackup(folder))?.name).toBe(late.name);
    await prepareRestore(restoring(early), folder, note(early));
    store.close();
    store = openStore(folder, { programVersion: '0.1.0' });
    // As many changes as the later backup has, and others.
    setName('丙');
    expect(await currentBackup(folder)).toBeNull();
  });

  it('is made while others save, of one moment', async () => {
    for (const name of ['一', '二', '三']) setName(name);
    let saved = 0;
    const backup = await makeBackup({
      dataFolder: folder,
      kind: 'daily',
      programVersion: '0.1.0',
      now: noon,
      progress: () => setName(`同时-${(saved += 1)}`),
      throwIfCancelled: () => undefined,
    });
    expect(saved).toBeGreaterThan(0);
    expect(backup.manifest?.facts.rows['setting']).toBe(3);
    expect((await drill(restoring(backup), '0.1.0')).faults).toEqual([]);
  });

  it('that was stopped or whose program ended is none, and its remains go with the next', async () => {
    const stop = (): never => {
      throw new Error('stopped');
    };
    const stopped = makeBackup({
      dataFolder: folder,
      kind: 'daily',
      programVersion: '',
      now: noon,
      progress: () => undefined,
      throwIfCancelled: stop,
    });
    await expect(stopped).rejects.toThrow('stopped');
    const place = ownPlace(folder);
    const half = join(place, '20261130-0000-每日-00000000.db.partial');
    writeFileSync(half, '半个');
    utimesSync(half, new Date(noon - DAY), new Date(noon - DAY));
    writeFileSync(join(place, '20261130-0000-每日-00000001.db'), '没有清单');
    expect(await findBackups(place)).toEqual([]);
    await make();
    expect(readdirSync(place).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('leaves alone what another PC may still be carrying to the same place, and takes it after a week', async () => {
    await carry(await make(noon - DAY));
    const place = secondPlace(base);
    const half = join(place, '20261130-0000-每日-00000000.db.partial');
    writeFileSync(half, '半个');
    const ago = (time: number): void =>
      utimesSync(half, new Date(Date.now() - time), new Date(Date.now() - time));
    ago(6 * DAY);
    setName('乙');
    await carry(await make(noon));
    expect(readdirSync(place).filter((name) => name.endsWith('.partial'))).toHaveLength(1);
    ago(8 * DAY);
    setName('丙');
    await carry(await make(noon + DAY));
    expect(readdirSync(place).filter((name) => name.endsWith('.partial'))).toEqual([]);
  });

  it('is refused at a drill whichever of its bytes was changed', async () => {
    setName('甲');
    const backup = await make();
    const path = storePath(ownPlace(folder), backup);
    const whole = readFileSync(path);
    for (let step = 0; step < 25; step += 1) {
      const changed = Buffer.from(whole);
      const place = Math.floor((step / 25) * whole.length);
      changed[place] = (changed[place]! + 1) % 256;
      writeFileSync(path, changed);
      expect((await drill(restoring(backup), '0.1.0')).faults.join('')).toContain('损坏');
    }
    const manifest = readFileSync(manifestPath(ownPlace(folder), backup.name));
    for (let place = 0; place < manifest.length; place += 1) {
      const changed = Buffer.from(manifest);
      changed[place] = (changed[place]! + 1) % 256;
      writeFileSync(manifestPath(ownPlace(folder), backup.name), changed);
      expect(await findBackups(ownPlace(folder))).toEqual([]);
    }
  });

  it('tells at a drill that a kept file is missing or changed', async () => {
    const sha256 = keep('照片');
    const backup = await make();
    const pooled = join(ownPlace(folder), 'files', sha256.slice(0, 2), sha256);
    rmSync(pooled);
    writeFileSync(pooled, '别的');
    expect((await drill(restoring(backup), '0.1.0')).faults).toEqual(['有 1 个附件缺失或损坏。']);
  });

  it('tells at a drill that the disk does not give its bytes any more', async () => {
    const sha256 = keep('照片');
    const backup = await make();
    const pooled = pooledPath(ownPlace(folder), sha256, null);
    rmSync(pooled);
    // Reading from its start is the same error there as of a broken disk.
    symlinkSync('/proc/self/mem', pooled);
    const { faults } = await drill(restoring(backup), '0.1.0');
    expect(faults).toEqual(['读不出来，可能是 U 盘（或硬盘）坏了，请换一个。']);
  });
});

describe('the second place', () => {
  it('gets the backup with copies of its own, and only once', async () => {
    setName('甲');
    const sha256 = keep('照片');
    const backup = await make();
    expect(await carry(backup)).toEqual({ isNew: true, damaged: 0 });
    expect(await carry(backup)).toEqual({ isNew: false, damaged: 0 });
    const place = secondPlace(base);
    const pooled = join(place, 'files', sha256.slice(0, 2), sha256);
    expect(statSync(pooled).ino).not.toBe(statSync(join(folder, 'files', sha256.slice(0, 2), sha256)).ino);
    const [found] = await findBackups(place);
    expect((await drill(restoring(found!, place), '0.1.0')).faults).toEqual([]);
  });

  it('gets a kept file again that is cut off there', async () => {
    const sha256 = keep('照片');
    for (const password of [null, '备份密码一号']) {
      await setBackupPassword(folder, password);
      setName(`${password}`);
      await carry(await make());
      const place = secondPlace(base);
      const carried = (await findBackups(place)).find(({ sealed }) => sealed === (password !== null));
      const pooled = pooledPath(place, sha256, carried!.keyId);
      const { size } = statSync(pooled);
      truncateSync(pooled, 3);
      setName(`${password}，又一份`);
      await carry(await make(noon + DAY));
      expect(statSync(pooled).size).toBe(size);
      const [latest] = await findBackups(place);
      const { faults } = await drill(restoring(latest!, place, readBackupKey(folder)), '0.1.0');
      expect(faults).toEqual([]);
    }
  });

  it('does not take a sealed file that is read back otherwise than it was written', async () => {
    const sha256 = keep('照片');
    await setBackupPassword(folder, '备份密码一号');
    const place = secondPlace(base);
    const pooled = join(place, 'files', sha256.slice(0, 2));
    /** As a stick does that has lost a bit: it is asked before each piece, written or read back. */
    const spoil = (): void => {
      const [partial] = existsSync(pooled) ? readdirSync(pooled) : [];
      const content = partial === undefined ? '' : readFileSync(join(pooled, partial));
      if (content.length === 0) return;
      const changed = Buffer.from(content);
      changed[changed.length - 20]! ^= 1;
      writeFileSync(join(pooled, partial!), changed);
    };
    const path = join(folder, 'files', sha256.slice(0, 2), sha256);
    const files = [{ sha256, bytes: Buffer.byteLength('照片') }];
    const key = readBackupKey(folder);
    const filling = fillPool({ sources: () => [path], place, files, key, mayLink: false, before: spoil });
    await expect(filling).rejects.toThrow('读回来不一样');
    expect(readdirSync(pooled)).toEqual([]);
  });

  it('loses its plain copies of files once only sealed backups are left', async () => {
    const sha256 = keep('照片');
    await carry(await make(noon - 200 * DAY));
    await setBackupPassword(folder, '备份密码一号');
    setName('乙');
    await carry(await make());
    const place = secondPlace(base);
    const pooled = join(place, 'files', sha256.slice(0, 2), sha256);
    const [latest, first] = await findBackups(place);
    expect(await removeOrphans(place, Date.now() + 8 * DAY)).toBe(0);
    await removeBackup(place, first!);
    writeFileSync(`${pooled}.1a2b3c4d.partial`, '半个');
    expect(await removeOrphans(place, Date.now() + 8 * DAY)).toBe(2);
    expect(readdirSync(join(pooled, '..'))).toEqual([`${sha256}.${latest!.keyId}.sealed`]);
    const opener = readBackupKey(folder);
    expect((await drill(restoring(latest!, place, opener), '0.1.0')).faults).toEqual([]);
  });

  it('holds with a password nothing that can be read, and gives all back for it', async () => {
    setName('临川市消安办');
    keep('临川市照片');
    await setBackupPassword(folder, '备份密码一号');
    await carry(await make());
    const place = secondPlace(base);
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
      const path = join(place, name);
      if (statSync(path).isFile()) expect(readFileSync(path).includes('临川市')).toBe(false);
    }
    const [found] = await findBackups(place);
    expect(found?.sealed).toBe(true);
    const opened = await drill(restoring(found!, place, { password: '备份密码一号' }), '0.1.0');
    expect(opened).toMatchObject({ files: 1, faults: [] });
    const wrong = drill(restoring(found!, place, { password: '不是这个' }), '0.1.0');
    await expect(wrong).rejects.toThrow('密码不对');
  });
});

describe('thinning', () => {
  it('takes backups with what only they named, young files, those of a damaged list and what may be of an unfinished one excepted', async () => {
    const place = ownPlace(folder);
    for (const age of [200, 100, 50, 3]) {
      setName(String(age));
      await make(noon - age * DAY);
    }
    expect(await thinPlace(place, noon, rule)).toBe(2);
    const names = (await findBackups(place)).map(({ madeAt }) => Math.round((noon - madeAt) / DAY));
    expect(names).toEqual([3, 50]);

    const sha256 = createHash('sha256').update('孤儿').digest('hex');
    mkdirSync(join(place, 'files', sha256.slice(0, 2)), { recursive: true });
    const orphan = join(place, 'files', sha256.slice(0, 2), sha256);
    writeFileSync(orphan, '孤儿');
    expect(await removeOrphans(place, Date.now())).toBe(0);
    const later = Date.now() + 8 * DAY;
    const [latest] = await findBackups(place);
    const list = join(place, `${latest!.name}.files`);
    writeFileSync(list, '改坏了\n');
    expect(await removeOrphans(place, later)).toBe(0);
    writeFileSync(list, '');
    const manifest = manifestPath(place, latest!.name);
    const whole = readFileSync(manifest);
    writeFileSync(manifest, '读不出来');
    expect(await removeOrphans(place, later)).toBe(0);
    writeFileSync(manifest, whole);
    const ofAnother = join(place, '20261030-1200-每日-0a0b0c0d.db.partial');
    writeFileSync(ofAnother, '正在写');
    expect(await removeOrphans(place, later)).toBe(0);
    rmSync(ofAnother);
    expect(await removeOrphans(place, later)).toBe(1);
    expect(existsSync(orphan)).toBe(false);
  });
});

describe('restore', () => {
  it('takes over at the next start, keeps what was there beside it, and stands in the log', async () => {
    setName('备份里的');
    const sha256 = keep('照片');
    const backup = await make();
    setName('以后的');
    rmSync(join(folder, 'files'), { recursive: true });
    expect(await prepareRestore(restoring(backup), folder, note(backup))).toBe(0);
    expect(existsSync(join(folder, 'files', sha256.slice(0, 2), sha256))).toBe(true);
    expect(labelsNow().filter((label) => label === '改名称')).toHaveLength(2);
    store.close();

    store = openStore(folder, { programVersion: '0.1.0' });
    expect(store.startFaults).toEqual([]);
    const reader = store.read();
    expect(checkStore(reader)).toEqual([]);
    const [last] = listOperations(reader, anyOperation, { before: null, limit: 1 });
    reader.close();
    expect(last).toMatchObject({ label: '恢复数据', user_name: '李明', outcome: 'done' });
    expect(last?.summary).toContain(backup.name);
    expect(labelsNow().filter((label) => label === '改名称')).toHaveLength(1);

    const aside = readdirSync(folder).find((name) => name.startsWith('恢复前的数据'));
    const former = openStore(join(folder, aside!));
    const formerReader = former.read();
    const formerOperations = listOperations(formerReader, anyOperation, { before: null, limit: 99 });
    expect(formerOperations.filter(({ label }) => label === '改名称')).toHaveLength(2);
    formerReader.close();
    former.close();
  });

  it('goes on from wherever the program ended while it took over', async () => {
    setName('备份里的');
    const backup = await make();
    setName('以后的');
    await prepareRestore(restoring(backup), folder, note(backup));
    store.close();
    // The store was moved away and the program ended.
    mkdirSync(join(folder, '恢复前的数据'));
    rmSync(join(folder, 'store.db'));
    store = openStore(folder);
    expect(labelsNow().filter((label) => label === '改名称')).toHaveLength(1);
    store.close();
    store = openStore(folder);
    expect(labelsNow().filter((label) => label === '恢复数据')).toHaveLength(1);
  });

  it('brings along what was accepted of the store, which does not stop the work again', async () => {
    setName('甲');
    setName('乙');
    store.close();
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec(`UPDATE operation SET label = '别的' WHERE id = (SELECT max(id) - 1 FROM operation)`);
    plain.close();
    store = openStore(folder, { programVersion: '0.1.0' });
    expect(checkedNow()).toHaveLength(1);
    store.acceptFaults(operation());
    const backup = await make();
    for (const endsEarly of [false, true]) {
      await prepareRestore(restoring(backup), folder, {
        ...note(backup),
        preparedAt: noon + Number(endsEarly),
      });
      store.close();
      if (endsEarly) {
        // The restored store was in place, and what was accepted not yet beside it.
        for (const name of ['store.db-wal', 'store.db-shm', 'chain-head.json', 'faults.json'])
          rmSync(join(folder, name), { force: true });
        renameSync(join(folder, 'waiting-restore', 'store.db'), join(folder, 'store.db'));
      }
      store = openStore(folder, { programVersion: '0.1.0' });
      expect(checkedNow()).toEqual([]);
      setName(`以后 ${endsEarly}`);
    }
  });

  it('keeps what was there in one folder, wherever the program ended while it moved it', async () => {
    setName('备份里的');
    const backup = await make();
    await prepareRestore(restoring(backup), folder, note(backup));
    store.close();
    const aside = join(folder, '恢复前的数据-20261030-120000');
    mkdirSync(aside);
    renameSync(join(folder, 'store.db'), join(aside, 'store.db'));
    writeFileSync(join(folder, 'store.db-wal'), '后来的');
    store = openStore(folder);
    expect(readFileSync(join(aside, 'store.db-wal'), 'utf8')).toBe('后来的');
    expect(readdirSync(folder).filter((name) => name.startsWith('恢复前的数据'))).toHaveLength(1);
    store.close();
    // Another restore of the same second has a folder of its own.
    await prepareRestore(restoring(backup), folder, note(backup));
    store = openStore(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith('恢复前的数据'))).toHaveLength(2);
    expect(readFileSync(join(aside, 'store.db-wal'), 'utf8')).toBe('后来的');
  });

  it('is refused of a backup that a newer program has made: the next start could not open it', async () => {
    setName('甲');
    const backup = await make();
    const file = storePath(ownPlace(folder), backup);
    const newer = new Driver(file);
    newer.pragma('user_version = 9999');
    newer.close();
    const manifest = {
      ...backup.manifest!,
      programVersion: '9.9.9',
      facts: { ...backup.manifest!.facts, storeVersion: 9999 },
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    };
    await writeManifest(ownPlace(folder), manifest);
    const [found] = await findBackups(ownPlace(folder));
    const refused = prepareRestore(restoring(found!), folder, note(backup));
    await expect(refused).rejects.toThrow('由更新的程序（9.9.9）保存');
    expect(await cancelRestore(folder)).toBe(false);
  });

  it('that was given up, or of a damaged backup, changes nothing', async () => {
    setName('甲');
    const backup = await make();
    await prepareRestore(restoring(backup), folder, note(backup));
    expect(await cancelRestore(folder)).toBe(true);
    writeFileSync(storePath(ownPlace(folder), backup), '不是数据');
    await expect(prepareRestore(restoring(backup), folder, note(backup))).rejects.toThrow('损坏');
    store.close();
    store = openStore(folder);
    expect(labelsNow()).not.toContain('恢复数据');
  });
});
