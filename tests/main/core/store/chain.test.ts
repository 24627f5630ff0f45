import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { checkStore } from '#main/core/store/integrity.ts';
import { openReader, openStore } from '#main/core/store/open.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import {
  child,
  familySql,
  migrationFolder,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';

/** A closed store with six operations, one of them failed; tampered with by plain SQL, then verified. */
function findingsAfter(tamper: string): string[] {
  const base = temporaryFolder();
  const folder = mkdtempSync(join(base, 'data-'));
  const store = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
  for (const name of ['王', '李', '赵']) {
    store.transact(operation({ label: `添加${name}` }), (tx) => {
      const id = tx.insert(parent, { name });
      tx.insert(child, { parent_id: id, name: `小${name}` });
      return { id };
    });
  }
  expect(() =>
    store.transact(operation(), () => {
      throw new Error('boom');
    }),
  ).toThrow('boom');
  store.transact(operation(), (tx) => tx.update(parent, 1, { rank: 5 }));
  store.close();
  const plain = new Driver(join(folder, 'store.db'));
  plain.pragma('foreign_keys = OFF');
  plain.exec(tamper);
  plain.close();
  const reader = openReader(folder);
  const findings = verifyChain(reader);
  reader.close();
  rmSync(folder, { recursive: true });
  return findings;
}

describe('verifyChain', () => {
  it('finds nothing in an untouched log', () => {
    expect(findingsAfter('SELECT 1')).toEqual([]);
  });

  it.each([
    ['a changed image', `UPDATE row_change SET after = replace(after, '小李', '小明') WHERE id = 4`],
    ['a changed image before', `UPDATE row_change SET before = '{}' WHERE id = 7`],
    ['a changed row number', 'UPDATE row_change SET row_id = 2 WHERE id = 2'],
    ['a changed table', `UPDATE row_change SET table_name = 'child' WHERE id = 1`],
    ['a changed kind', `UPDATE row_change SET kind = 'delete' WHERE id = 1`],
    ['a row change given to another operation', 'UPDATE row_change SET operation_id = 3 WHERE id = 3'],
    ['a removed row change', 'DELETE FROM row_change WHERE id = 3'],
    ['a removed last row change', 'DELETE FROM row_change WHERE id = 7'],
    [
      'an added row change',
      `INSERT INTO row_change SELECT 8, operation_id, table_name, 9, kind, before, after FROM row_change WHERE id = 7`,
    ],
    [
      'swapped row changes',
      `UPDATE row_change SET id = 100 WHERE id = 1; UPDATE row_change SET id = 1 WHERE id = 2; UPDATE row_change SET id = 2 WHERE id = 100`,
    ],
    [
      'swapped operations',
      `UPDATE operation SET id = 100 WHERE id = 3; UPDATE operation SET id = 3 WHERE id = 4; UPDATE operation SET id = 4 WHERE id = 100`,
    ],
    ['a removed operation', 'DELETE FROM operation WHERE id = 4'],
    ['a removed first operation', 'DELETE FROM operation WHERE id = 1'],
    [
      'a removed operation with its row changes',
      'DELETE FROM row_change WHERE operation_id = 4; DELETE FROM operation WHERE id = 4',
    ],
    ['a removed last operation that leaves its row changes', 'DELETE FROM operation WHERE id = 7'],
    ['a changed user', `UPDATE operation SET user_name = '李四' WHERE id = 3`],
    ['a changed user id', `UPDATE operation SET user_uid = NULL WHERE id = 3`],
    ['a changed time', 'UPDATE operation SET at = at - 1 WHERE id = 5'],
    ['a changed label', `UPDATE operation SET label = '' WHERE id = 5`],
    ['a changed summary', `UPDATE operation SET summary = 'x' WHERE id = 5`],
    ['a changed result', `UPDATE operation SET result = '{"id":9}' WHERE id = 5`],
    ['a failure made a success', `UPDATE operation SET outcome = 'done' WHERE outcome = 'failed'`],
    ['a changed digest', `UPDATE operation SET change_digest = 'x' WHERE id = 5`],
    ['a changed hash', `UPDATE operation SET hash = 'x' WHERE id = 5`],
    ['a changed kind of undo', `UPDATE operation SET undo = 'final' WHERE id = 5`],
    ['a changed host', `UPDATE operation SET host = 'cli' WHERE id = 5`],
    ['a changed window', `UPDATE operation SET window_uid = 'w9' WHERE id = 5`],
    ['a changed link', 'UPDATE operation SET undoes_id = 3 WHERE id = 5'],
    ['a changed completion', 'UPDATE operation SET continues_id = 3 WHERE id = 5'],
  ])('finds %s', (_what, sql) => {
    expect(findingsAfter(sql)).not.toEqual([]);
  });

  it('names the operation whose record was changed', () => {
    const findings = findingsAfter(`UPDATE operation SET summary = 'x' WHERE id = 5`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain('第 5 号操作（添加赵，张三');
  });
});

describe('the start check', () => {
  it('tells that the end of the log was cut off, and writes that into the log', () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    const store = openStore(folder, { migrationFolder: migrations });
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation(), (tx) => tx.insert(parent, { name: '李' }));
    store.close();
    const plain = new Driver(join(folder, 'store.db'));
    plain.pragma('foreign_keys = OFF');
    plain.exec('DELETE FROM row_change WHERE operation_id = 4; DELETE FROM operation WHERE id = 4');
    plain.close();
    const again = openStore(folder, { migrationFolder: migrations });
    expect(again.startFaults).toHaveLength(1);
    expect(again.startFaults[0]).toContain('少了 1 次操作');
    expect(checkStore(again.read())).toEqual([]);
    again.close();
    const third = openStore(folder, { migrationFolder: migrations });
    expect(third.startFaults).toEqual(again.startFaults);
    third.close();
  });

  it('asks for a full check after an unclean end and once a day', () => {
    const base = temporaryFolder();
    const migrations = migrationFolder(base, familySql);
    const folder = join(base, 'data');
    const open = () => openStore(folder, { migrationFolder: migrations });
    const first = open();
    expect(first.fullCheckDue).toBe(false);
    first.close();
    const second = open();
    expect(second.fullCheckDue).toBe(true);
    second.noteFullCheck();
    second.close();
    const third = open();
    expect(third.fullCheckDue).toBe(false);
    third.close();
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec(`UPDATE store_meta SET value = '1' WHERE name = 'inUse'`);
    plain.close();
    const fourth = open();
    expect(fourth.fullCheckDue).toBe(true);
    fourth.close();
  });

  it('finds broken references and damaged pages in the full check', () => {
    const base = temporaryFolder();
    const folder = join(base, 'data');
    const store = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
    store.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王' });
      tx.insert(child, { parent_id: 1, name: '小王' });
    });
    store.close();
    const plain = new Driver(join(folder, 'store.db'));
    plain.pragma('foreign_keys = OFF');
    plain.exec('DROP TRIGGER log_parent_delete; DELETE FROM parent');
    plain.close();
    const reader = openReader(folder);
    expect(checkStore(reader)).toEqual(['数据表 child 有 1 行指向已不存在的内容。']);
    reader.close();
  });
});
