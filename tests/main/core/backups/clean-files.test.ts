import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { cleanFiles } from '#main/core/backups/clean-files.ts';
import { makeBackup, ownPlace } from '#main/core/backups/make-backup.ts';
import { fileTables, namedFiles } from '#main/core/backups/named-files.ts';
import { filesListPath, findBackups, manifestPath, removeBackup } from '#main/core/backups/place.ts';
import { prepareRestore } from '#main/core/backups/restore.ts';
import { keepFile, lyingFiles } from '#main/core/files/kept-files.ts';
import { openReader, openStore, type Store } from '#main/core/store/open.ts';
import { putStaged } from '#main/core/store/staging.ts';
import { migrationFolder, operation, temporaryFolder } from '#tests/support/store.ts';

const DAY = 86_400_000;
const now = Date.now();
type Sum = { files: number; bytes: number };
const noted: Sum[] = [];
const go = { progress: () => undefined, throwIfCancelled: () => undefined };

let base: string;
let folder: string;
let store: Store;

beforeEach(() => {
  noted.length = 0;
  base = temporaryFolder();
  folder = join(base, 'data');
  store = openStore(folder, { programVersion: '0.1.0' });
  return () => store.close();
});

function keep(content: string, days = 30): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const source = join(base, 'source');
  writeFileSync(source, content);
  keepFile(folder, source, sha256);
  const touched = new Date(now - days * DAY);
  utimesSync(pathOf(sha256), touched, touched);
  return sha256;
}

function pathOf(sha256: string): string {
  return join(folder, 'files', sha256.slice(0, 2), sha256);
}

/** @returns its number */
function attach(sha256: string, thumbnail: string | null = null): number {
  const row = { subject_kind: 'task', subject_uid: 'x', name: `${sha256.slice(0, 6)}.jpg`, bytes: 1, sha256 };
  let id = 0;
  store.transact(operation({ label: '添加附件' }), (tx) => {
    id = tx.insert('attachment', { ...row, thumbnail, note: '', added_at: now, added_by: '李明' });
  });
  return id;
}

const detach = (id: number) =>
  store.transact(operation({ label: '移除附件' }), (tx) => tx.remove('attachment', id));

/** Stands in the log at last. */
function note() {
  return { finish: (gone: Sum) => void noted.push(gone), takeBack: () => undefined };
}

async function clean(days = 7) {
  const db = openReader(folder);
  try {
    return await cleanFiles({ db, dataFolder: folder, now, days, note, ...go });
  } finally {
    db.close();
  }
}

const make = () => makeBackup({ dataFolder: folder, kind: 'manual', programVersion: '0.1.0', now, ...go });

function restoring(backup: Awaited<ReturnType<typeof make>>) {
  return { place: ownPlace(folder), backup, opener: null, temporaryFolder: base, ...go };
}

