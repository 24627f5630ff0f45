import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as DatabaseModule from '#main/core/store/database.ts';
import { temporaryFolder } from '#tests/support/store.ts';

/* The store's other tests run on this driver too with OFFICE_SQLITE=node; here is what differs between the drivers. */

let file: string;
let database: typeof DatabaseModule;

beforeEach(async () => {
  file = join(temporaryFolder(), 'store.db');
  vi.stubEnv('OFFICE_SQLITE', 'node');
  vi.resetModules();
  database = await import('#main/core/store/database.ts');
});
afterEach(() => vi.unstubAllEnvs());

describe("Node's own SQLite as driver", () => {
  it('gives rows, first values, bytes and named values as better-sqlite3 does', () => {
    const connection = database.openDatabase(file, 'write');
    connection.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB) STRICT');
    const insert = connection.prepare('INSERT INTO note (text, bytes) VALUES (@text, @bytes)');
    const done = insert.run({ text: '字', bytes: Buffer.from('ab'), other: 1 });
    expect(done).toEqual({ changes: 1, lastInsertRowid: 1 });
    const row = connection.prepare('SELECT * FROM note').get();
    expect(row).toStrictEqual({ id: 1, text: '字', bytes: Buffer.from('ab') });
    expect(connection.prepare('SELECT text FROM note WHERE id = ?').pluck().all(1)).toEqual(['字']);
    expect([...connection.prepare('SELECT id FROM note').iterate()]).toEqual([{ id: 1 }]);
    expect(connection.prepare('SELECT id FROM note WHERE id = 2').get()).toBeUndefined();
    connection.close();
  });

  it('makes no store where one must be there', () => {
    expect(() => database.leaveWal(file)).toThrow('unable to open');
    expect(existsSync(file)).toBe(false);
  });

  it('rolls back a transaction that fails and knows a violated rule', () => {
    const connection = database.openDatabase(file, 'write');
    connection.exec('CREATE TABLE note (text TEXT UNIQUE) STRICT');
    const twice = connection.transaction(() => {
      connection.exec(`INSERT INTO note VALUES ('字')`);
      connection.exec(`INSERT INTO note VALUES ('字')`);
    });
    let caught: unknown;
    try {
      twice();
    } catch (error) {
      caught = error;
    }
    expect(database.isConstraintError(caught)).toBe(true);
    expect(connection.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0);
    connection.close();
  });

  it('tells a full disk in plain Chinese, and makes no file that was only to be read', () => {
    const connection = database.openDatabase(file, 'write');
    connection.exec('CREATE TABLE note (text TEXT) STRICT');
    connection.pragma('max_page_count = 2');
    let caught: unknown;
    try {
      connection.prepare('INSERT INTO note VALUES (?)').run('字'.repeat(9000));
    } catch (error) {
      caught = database.translateError(error);
    }
    expect(caught).toMatchObject({ kind: 'diskFull' });
    connection.close();
    expect(() => database.openDatabase(join(file, 'nowhere.db'), 'read')).toThrow();
  });
});
