import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { StoreError } from '#main/core/store/errors.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { defaultMigrationFolder } from '#main/core/store/migration-folder.ts';
import { openStore } from '#main/core/store/open.ts';
import {
  child,
  familySql,
  migrationFolder,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { parents } from './family-queries.ts';

function errorOf(work: () => unknown): StoreError {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function backupsIn(folder: string): string[] {
  return existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [];
}

describe('migrate', () => {
  it('makes a new store without backup and records each file as an operation', () => {
    const base = temporaryFolder();
    const store = openStore(join(base, 'data'), { migrationFolder: migrationFolder(base, familySql) });
    const reader = store.read();
    const all = listOperations(
      reader,
      { ...anyOperation, operationName: 'store.migrate' },
      { before: null, limit: 9 },
    );
    expect(all.map((each) => each.summary)).toEqual(['第 2 版', '第 1 版']);
    expect(checkStore(reader)).toEqual([]);
    expect(backupsIn(store.folder)).toEqual([]);
    reader.close();
    store.close();
  });

  it('brings a store with data from the ground to the full schema and leaves a whole backup', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const ground = openStore(folder, { migrationFolder: migrationFolder(base) });
    ground.recordEvent(operation({ label: '登录' }));
    ground.close();
    const store = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    expect(checkStore(store.read())).toEqual([]);
    const [backup] = backupsIn(folder);
    expect(backup).toContain('升级前-第1版到第2版');
    const copy = new Driver(join(folder, 'backups', backup!), { readonly: true });
    expect(copy.pragma('user_version', { simple: true })).toBe(1);
    expect(copy.prepare('SELECT label FROM operation ORDER BY id').pluck().all()).toEqual([
      '建立数据',
      '登录',
    ]);
    copy.close();
    store.close();
  });

  it('brings the real schema from its ground up', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    openStore(folder, { migrationFolder: migrationFolder(base) }).close();
    const store = openStore(folder, { migrationFolder: defaultMigrationFolder });
    expect(checkStore(store.read())).toEqual([]);
    store.close();
  });

  it('may rebuild a table that others refer to, with its rows, and logs changes of it afterwards', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const first = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
    first.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王' });
      tx.insert(child, { parent_id: 1, name: '小王' });
    });
    first.close();
    const rebuild = `
      CREATE TABLE parent_new (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE,
        rank INTEGER, note TEXT NOT NULL DEFAULT '') STRICT;
      INSERT INTO parent_new (id, uid, name, rank) SELECT id, uid, name, rank FROM parent;
      DROP TABLE parent;
      ALTER TABLE parent_new RENAME TO parent;`;
    const second = openStore(folder, { migrationFolder: migrationFolder(base, familySql, rebuild) });
    expect(second.read().all(parents)).toHaveLength(1);
    const done = second.transact(operation(), (tx) => tx.update(parent, 1, { note: '注' }));
    expect(done.changes).toHaveLength(1);
    expect(checkStore(second.read())).toEqual([]);
    second.close();
  });

  it('leaves the store at the last good version when a file fails', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const good = migrationFolder(base, familySql);
    const first = openStore(folder, { migrationFolder: good });
    first.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王', rank: 1 });
      tx.insert(parent, { name: '李', rank: 1 });
    });
    first.close();
    // Sealing runs on an empty store, where this succeeds.
    const bad = migrationFolder(
      base,
      familySql,
      'CREATE TABLE extra (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT; CREATE UNIQUE INDEX parent_rank ON parent (rank);',
    );
    const error = errorOf(() => openStore(folder, { migrationFolder: bad }));
    expect(error.kind).toBe('migrationFailed');
    expect(error.message).toContain('backups');
    const again = openStore(folder, { migrationFolder: good });
    expect(again.startFaults).toEqual([]);
    expect(again.read().all(parents)).toHaveLength(2);
    again.close();
  });

  it('logs changes of a store that stays between two versions, whichever file failed', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const broken = 'CREATE UNIQUE INDEX parent_rank ON parent (rank);';
    const first = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
    first.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王', rank: 1 });
      tx.insert(parent, { name: '李', rank: 1 });
    });
    first.close();
    const extra = 'CREATE TABLE extra (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE) STRICT;';
    const bad = migrationFolder(base, familySql, extra, broken);
    expect(errorOf(() => openStore(folder, { migrationFolder: bad })).kind).toBe('migrationFailed');
    const between = openStore(folder, { migrationFolder: migrationFolder(base, familySql, extra) });
    const renamed = between.transact(operation(), (tx) => tx.update(parent, 1, { name: '赵' }));
    expect(renamed.changes).toHaveLength(1);
    expect(checkStore(between.read())).toEqual([]);
    between.close();
  });

  it('refuses a file of a newer program, names both versions and the last backup, and writes nothing', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const old = migrationFolder(base, familySql);
    openStore(folder, { migrationFolder: old, programVersion: '0.1.0' }).close();
    const newer = migrationFolder(base, familySql, 'CREATE INDEX parent_rank ON parent (rank);');
    openStore(folder, { migrationFolder: newer, programVersion: '0.2.0' }).close();
    const before = readFileSync(join(folder, 'store.db'));
    const error = errorOf(() => openStore(folder, { migrationFolder: old, programVersion: '0.1.0' }));
    expect(error.kind).toBe('newerFile');
    expect(error.message).toContain('数据第 3 版，程序 0.2.0');
    expect(error.message).toContain('当前程序 0.1.0 只能打开到第 2 版');
    expect(error.message).toContain(join(folder, 'backups', backupsIn(folder)[0]!));
    expect(readFileSync(join(folder, 'store.db')).equals(before)).toBe(true);
    openStore(folder, { migrationFolder: newer }).close();
  });

  it('opens, upgrades or refuses every version with every program, and refusing names the backup to go back to', () => {
    const base = temporaryFolder();
    const steps = [
      familySql,
      'CREATE INDEX parent_rank ON parent (rank);',
      'CREATE INDEX child_points ON child (points);',
    ];
    const programs = [0, 1, 2, 3].map((count) => migrationFolder(base, ...steps.slice(0, count)));
    for (const [from, writer] of programs.entries()) {
      for (const [to, opener] of programs.entries()) {
        const folder = join(base, `${from}-${to}`);
        // Version 1 first, then the writer's: what it upgraded from lies in a backup.
        openStore(folder, { migrationFolder: programs[0]!, programVersion: '0.1.0' }).close();
        openStore(folder, { migrationFolder: writer, programVersion: `0.${from + 1}.0` }).close();
        const open = () => openStore(folder, { migrationFolder: opener, programVersion: `0.${to + 1}.0` });
        if (to >= from) {
          open().close();
          expect(backupsIn(folder).filter((name) => name.includes(`到第${to + 1}版`))).toHaveLength(
            to === 0 ? 0 : 1,
          );
          continue;
        }
        const error = errorOf(open);
        expect([error.kind, error.message]).toEqual([
          'newerFile',
          expect.stringContaining(`数据第 ${from + 1} 版，程序 0.${from + 1}.0`),
        ]);
        expect(error.message).toContain(`当前程序 0.${to + 1}.0 只能打开到第 ${to + 1} 版`);
        expect(error.message).not.toMatch(/SQLITE|Error|\bat /);
        expect(error.data['backup']).toMatch(/升级前-第1版到第\d版/);
      }
    }
  });

  it('names the backup of the upgrade that this program can open, whatever was backed up later', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const steps = [
      familySql,
      'CREATE INDEX parent_rank ON parent (rank);',
      'CREATE INDEX child_points ON child (points);',
    ];
    const programs = [1, 2, 3].map((count) => migrationFolder(base, ...steps.slice(0, count)));
    for (const each of programs)
      openStore(folder, { migrationFolder: each, programVersion: '0.1.0' }).close();
    writeFileSync(join(folder, 'backups', '20991231-0800-每日-1a2b3c4d.db'), '');
    const named = (program: number) =>
      errorOf(() => openStore(folder, { migrationFolder: programs[program]! })).message;
    expect(named(0)).toContain('升级前-第2版到第3版');
    expect(named(1)).toContain('升级前-第3版到第4版');
    rmSync(join(folder, 'backups'), { recursive: true });
    expect(named(1)).toContain('没有找到当前程序能打开的升级前备份');
  });

  it('refuses a changed migration file, a changed history of migrations and a changed schema', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const migrations = migrationFolder(base, familySql);
    openStore(folder, { migrationFolder: migrations }).close();
    const other = migrationFolder(base, `${familySql}-- another`);
    expect(errorOf(() => openStore(folder, { migrationFolder: other })).kind).toBe('migrationChanged');
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec('CREATE TABLE stranger (id INTEGER PRIMARY KEY)');
    plain.close();
    expect(errorOf(() => openStore(folder, { migrationFolder: migrations })).kind).toBe('schemaDiffers');
    appendFileSync(join(migrations, '0002-step.sql'), '-- changed');
    expect(errorOf(() => openStore(join(base, 'fresh'), { migrationFolder: migrations })).kind).toBe(
      'migrationChanged',
    );
  });

  it('makes log triggers that somebody removed anew and leaves a line about it', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const migrations = migrationFolder(base, familySql);
    openStore(folder, { migrationFolder: migrations }).close();
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec('DROP TRIGGER log_parent_insert');
    plain.close();
    const store = openStore(folder, { migrationFolder: migrations });
    const found = listOperations(
      store.read(),
      { ...anyOperation, text: '触发器' },
      { before: null, limit: 9 },
    );
    expect(found).toHaveLength(1);
    expect(store.transact(operation(), (tx) => tx.insert(parent, { name: '王' })).changes).toHaveLength(1);
    store.close();
  });

  it('refuses what is not a store of this program, and leaves it as it was', () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const texts = join(base, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'store.db'), '这不是数据库'.repeat(2000));
    expect(errorOf(() => openStore(texts, { migrationFolder: migrations })).kind).toBe('notAStore');
    expect(readFileSync(join(texts, 'store.db'), 'utf8')).toBe('这不是数据库'.repeat(2000));
    const foreign = join(base, 'foreign');
    mkdirSync(foreign);
    const other = new Driver(join(foreign, 'store.db'));
    other.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY)');
    other.close();
    expect(errorOf(() => openStore(foreign, { migrationFolder: migrations })).kind).toBe('notAStore');
    expect(existsSync(join(foreign, 'in-use.json'))).toBe(false);
  });
});
