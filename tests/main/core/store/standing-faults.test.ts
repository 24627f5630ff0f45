import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { StoreError } from '#main/core/store/errors.ts';
import { checkStore } from '#main/core/store/integrity.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { acceptedFaults } from '#main/core/store/standing-faults.ts';
import { zeroLeafOf } from '#tests/support/damaged-store.ts';
import {
  child,
  familySql,
  migrationFolder,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';
import { parents } from './family-queries.ts';

const MANY = 300;
/** As many as the check of the log tells at once. */
const MANY_CHANGED = 20;

/** A closed store whose children fill several pages. */
function closedStore() {
  const base = temporaryFolder();
  const migrations = migrationFolder(base, familySql);
  const folder = join(base, 'data');
  const open = () => openStore(folder, { migrationFolder: migrations, programVersion: '0.1.0' });
  const store = open();
  store.transact(operation(), (tx) => {
    const id = tx.insert(parent, { name: '王' });
    for (let number = 0; number < MANY; number += 1)
      tx.insert(child, { parent_id: id, name: `小王${number}`.repeat(10) });
  });
  store.noteFullCheck();
  store.close();
  return { base, folder, open };
}

const write = (store: Store, name: string) =>
  store.transact(operation(), (tx) => tx.insert(parent, { name }));

function kindOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof StoreError) return error.kind;
    throw error;
  }
  return 'written';
}

function checked(store: Store): readonly string[] {
  const reader = store.read();
  const found = store.noteFullCheck(checkStore(reader, acceptedFaults(store.folder)));
  reader.close();
  return found;
}

describe('A store in which the check has found damage', () => {
  it('takes no writes any more, also after the next opening, which changes nothing of it and asks for the check', () => {
    const { folder, open } = closedStore();
    zeroLeafOf(folder, 'child');
    const store = open();
    expect(kindOf(() => write(store, '李'))).toBe('written');
    expect(checked(store)[0]).toContain('损坏');
    expect(kindOf(() => write(store, '赵'))).toBe('held');
    expect(kindOf(() => store.writeUnlogged(() => undefined))).toBe('held');
    expect(kindOf(() => store.compact())).toBe('held');
    expect(kindOf(() => store.recordEvent({ ...operation(), label: '导出' }))).toBe('held');
    const reader = store.read();
    expect(reader.all(parents)).toHaveLength(2);
    reader.close();
    store.close();

    const before = readFileSync(join(folder, 'store.db'));
    const again = open();
    expect(again.startFaults[0]).toContain('损坏');
    expect(again.fullCheckDue).toBe(true);
    expect(kindOf(() => write(again, '赵'))).toBe('held');
    expect(() => again.acceptFaults(operation())).toThrow('恢复最近的备份');
    again.close();
    expect(readFileSync(join(folder, 'store.db')).equals(before)).toBe(true);
  });

  it('is not brought up to a newer program', () => {
    const { base, folder, open } = closedStore();
    zeroLeafOf(folder, 'child');
    const store = open();
    checked(store);
    store.close();
    const newer = migrationFolder(base, familySql, 'CREATE TABLE third (id INTEGER PRIMARY KEY) STRICT;');
    const reopen = () => openStore(folder, { migrationFolder: newer, programVersion: '0.2.0' });
    expect(kindOf(reopen)).toBe('damaged');
  });

  it('is written again when the check does not find it any more', () => {
    const { open } = closedStore();
    const store = open();
    store.noteFullCheck(['数据文件有 1 处损坏。']);
    expect(kindOf(() => write(store, '李'))).toBe('held');
    expect(checked(store)).toEqual([]);
    expect(kindOf(() => write(store, '李'))).toBe('written');
    store.close();
    const again = open();
    expect(again.startFaults).toEqual([]);
    expect(again.fullCheckDue).toBe(false);
    again.close();
  });

  it('takes no writes from the first that meets a damaged page on', () => {
    const { folder, open } = closedStore();
    zeroLeafOf(folder, 'child');
    const store = open();
    expect(kindOf(() => store.transact(operation(), (tx) => tx.remove(parent, 1)))).toBe('damaged');
    expect(kindOf(() => write(store, '赵'))).toBe('held');
    store.close();
  });
});

describe('What the start check has found', () => {
  /** The last operation is cut off the log. */
  function cutEnd(folder: string): void {
    const plain = new Driver(join(folder, 'store.db'));
    plain.pragma('foreign_keys = OFF');
    plain.exec(`DELETE FROM row_change WHERE operation_id = (SELECT max(id) FROM operation);
      DELETE FROM operation WHERE id = (SELECT max(id) FROM operation)`);
    plain.close();
  }

  function cutStore() {
    const closed = closedStore();
    const store = closed.open();
    write(store, '李');
    store.close();
    cutEnd(closed.folder);
    return closed;
  }

  it('stands until somebody accepts it, who stands in the log; then it is not found again', () => {
    const { open } = cutStore();
    open().close();
    const store = open();
    expect(store.startFaults[0]).toContain('少了 1 次操作');
    expect(kindOf(() => write(store, '赵'))).toBe('held');
    expect(checked(store)).toHaveLength(1);
    store.acceptFaults({ ...operation(), userName: '张三', label: '核对后接着录入' });
    expect(kindOf(() => write(store, '赵'))).toBe('written');
    store.close();
    const again = open();
    expect(again.startFaults).toEqual([]);
    expect(kindOf(() => write(again, '孙'))).toBe('written');
    again.close();
  });

  it('is told when the same is lost once more, although it reads like what was accepted', () => {
    const { folder, open } = cutStore();
    const store = open();
    const [words] = store.startFaults;
    store.acceptFaults(operation());
    write(store, '赵');
    store.close();
    cutEnd(folder);
    const again = open();
    expect(again.startFaults).toEqual([words]);
    expect(kindOf(() => write(again, '孙'))).toBe('held');
    again.close();
  });
});

it('What the check finds although somebody has accepted it does not hold the store again', () => {
  const { folder, open } = closedStore();
  const first = open();
  write(first, '李');
  first.close();
  const plain = new Driver(join(folder, 'store.db'));
  plain.exec(`UPDATE operation SET label = '别的' WHERE id = (SELECT max(id) - 1 FROM operation)`);
  plain.close();
  const store = open();
  expect(checked(store).join('')).toContain('被改动过');
  expect(kindOf(() => write(store, '赵'))).toBe('held');
  store.acceptFaults(operation());
  expect(checked(store)).toEqual([]);
  expect(kindOf(() => write(store, '赵'))).toBe('written');
  store.close();
});

it('The check still finds what is new behind many findings that somebody has accepted', () => {
  const { folder, open } = closedStore();
  const first = open();
  for (let number = 0; number < MANY_CHANGED + 2; number += 1) write(first, `李${number}`);
  first.close();
  const change = (fromLast: number): void => {
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec(`UPDATE operation SET label = '别的' WHERE id <= (SELECT max(id) FROM operation) - ${fromLast} AND
      id > (SELECT max(id) FROM operation) - ${fromLast} - ${MANY_CHANGED}`);
    plain.close();
  };
  change(2);
  const store = open();
  expect(checked(store)).toHaveLength(MANY_CHANGED);
  store.acceptFaults(operation());
  expect(checked(store)).toEqual([]);
  store.close();
  change(2);
  const again = open();
  expect(checked(again)).toHaveLength(1);
  expect(kindOf(() => write(again, '赵'))).toBe('held');
  again.close();
});
