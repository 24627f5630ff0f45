import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from '#main/core/store/database.ts';
import { timesOf } from './measure.ts';

/* What a save is held against: SQLite alone, opened as the store is (WAL, synchronous=FULL), on the same disk. */

export interface Bare {
  run: (count: number) => Promise<number[]>;
  close(): void;
}

/** About as long as a saved score with its line of the log. */
const TEXT = JSON.stringify({ text: '评'.repeat(100) });
const PAGE_BYTES = 4_096;

function inTransactions(database: Database, write: (turn: number) => void): Bare {
  const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
  return {
    close: () => void database.close(),
    run: (count) =>
      timesOf(count, (turn) => {
        begin.run();
        write(turn);
        commit.run();
      }),
  };
}

/** A new table without indexes. */
export function plainTable(folder: string, rows: number): Bare {
  const database = openDatabase(join(folder, 'plain.db'), 'write');
  database.exec('CREATE TABLE plain (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO plain (text) VALUES (?)');
  return inTransactions(database, () => {
    for (let row = 0; row < rows; row += 1) insert.run(TEXT);
  });
}

/**
 * The rows of a save in the tables of a copied store with all their indexes, written by three statements: no
 * triggers, no log, no program.
 */
export function sameTables(copy: string): Bare {
  const database = openDatabase(copy, 'write');
  const triggers = database.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
  );
  for (const { name } of triggers.all()) database.exec(`DROP TRIGGER "${name}"`);
  const last = database
    .prepare<[], { score: number; change: number; operation: number }>(
      `SELECT (SELECT max(id) FROM score) AS score, (SELECT max(id) FROM row_change) AS change,
        (SELECT max(id) FROM operation) AS operation`,
    )
    .get();
  if (last === undefined) throw new Error('the copied store is empty');
  let [change, operation] = [last.change, last.operation];
  const update = database.prepare('UPDATE score SET entry = ? WHERE id = ?');
  const addOperation = database.prepare(
    `INSERT INTO operation (id, uid, hash, at, name, label, undo, outcome, user_name, window_uid, host, change_start,
      change_count, change_digest, summary, result)
    VALUES (?, ?, ?, 0, 'assessment.setScores', '评分', 'reversible', 'done', '李明', ?, 'browser', ?, 1, ?, '', ?)`,
  );
  const addChange = database.prepare(
    `INSERT INTO row_change (id, operation_id, table_name, row_id, kind, before, after)
    VALUES (?, ?, 'score', ?, 'update', ?, ?)`,
  );
  const digest = '0'.repeat(64);
  return inTransactions(database, (turn) => {
    change += 1;
    operation += 1;
    const uid = crypto.randomUUID();
    const score = last.score - turn;
    update.run(JSON.stringify({ text: `${turn}${'评'.repeat(40)}` }), score);
    addOperation.run(operation, uid, digest, uid, change, digest, TEXT);
    addChange.run(change, operation, score, TEXT, TEXT);
  });
}

/** Writing one page over and over and waiting each time until the disk has it. */
export function diskSync(folder: string): Bare {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(PAGE_BYTES, 1);
  return {
    close: () => closeSync(file),
    run: (count) =>
      timesOf(count, () => {
        writeSync(file, page, 0, PAGE_BYTES, 0);
        fdatasyncSync(file);
      }),
  };
}
