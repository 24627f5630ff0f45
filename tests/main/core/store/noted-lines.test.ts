import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { byCommandLine, noteLine, pendingLine } from '#main/core/store/noted-lines.ts';
import { openStore } from '#main/core/store/open.ts';
import { opensQuietly } from '#main/core/store/opens-quietly.ts';
import { takeNotes } from '#main/core/store/take-notes.ts';
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

it('a note that cannot be read now stays and keeps no other back, and one that is no note is told of once', () => {
  const store = openFamilyStore();
  const db = store.read();
  const notes = join(store.folder, 'log-notes');
  noteLine(store.folder, line);
  // As a file that a virus scanner holds: reading it fails.
  mkdirSync(join(notes, '0.json'));
  expect(() => takeNotes(store, db)).toThrow('EISDIR');
  expect(linesOf(db)).toHaveLength(1);
  expect(readdirSync(notes)).toEqual(['0.json']);

  const foreign = JSON.stringify({ ...line, uid: 'x', at: 1, host: 'window' });
  for (const text of [foreign, JSON.stringify({ ...line, uid: 'x', at: 1e300 })]) {
    for (const _time of [1, 2]) {
      writeFileSync(join(notes, '1.json'), text);
      expect(() => takeNotes(store, db)).toThrow('EISDIR');
      expect(existsSync(join(notes, '1.json'))).toBe(false);
    }
  }
  expect(linesOf(db).map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'done']);
  db.close();
});

it('what a power cut left of a note goes, and what is being written stays', () => {
  const store = openFamilyStore();
  const db = store.read();
  const notes = join(store.folder, 'log-notes');
  mkdirSync(notes);
  for (const name of ['1.json.new', '2.pending.new']) writeFileSync(join(notes, name), '');
  utimesSync(join(notes, '1.json.new'), 0, 0);
  expect(takeNotes(store, db)).toBe(0);
  expect(readdirSync(notes)).toEqual(['2.pending.new']);
  db.close();
});

describe('a note of what is about to happen', () => {
  function begun() {
    const store = openFamilyStore();
    const db = store.read();
    const noted = pendingLine(store.folder, line);
    return { store, db, noted, notes: join(store.folder, 'log-notes') };
  }

  it.each(['结果.xlsx', '结果(2).xlsx'])('is entered once that has happened, as %s', (summary) => {
    const { store, db, noted, notes } = begun();
    expect(takeNotes(store, db)).toBe(0);
    expect(linesOf(db)).toEqual([]);
    noted.finish(summary);
    expect(takeNotes(store, db)).toBe(1);
    const entered = linesOf(db).map((each) => ({ outcome: each.outcome, summary: each.summary }));
    expect(entered).toEqual([{ outcome: 'done', summary }]);
    expect(readdirSync(notes)).toEqual([]);
    db.close();
  });

  it('leaves no line where it was taken back, even by a program that looked meanwhile', () => {
    const { store, db, noted, notes } = begun();
    takeNotes(store, db);
    noted.takeBack();
    expect(takeNotes(store, db)).toBe(0);
    expect(linesOf(db)).toEqual([]);
    expect(readdirSync(notes)).toEqual([]);
    db.close();
  });

  it('is entered as in doubt, once, where its process has ended', () => {
    const { store, db, noted, notes } = begun();
    const [name = ''] = readdirSync(notes);
    const note = JSON.parse(readFileSync(join(notes, name), 'utf8'));
    const ended = { ...note, by: { ...note.by, bootId: 'of an earlier start', bootedAt: 0 } };
    writeFileSync(join(notes, name), JSON.stringify(ended));
    expect(takeNotes(store, db)).toBe(1);
    const inDoubt = { outcome: 'failed', summary: '结果.xlsx；程序中途结束，可能没有完成' };
    expect(linesOf(db)).toMatchObject([inDoubt]);
    noted.finish('结果(2).xlsx');
    takeNotes(store, db);
    expect(linesOf(db)).toMatchObject([inDoubt]);
    db.close();
  });

  it('is in doubt after a day too, however alive a process of that number seems', () => {
    const { store, db, notes } = begun();
    const [name = ''] = readdirSync(notes);
    const note = JSON.parse(readFileSync(join(notes, name), 'utf8'));
    writeFileSync(join(notes, name), JSON.stringify({ ...note, at: note.at - 25 * 3_600_000 }));
    expect(takeNotes(store, db)).toBe(1);
    expect(linesOf(db)).toMatchObject([{ outcome: 'failed' }]);
    db.close();
  });
});

describe('a folder of notes', () => {
  it('that is none is said in words that name it, at writing and at taking', () => {
    const store = openFamilyStore();
    const db = store.read();
    const notes = join(store.folder, 'log-notes');
    writeFileSync(notes, '');
    const inWords = `文件夹“${notes}”现在不能读写`;
    expect(() => noteLine(store.folder, line)).toThrow(inWords);
    expect(() => takeNotes(store, db)).toThrow(inWords);
    db.close();
  });

  it.runIf(process.getuid?.() === 0)('belongs with its notes to whose the data are, also of root', () => {
    const folder = temporaryFolder();
    chownSync(folder, 65_534, 65_533);
    const notes = join(folder, 'log-notes');
    // As an earlier run as root left it.
    mkdirSync(notes, { mode: 0o700 });
    pendingLine(folder, line).finish('结果(2).xlsx');
    const [name = ''] = readdirSync(notes);
    for (const path of [notes, join(notes, name)])
      expect(statSync(path)).toMatchObject({ uid: 65_534, gid: 65_533 });
  });
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
  expect(opensQuietly(folder), 'nobody has settled that').toBe(false);
  const again = openStore(folder, { migrationFolder: migrations });
  again.acceptFaults(operation());
  again.close();
  expect(opensQuietly(folder)).toBe(true);
  mkdirSync(join(folder, 'waiting-restore'));
  writeFileSync(join(folder, 'waiting-restore', 'restore.json'), '{}');
  expect(opensQuietly(folder), 'a restore waits').toBe(false);
  expect(() => opensQuietly(temporaryFolder())).toThrow();
});
