import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readAnchor } from '#main/core/store/anchor.ts';
import { storeFile } from '#main/core/store/database.ts';
import { lastHead } from '#main/core/store/log-queries.ts';
import { openStore } from '#main/core/store/open.ts';
import { StatementCache } from '#main/core/store/read-store.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import {
  child,
  familySql,
  migrationFolder,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';

const TAMPERS = 1_000;
const OPERATIONS = 30;

/** A closed store with a log of some thirty operations, as a copy of its file and the anchor beside it. */
function writtenLog() {
  const base = temporaryFolder();
  const folder = mkdtempSync(join(base, 'data-'));
  const store = openStore(folder, { migrationFolder: migrationFolder(base, familySql) });
  for (let number = 1; number <= OPERATIONS; number += 1) {
    store.transact(operation({ label: `添加${number}`, summary: `第 ${number} 次` }), (tx) => {
      const id = tx.insert(parent, { name: `单位${number}` });
      tx.insert(child, { parent_id: id, name: `人员${number}`, points: number });
      if (number > 3) tx.update(parent, number - 3, { rank: number });
      return { id };
    });
  }
  store.close();
  const file = new Driver(join(folder, storeFile));
  // A copy in memory can have no second file beside it.
  file.pragma('journal_mode = DELETE');
  const bytes = file.serialize();
  file.close();
  return { bytes, anchor: readAnchor(folder) };
}

/** Numbers that look random and are the same each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One change of the log by plain SQL, of whatever kind. */
function tamper(plain: Driver.Database, random: (below: number) => number): string {
  const table = random(2) === 0 ? 'operation' : 'row_change';
  const ids = plain.prepare<[], { id: number }>(`SELECT id FROM ${table} ORDER BY id`).all();
  const pick = () => ids[random(ids.length)]!.id;
  const id = pick();
  switch (random(5)) {
    case 0:
      plain.exec(`DELETE FROM ${table} WHERE id = ${id}`);
      return `removed ${table} ${id}`;
    case 1: {
      // The end of the log, with all that belongs to it: a shorter log that is right in itself.
      plain.exec(
        `DELETE FROM row_change WHERE operation_id >= ${id}; DELETE FROM operation WHERE id >= ${id}`,
      );
      if (plain.prepare<[], { n: number }>('SELECT count(*) AS n FROM operation').get()!.n < OPERATIONS)
        return `cut off from ${id}`;
      plain.exec(`UPDATE operation SET summary = summary || 'x' WHERE id = (SELECT max(id) FROM operation)`);
      return 'the last summary';
    }
    case 2: {
      const other = ids.find((each) => each.id !== id)!.id;
      plain.exec(
        `UPDATE ${table} SET id = -1 WHERE id = ${id}; UPDATE ${table} SET id = ${id} WHERE id = ${other};
         UPDATE ${table} SET id = ${other} WHERE id = -1`,
      );
      return `swapped ${table} ${id} and ${other}`;
    }
    case 3: {
      const [column, value] = changes[table][random(changes[table].length)]!;
      plain.exec(`UPDATE ${table} SET ${column} = ${value} WHERE id = ${id}`);
      return `${table} ${id}: ${column}`;
    }
    default: {
      plain.exec(
        `INSERT INTO row_change SELECT (SELECT max(id) FROM row_change) + 1, operation_id, table_name, row_id + 1, kind,
         before, after FROM row_change WHERE id = (SELECT id FROM row_change ORDER BY id LIMIT 1 OFFSET ${random(40)})`,
      );
      return 'an added row change';
    }
  }
}

const changes = {
  operation: [
    ['at', 'at + 1'],
    ['label', `label || 'x'`],
    ['summary', `summary || ' '`],
    ['user_name', `user_name || '甲'`],
    ['user_uid', `ifnull(user_uid, '') || 'x'`],
    ['window_uid', `window_uid || 'x'`],
    ['host', `CASE host WHEN 'cli' THEN 'browser' ELSE 'cli' END`],
    ['outcome', `CASE outcome WHEN 'failed' THEN 'done' ELSE 'failed' END`],
    ['result', `ifnull(result, '') || ' '`],
    ['hash', `replace(hash, substr(hash, 1, 1), 'g')`],
    ['change_digest', `change_digest || '0'`],
    ['change_count', 'change_count + 1'],
    ['uid', `uid || 'x'`],
    ['name', `name || 'x'`],
  ],
  row_change: [
    ['after', `ifnull(after, '{}') || ' '`],
    ['before', `ifnull(before, '{}') || ' '`],
    ['row_id', 'row_id + 1'],
    ['kind', `CASE kind WHEN 'insert' THEN 'delete' ELSE 'insert' END`],
    ['table_name', `table_name || 'x'`],
    ['operation_id', 'CASE operation_id WHEN 3 THEN 4 ELSE 3 END'],
  ],
} as const;

describe('the log', () => {
  it(`gives away each of ${TAMPERS} changes that were made to it by plain SQL`, () => {
    const { bytes, anchor } = writtenLog();
    const plain = new Driver(bytes);
    plain.pragma('foreign_keys = OFF');
    plain.pragma('ignore_check_constraints = ON');
    const store = new StatementCache(plain);
    const head = () => store.get(lastHead);
    expect(verifyChain(store)).toEqual([]);
    expect(head()?.hash).toBe(anchor?.hash);
    const random = sequence(20_261_130);
    const unseen: string[] = [];
    for (let number = 0; number < TAMPERS; number += 1) {
      plain.exec('BEGIN');
      const what = tamper(plain, random);
      if (verifyChain(store).length === 0 && head()?.hash === anchor?.hash) unseen.push(what);
      plain.exec('ROLLBACK');
    }
    expect(unseen).toEqual([]);
    expect(verifyChain(store)).toEqual([]);
  });
});