describe('cleaning', () => {
  it('takes what nothing names, and leaves what is young, shown, undoable or waiting for a yes', async () => {
    const [shown, small, undoable, waiting] = ['照片', '缩略图', '移除的', '等着的'].map((each) =>
      keep(each),
    );
    attach(shown!, small);
    detach(attach(undoable!));
    store.writeUnlogged((tx) =>
      putStaged(tx, {
        token: 't',
        kind: 'collections',
        userUid: 'u',
        payload: JSON.stringify({ sha256: waiting }),
        createdAt: now,
      }),
    );
    const young = keep('刚放进来的', 6);
    keep('没有用到的');
    expect(await clean()).toEqual({ files: 1, bytes: Buffer.byteLength('没有用到的'), held: null });
    const left = new Set(lyingFiles(folder).map(({ sha256 }) => sha256));
    expect(left).toEqual(new Set([shown, small, undoable, waiting, young]));
    expect(await clean()).toEqual({ files: 0, bytes: 0, held: null });
  });

  it('leaves what a kept backup names, and takes it once that backup is gone', async () => {
    const sha256 = keep('照片');
    attach(sha256);
    const backup = await make();
    forgetAttachments();
    utimesSync(pathOf(sha256), new Date(now - 30 * DAY), new Date(now - 30 * DAY));
    expect(await clean()).toMatchObject({ files: 0 });
    await removeBackup(ownPlace(folder), backup);
    expect(await clean()).toMatchObject({ files: 1 });
  });

  it('does not take a file for needed because it lay in the folder when a backup was made', async () => {
    keep('没有用到的');
    const backup = await make();
    expect(backup.manifest?.files.count).toBe(0);
    expect(await clean()).toMatchObject({ files: 1 });
  });

  it('removes nothing while the list of a backup cannot be read, or a damaged store lies aside', async () => {
    keep('没有用到的');
    const backup = await make();
    writeFileSync(filesListPath(ownPlace(folder), backup.name), '改坏了\n');
    expect((await clean()).held).toContain(backup.name);
    writeFileSync(manifestPath(ownPlace(folder), backup.name), '读不出来');
    expect((await clean()).held).toContain(backup.name);
    await removeBackup(ownPlace(folder), backup);
    mkdirSync(join(folder, '损坏的数据-20261130'));
    expect((await clean()).held).toContain('损坏的数据-20261130');
    renameSync(join(folder, '损坏的数据-20261130'), join(base, '移走了'));
    expect(await clean()).toMatchObject({ files: 1, held: null });
  });

  it('leaves what a restored store needs that waits for the next start, and then what lies aside', async () => {
    const early = keep('早的');
    attach(early);
    const backup = await make();
    forgetAttachments();
    const late = keep('晚的');
    attach(late);
    const waiting = { backup: backup.name, madeAt: now, userUid: null, userName: '李明', preparedAt: now };
    await prepareRestore(restoring(backup), folder, waiting);
    await removeBackup(ownPlace(folder), backup);
    const old = new Date(now - 30 * DAY);
    utimesSync(pathOf(early), old, old);
    expect(await clean()).toMatchObject({ files: 0 });

    store.close();
    store = openStore(folder, { programVersion: '0.1.0' });
    expect(await findBackups(ownPlace(folder))).toEqual([]);
    expect(await clean()).toMatchObject({ files: 0, held: null });
    const aside = readdirSync(folder).find((name) => name.startsWith('恢复前的数据'))!;
    renameSync(join(folder, aside), join(base, aside));
    expect(await clean()).toMatchObject({ files: 1 });
    expect(existsSync(pathOf(early))).toBe(true);
  });

  it('gives way to whoever takes the same bytes up again, before or while it runs', async () => {
    const before = keep('又添加了');
    const source = join(base, 'source');
    writeFileSync(source, '又添加了');
    keepFile(folder, source, before);
    expect(await clean()).toMatchObject({ files: 0 });

    const meanwhile = keep('正在添加');
    keep('没有用到的');
    const db = openReader(folder);
    writeFileSync(source, '正在添加');
    const cleaned = await cleanFiles({
      db,
      dataFolder: folder,
      now,
      days: 7,
      note,
      progress: () => keepFile(folder, source, meanwhile),
      throwIfCancelled: () => undefined,
    });
    db.close();
    expect(cleaned).toMatchObject({ files: 1 });
    expect(existsSync(pathOf(meanwhile))).toBe(true);
  });

  it('that is cancelled half-way tells what it has removed', async () => {
    keep('没有用到的一');
    keep('没有用到的二');
    const db = openReader(folder);
    let isCancelled = false;
    const cleaned = await cleanFiles({
      db,
      dataFolder: folder,
      now,
      days: 7,
      note,
      progress: (share) => {
        isCancelled = share !== null;
      },
      throwIfCancelled: () => {
        if (isCancelled) throw new AppError('cancelled');
      },
    });
    db.close();
    expect(cleaned).toEqual({ files: 1, bytes: Buffer.byteLength('没有用到的一'), held: null });
    expect(lyingFiles(folder)).toHaveLength(1);
    expect(noted).toEqual([{ files: 1, bytes: Buffer.byteLength('没有用到的一') }]);
  });

  it('removes nothing before it is noted: where that fails, everything comes back, and why is said', async () => {
    const sha256 = keep('没有用到的');
    const db = openReader(folder);
    const cleaning = { db, dataFolder: folder, now, days: 7, ...go };
    let lay = false;
    const cleaned = await cleanFiles({
      ...cleaning,
      note() {
        lay = existsSync(`${pathOf(sha256)}.leaving`);
        throw new AppError('diskFull');
      },
    });
    db.close();
    expect(cleaned).toMatchObject({ files: 0, held: expect.stringContaining('磁盘空间不足') });
    expect(lay).toBe(true);
    expect(lyingFiles(folder)).toHaveLength(1);
    expect(await clean()).toMatchObject({ files: 1 });
    expect(noted).toEqual([{ files: 1, bytes: Buffer.byteLength('没有用到的') }]);
  });

  it('notes each piece of many before it goes, and tells what went where a later one cannot be noted', async () => {
    for (let each = 0; each < 201; each += 1) keep(String(each));
    const apart: Sum[] = [];
    const db = openReader(folder);
    const cleaned = await cleanFiles({
      db,
      dataFolder: folder,
      now,
      days: 7,
      ...go,
      note(sum) {
        apart.push(sum);
        if (apart.length === 2) throw new AppError('diskFull');
        return note();
      },
    });
    db.close();
    expect(cleaned).toMatchObject({ files: 200, held: expect.stringContaining('没有清理完') });
    expect(apart.map(({ files }) => files)).toEqual([200, 1]);
    expect(await clean()).toMatchObject({ files: 1, held: null });
    expect(noted.map(({ files }) => files)).toEqual([200, 1]);
  });

  it('goes on where a program ended between the two steps of a removal', async () => {
    const sha256 = keep('还要用的');
    attach(sha256);
    renameSync(pathOf(sha256), `${pathOf(sha256)}.leaving`);
    // Looking puts nothing back: a cleaning may be at work.
    expect(lyingFiles(folder)).toEqual([]);
    expect(await clean()).toMatchObject({ files: 0 });
    expect(existsSync(pathOf(sha256))).toBe(true);
  });

  it('is not stopped by a file that goes meanwhile, nor by one that cannot be removed', async () => {
    const stuck = keep('删不掉的');
    rmSync(pathOf(stuck));
    // As a file that another program holds open: it can be renamed, but not removed.
    mkdirSync(join(pathOf(stuck), '里面'), { recursive: true });
    utimesSync(pathOf(stuck), new Date(now - 30 * DAY), new Date(now - 30 * DAY));
    const gone = keep('刚刚没了的');
    rmSync(pathOf(gone));
    // As a file whose name was read just before it went.
    symlinkSync(join(base, '没有'), pathOf(gone));
    keep('没有用到的');
    expect(await clean()).toEqual({ files: 1, bytes: Buffer.byteLength('没有用到的'), held: null });
    expect(noted).toEqual([{ files: 1, bytes: Buffer.byteLength('没有用到的') }]);
    expect(lyingFiles(folder)).toEqual([]);
  });
});

/** As a clearing of old changes leaves it: neither a row nor the log names a file any more. */
function forgetAttachments(): void {
  store.transact(operation({ label: '清理' }), (tx) => {
    tx.run({ name: 'test.rows', sql: 'DELETE FROM attachment' }, {});
  });
  store.transact(operation({ label: '清理' }), (tx) => {
    tx.run({ name: 'test.changes', sql: "DELETE FROM row_change WHERE table_name = 'attachment'" }, {});
  });
}

describe('tables that name kept files', () => {
  it('are known by the schema', () => {
    const db = openReader(folder);
    expect(fileTables(db)).toEqual(
      expect.arrayContaining(['attachment', 'collection_return', 'foreign_form']),
    );
    expect(fileTables(db)).not.toContain('task');
    db.close();
  });

  it('are read of a store of the first version too, which lacks most of them', () => {
    const old = openStore(join(base, 'old'), { migrationFolder: migrationFolder(base) });
    const db = old.read();
    expect(fileTables(db)).not.toContain('attachment');
    expect([...namedFiles(db)].filter((sha256) => sha256.length !== 64)).toEqual([]);
    db.close();
    old.close();
  });
});
