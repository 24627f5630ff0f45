import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, requireSettings, sqliteInUse, translateError } from '#main/core/store/database.ts';
import { StoreError } from '#main/core/store/errors.ts';
import { openReader } from '#main/core/store/open.ts';
import { defineQuery, text } from '#main/core/store/query.ts';
import { draftsOf, putDraft, removeDraft, removeOtherDrafts } from '#main/core/store/drafts.ts';
import { getStaged, putStaged, removeStaged, removeStagedBefore } from '#main/core/store/staging.ts';
import { openFamilyStore, operation, temporaryFolder } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { parents } from './family-queries.ts';

describe('a connection', () => {
  it('runs with every setting that durability rests on', () => {
    const file = join(temporaryFolder(), 'store.db');
    const database = openDatabase(file, 'write');
    const read = (name: string) => database.pragma(name, { simple: true });
    expect(read('journal_mode')).toBe('wal');
    expect(read('synchronous')).toBe(2);
    expect(read('foreign_keys')).toBe(1);
    expect(read('recursive_triggers')).toBe(1);
    expect(read('mmap_size')).toBe(0);
    expect(read('trusted_schema')).toBe(0);
    expect(read('cell_size_check')).toBe(1);
    database.close();
  });

  it('is of the driver that this run is about', () => {
    const asked = process.env['OFFICE_SQLITE'] === 'node' ? 'node:sqlite' : 'better-sqlite3';
    expect(sqliteInUse().driver).toBe(asked);
  });

  it.each([
    'synchronous = NORMAL',
    'foreign_keys = OFF',
    'recursive_triggers = OFF',
    'mmap_size = 1000000',
    'trusted_schema = ON',
  ])('is refused when %s', (setting) => {
    const database = openDatabase(join(temporaryFolder(), 'store.db'), 'write');
    database.pragma(setting);
    expect(() => requireSettings(database, 'write')).toThrow(StoreError);
    database.close();
  });

  it('of a reader cannot write', () => {
    const store = openFamilyStore();
    const reader = openReader(store.folder);
    const write = defineQuery({
      name: 'test.write',
      sql: `INSERT INTO draft VALUES ('a', 'b', 'c', 'd', 1) RETURNING document`,
      columns: { document: text },
    });
    expect(() => reader.all(write)).toThrow('readonly');
    expect(reader.all(parents)).toEqual([]);
    reader.close();
  });

  it('comes from the one file of the program that knows the driver', () => {
    const root = join(import.meta.dirname, '../../../..');
    const files = globSync('{main,shared,renderer}/**/*.{ts,tsx}', { cwd: root });
    const knowing = files.filter((file) =>
      readFileSync(join(root, file), 'utf8').includes(`from 'better-sqlite3'`),
    );
    expect(knowing).toEqual(['main/core/store/database.ts']);
  });

  it('tells a full disk in plain Chinese and keeps what was there', () => {
    const database = openDatabase(join(temporaryFolder(), 'store.db'), 'write');
    database.exec('CREATE TABLE note (text TEXT) STRICT');
    database.pragma('max_page_count = 2');
    const write = () => database.prepare('INSERT INTO note VALUES (?)').run('字'.repeat(9000));
    let caught: unknown;
    try {
      write();
    } catch (error) {
      caught = translateError(error);
    }
    expect(caught).toMatchObject({ kind: 'diskFull', code: 'diskFull' });
    expect(database.prepare('SELECT count(*) FROM note').pluck().get()).toBe(0);
    database.close();
  });
});

describe('drafts and staging', () => {
  const key = { document: 'papers/1', userUid: 'user-1', windowUid: 'w1' };

  it('keep one draft per document, user and window until it is saved', () => {
    const store = openFamilyStore();
    store.writeUnlogged((tx) => putDraft(tx, key, '一', 1));
    store.writeUnlogged((tx) => putDraft(tx, key, '二', 2));
    store.writeUnlogged((tx) => putDraft(tx, { ...key, windowUid: 'w2' }, '三', 3));
    const reader = store.read();
    const texts = () => draftsOf(reader, key.document, key.userUid).map(({ content }) => content);
    expect(texts()).toEqual(['三', '二']);
    store.transact(operation(), (tx) => removeDraft(tx, key));
    expect(texts()).toEqual(['三']);
    store.writeUnlogged((tx) => removeOtherDrafts(tx, key));
    expect(texts()).toEqual([]);
  });

  it('keep a draft when the saving operation fails', () => {
    const store = openFamilyStore();
    store.writeUnlogged((tx) => putDraft(tx, key, '一', 1));
    expect(() =>
      store.transact(operation(), (tx) => {
        removeDraft(tx, key);
        throw new Error('boom');
      }),
    ).toThrow('boom');
    expect(draftsOf(store.read(), key.document, key.userUid)[0]?.content).toBe('一');
  });

  it('hold staged imports until they are taken over or old', () => {
    const store = openFamilyStore();
    const staged = { kind: 'scores', userUid: 'user-1', payload: '{"rows":[]}' };
    store.writeUnlogged((tx) => {
      for (const [index, token] of ['a', 'b', 'c'].entries())
        putStaged(tx, { ...staged, token, createdAt: index * 10 });
    });
    expect(getStaged(store.read(), 'c')).toEqual({ ...staged, token: 'c', createdAt: 20 });
    expect(store.writeUnlogged((tx) => removeStagedBefore(tx, 10))).toBe(1);
    store.transact(operation(), (tx) => removeStaged(tx, 'b'));
    expect(['a', 'b', 'c'].map((token) => getStaged(store.read(), token) !== undefined)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
