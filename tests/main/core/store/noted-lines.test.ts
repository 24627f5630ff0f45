import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { byCommandLine, noteLine, takeNotes } from '#main/core/store/noted-lines.ts';
import { openStore } from '#main/core/store/open.ts';
import { opensQuietly } from '#main/core/store/opens-quietly.ts';
import { openFamilyStore, operation, temporaryFolder } from '#tests/support/store.ts';

const line = {
  ...byCommandLine(),
  name: 'assessment.exportWorkbook',
  label: '导出考核结果',
  summary: '结果.xlsx',
};

/** Without the lines of the migrations. */
function linesOf(db: ReturnType<ReturnType<typeof openFamilyStore>['read']>) {
  return listOperations(db, anyOperation, { before: null, limit: 20 })
    .filter(({ label }) => label !== '建立数据' && label !== '升级数据')
    .map(({ name, user_name, summary, outcome }) => ({ name, user_name, summary, outcome }));
}

it('a noted line stands in the log once, with the account that it was noted by, and the note is gone', () => {
  const store = openFamilyStore();
  const db = store.read();
  noteLine(store.folder, line);
  const [name = ''] = readdirSync(join(store.folder, 'log-notes'));
  const path = join(store.folder, 'log-notes', name);
  expect(takeNotes(store, db)).toBe(1);
  const entered = { name: line.name, user_name: line.userName, summary: '结果.xlsx', outcome: 'done' };
  expect(linesOf(db)).toEqual([entered]);
  expect(existsSync(path)).toBe(false);
  expect(takeNotes(store, db)).toBe(0);
  db.close();
});

it('a note whose line was committed before the program ended is not entered again', () => {
  const store = openFamilyStore();
  const db = store.read();
  noteLine(store.folder, line);
  const killed = () => {
    throw new Error('killed');
  };
  expect(() =>
    takeNotes(
      {
        folder: store.folder,
        recordEvent(event) {
          store.recordEvent(event);
          killed();
        },
      },
      db,
    ),
  ).toThrow('killed');
  expect(takeNotes(store, db)).toBe(1);
  expect(linesOf(db)).toHaveLength(1);
  db.close();
});

it('a note that cannot be entered stays, and one that cannot be read becomes a line that says so', () => {
  const store = openFamilyStore();
  const db = store.read();
  noteLine(store.folder, line);
  const full = () => {
    throw new Error('disk full');
  };
  expect(() => takeNotes({ folder: store.folder, recordEvent: full }, db)).toThrow('disk full');
  writeFileSync(join(store.folder, 'log-notes', '0.json'), '{"uid":1}');
  expect(takeNotes(store, db)).toBe(2);
  expect(linesOf(db).map(({ outcome, summary }) => [outcome, summary])).toEqual([
    ['done', '结果.xlsx'],
    ['failed', '等着记入日志的一次操作(导出或清理附件)读不出来：0.json'],
  ]);
  db.close();
});

it('a note that was taken back leaves no line', () => {
  const store = openFamilyStore();
  const db = store.read();
  noteLine(store.folder, line)();
  expect(takeNotes(store, db)).toBe(0);
  db.close();
});

it('a store is opened quietly only where its next start would have nothing to tell', () => {
  const { folder, migrations, ...store } = openFamilyStore();
  store.transact(operation(), () => null);
  expect(opensQuietly(folder), 'in use').toBe(false);
  store.close();
  expect(opensQuietly(folder)).toBe(true);
  writeFileSync(join(folder, 'chain-head.json'), JSON.stringify({ operationId: 9, hash: 'x' }));
  expect(opensQuietly(folder), 'operations are missing').toBe(false);
  openStore(folder, { migrationFolder: migrations }).close();
  expect(opensQuietly(folder)).toBe(true);
  mkdirSync(join(folder, 'waiting-restore'));
  writeFileSync(join(folder, 'waiting-restore', 'restore.json'), '{}');
  expect(opensQuietly(folder), 'a restore waits').toBe(false);
  expect(() => opensQuietly(temporaryFolder())).toThrow();
});
