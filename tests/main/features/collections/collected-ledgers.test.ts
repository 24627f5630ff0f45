import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import type { GivenRow, RowValues } from '#shared/rules/collections/definition.ts';
import type { CollectedLedger } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { selfScoreGroups, selfScoresOf } from '#main/features/assessment/index.ts';
import { collectedSites, keySitesWith } from '#main/features/key-sites/index.ts';
import { collectedFeedback } from '#main/features/tasks/collected.ts';
import { taskRowsOf, requireTask } from '#main/features/tasks/index.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { operation } from '#tests/support/store-operation.ts';

const today = localDay(Date.now());
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledgers-'));
  const { office } = await startSampleOffice(folder);
  await office.close();
  store = openStore(folder);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function inStore<Result>(work: (context: WriteContext) => Result): Result {
  const caller = {
    userUid: null,
    userName: '李明',
    roles: ['director'],
    windowUid: 'w1',
    host: 'browser',
  } as const;
  return store.transact(operation({ label: '合并' }), (db, words) =>
    work({
      db,
      ...words,
      caller,
      now: Date.now(),
      today,
      resourcesFolder: '',
      dataFolder: '',
      payload: null,
    }),
  ).value;
}

const rowsOf = (ledger: CollectedLedger) => inStore((context) => ledger.rowsOf(context));

function land(
  ledger: CollectedLedger,
  organizationUid: string,
  key: string | null,
  values: RowValues,
): number {
  return inStore((context) => ledger.land([{ organizationUid, rows: [{ key, values }] }], context));
}

/** The first unit that has a row, with that row. */
function firstOf(ledger: CollectedLedger): { unit: string; row: GivenRow } {
  for (const [unit, [row]] of rowsOf(ledger)) if (row !== undefined) return { unit, row };
  throw new Error('the sample has rows of every ledger');
}

const rowAt = (ledger: CollectedLedger, unit: string, key: string) =>
  rowsOf(ledger)
    .get(unit)
    ?.find((row) => row.key === key);

describe('self scores', () => {
  const ledger = () => selfScoresOf(inStore((context) => selfScoreGroups(context))[0]!.groupUid);

  it('show the items of the scheme that apply, with what each can give', () => {
    const { row } = firstOf(ledger());
    expect(Object.keys(row.values)).toEqual(
      expect.arrayContaining(['category', 'content', 'points', 'standard']),
    );
    expect(row.ranges['score']).toEqual({ min: '0', max: row.values['points'] });
  });

  it('land as self scores with their reasons, and say nothing new the second time', () => {
    const { unit, row } = firstOf(ledger());
    const values = { score: '0.5', reason: '培训少一次' };
    expect(land(ledger(), unit, row.key, values)).toBe(1);
    expect(rowAt(ledger(), unit, row.key)?.values).toMatchObject(values);
    expect(land(ledger(), unit, row.key, values)).toBe(0);
  });

  it('keep the score where only the reason was returned, and refuse more points than there are', () => {
    const { unit, row } = firstOf(ledger());
    land(ledger(), unit, row.key, { score: '0.5', reason: '培训少一次' });
    expect(land(ledger(), unit, row.key, { reason: '培训少两次' })).toBe(1);
    expect(rowAt(ledger(), unit, row.key)?.values).toMatchObject({ score: '0.5', reason: '培训少两次' });
    expect(() => land(ledger(), unit, row.key, { score: '1000' })).toThrow('本项得分应在0到');
  });
});

describe('feedback on tasks', () => {
  it('is asked of the leading unit for what it still owes, and lands as a step of the task', () => {
    const { unit, row } = firstOf(collectedFeedback);
    expect(row.values['title']).toBeDefined();
    const progress = '已完成排查，正在整改';
    expect(land(collectedFeedback, unit, row.key, { progress, done: 'no' })).toBe(1);
    expect(land(collectedFeedback, unit, row.key, { progress, done: 'no' })).toBe(0);
    const status = inStore(({ db }) => taskRowsOf(db, [requireTask(db, row.key)], today)[0]?.status);
    expect(status).toBe('inProgress');
  });

  it('is refused where it says that the task is done, but not on a day that can be', () => {
    const { unit, row } = firstOf(collectedFeedback);
    const done = { progress: '早已办结', done: 'yes' };
    expect(() => land(collectedFeedback, unit, row.key, done)).toThrow('没有办结日期');
    for (const doneOn of ['2001-01-01', '2999-01-01'])
      expect(() => land(collectedFeedback, unit, row.key, { ...done, doneOn })).toThrow('不对：应在交办的');
  });

  it('leaves a task open of which another leading unit says otherwise', () => {
    const { unit, row } = firstOf(collectedFeedback);
    const other = [...rowsOf(collectedFeedback).keys()].find((uid) => uid !== unit)!;
    expect(row.ranges['doneOn']).toEqual({ min: row.values['assignedOn'], max: null });
    const status = () => inStore(({ db }) => taskRowsOf(db, [requireTask(db, row.key)], today)[0]?.status);
    const said = (organizationUid: string, done: string) => ({
      organizationUid,
      rows: [{ key: row.key, values: { progress: '说法不一', done, doneOn: today } }],
    });
    inStore((context) => collectedFeedback.land([said(unit, 'yes'), said(other, 'no')], context));
    expect(status()).toBe('inProgress');
  });

  it('reports a task done on the day that the unit names, after which it is not asked again', () => {
    const { unit, row } = firstOf(collectedFeedback);
    land(collectedFeedback, unit, row.key, { progress: '全部办结', done: 'yes', doneOn: today });
    const task = inStore(({ db }) => taskRowsOf(db, [requireTask(db, row.key)], today)[0]);
    expect(task).toMatchObject({ status: 'reported', reportedOn: today });
    expect(rowAt(collectedFeedback, unit, row.key)).toBeUndefined();
  });
});

describe('key sites', () => {
  it('are corrected by what came back, and nothing else of them changes', () => {
    const { unit, row } = firstOf(collectedSites);
    expect(land(collectedSites, unit, row.key, { phone: '0731-88886666' })).toBe(1);
    expect(rowAt(collectedSites, unit, row.key)?.values).toEqual({ ...row.values, phone: '0731-88886666' });
    expect(land(collectedSites, unit, row.key, row.values)).toBe(1);
  });

  it('are added where a unit writes a new one, but only once', () => {
    const { unit } = firstOf(collectedSites);
    const values = { name: '临江家具市场', address: '临江路8号', responsiblePerson: '周强' };
    expect(land(collectedSites, unit, null, values)).toBe(1);
    expect(land(collectedSites, unit, null, values)).toBe(0);
    const added = rowsOf(collectedSites)
      .get(unit)
      ?.filter((row) => row.values['name'] === values.name);
    expect(added).toHaveLength(1);
  });

  it('are refused by name where a value is too long', () => {
    const { unit } = firstOf(collectedSites);
    const values = { name: '临江酒店', address: '临江路', phone: '1'.repeat(61) };
    expect(() => land(collectedSites, unit, null, values)).toThrow('“临江酒店”：电话最多 60 个字。');
  });

  it('are asked of a township that has none left: it may know new ones', () => {
    const { unit } = firstOf(collectedSites);
    const uids = (rowsOf(collectedSites).get(unit) ?? []).map(({ key }) => key);
    inStore((context) => keySitesWith([]).remove({ uids }, context));
    expect(rowsOf(collectedSites).get(unit)).toEqual([]);
  });
});
