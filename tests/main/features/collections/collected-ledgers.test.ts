import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMonths, localDay } from '#shared/calendar/days.ts';
import { definitionProblem, type GivenRow, type RowValues } from '#shared/rules/collections/definition.ts';
import { isCanonical } from '#shared/rules/collections/canonical.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import type { CollectedLedger } from '#main/core/fields/collected-ledger.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { selfScoreGroups, selfScoresOf } from '#main/features/assessment/index.ts';
import { collectedBrigades } from '#main/features/brigades/collected.ts';
import { collectedEstablishments } from '#main/features/establishments/collected.ts';
import { collectedFigures } from '#main/features/fire-figures/index.ts';
import { fireMonth } from '#main/features/fire-figures/month.ts';
import { collectedSites, keySitesWith } from '#main/features/key-sites/index.ts';
import { collectedLedgers } from '#main/features/ledgers/index.ts';
import {
  organizationsOfLevel,
  organizationsOn,
  organizationsWith,
} from '#main/features/organizations/index.ts';
import { collectedFeedback } from '#main/features/tasks/collected.ts';
import { taskRowsOf, requireTask } from '#main/features/tasks/index.ts';
import type { Client } from '#tests/support/core.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';
import { operation } from '#tests/support/store-operation.ts';

const today = localDay(Date.now());
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ledgers-'));
  const { office, client } = await startSampleOffice(folder);
  await addVillage(client);
  await office.close();
  store = openStore(folder);
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** The sample has none. */
async function addVillage(client: Client): Promise<void> {
  const organizations = await client.organizations.tree({ day: null });
  const township = organizations.find(({ level }) => level === 'township')!;
  const village = {
    name: '望江村',
    shortName: '',
    level: 'village' as const,
    parentUid: township.uid,
    marks: [],
  };
  await client.organizations.add({ items: [village], from: null, document: '', afterUid: null });
}

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

describe('every ledger of the office', () => {
  it.each(collectedLedgers)(
    '$name is handed out with its rows, which say nothing new when they come back',
    (ledger) => {
      const definition = inStore((context) => ledger.definition(context));
      expect(definitionProblem(definition)).toBeNull();
      const handed = [...rowsOf(ledger)].filter(([, rows]) => rows.length > 0);
      expect(handed).not.toEqual([]);
      const wrong = handed.flatMap(([, rows]) =>
        rows.flatMap(({ values }) =>
          definition.columns.filter(
            ({ key }) =>
              values[key] !== undefined &&
              !isCanonical(definition.columns.find((column) => column.key === key)!, values[key]),
          ),
        ),
      );
      expect(wrong).toEqual([]);
      const units = handed.map(([organizationUid, rows]) => ({ organizationUid, rows }));
      expect(inStore((context) => ledger.land(units, context))).toBe(0);
      for (const [unit, [row]] of handed) {
        const known = inStore((context) => ledger.knownBy!(context)(unit, row!.values));
        expect([row!.key, undefined]).toContain(known?.key);
      }
    },
  );

  it('keeps a row that was handed out, though its time is over by now', () => {
    const trainings = collectedLedgers.find(({ key }) => key === 'trainings')!;
    const { unit, row } = firstOf(trainings);
    const later = (context: WriteContext) => ({ ...context, today: '2099-01-01' });
    expect(inStore((context) => trainings.rowsOf(later(context)).get(unit))).toEqual([]);
    const kept = inStore((context) => trainings.keptRow!(later(context))(unit, row.key));
    expect(kept).toEqual(row);
  });

  it('tells of all rows that cannot be stored at once, by name, and stores none of them', () => {
    const water = collectedLedgers.find(({ key }) => key === 'waterSources')!;
    const { unit, row } = firstOf(water);
    const rows = [
      { key: row.key, values: { position: '临江路口' } },
      { key: null, values: { number: '临-901', kind: '市政消火栓', state: '完好', checkedOn: '2999-01-01' } },
    ];
    const number = row.values['number']!;
    expect(() => inStore((context) => water.land([{ organizationUid: unit, rows }], context))).toThrow(
      new RegExp(`^有 2 行存不进去，没有合并：“${number}”：坐标“临江路口”.*；“临-901”检查日期还没有到`, 'u'),
    );
  });

  it.each(['fireVehicles', 'certificates'])(
    '%s that are another unit’s are not changed by what a unit writes about them: both units are named',
    (key) => {
      const ledger = collectedLedgers.find((each) => each.key === key)!;
      const definition = ledgerDefinitions.find((each) => each.key === key)!;
      const { unit: owner, row } = firstOf(ledger);
      const organizations = inStore(({ db }) => organizationsOn(db, today));
      const counties = organizationsOfLevel(organizations, 'county');
      const writer = counties.find(({ uid }) => uid !== owner)!;
      const { name } = [...organizations.values()].find(({ uid }) => uid === owner)!;
      const values = { ...row.values, note: '新购' };
      expect(inStore((context) => ledger.knownBy!(context)(owner, values))).toEqual(row);
      expect(inStore((context) => ledger.knownBy!(context)(writer.uid, values))).toBeNull();
      const title = row.values[definition.title]!;
      expect(() => land(ledger, writer.uid, null, values)).toThrow(
        new RegExp(`“${title}”登记在.*${name}，${writer.name}的表里也写了，请先核实是否调动`, 'u'),
      );
      expect(rowAt(ledger, owner, row.key)).toEqual(row);
      expect(land(ledger, owner, null, values)).toBe(0);
    },
  );

  it('are put into the village that a township names', () => {
    const stations = collectedLedgers.find(({ key }) => key === 'microStations')!;
    const [village, township] = inStore(({ db }) => {
      const organizations = organizationsOn(db, today);
      const [first] = organizationsOfLevel(organizations, 'village');
      return [first!, organizations.get(first!.parentId!)!];
    });
    const values = { ...firstOf(stations).row.values, name: '新设的微型消防站', village: village.name };
    expect(land(stations, township.uid, null, values)).toBeGreaterThan(0);
    const added = rowsOf(stations)
      .get(township.uid)
      ?.find((row) => row.values['name'] === values.name);
    expect(added?.values).toEqual(values);
    const nowhere = { ...values, name: '又一个站', village: '没有的村' };
    expect(() => land(stations, township.uid, null, nowhere)).toThrow(
      '“又一个站”：没有找到村(社区)“没有的村”',
    );
  });
});

describe('fire figures of a month', () => {
  /** Of the sample, with how it is parted. */
  const october = '2026-10';
  const counties = () => inStore(({ db }) => organizationsOfLevel(organizationsOn(db, today), 'county'));
  const entryOf = (uid: string, month: string) =>
    inStore(({ db }) => fireMonth(db, month, null).rows.find((row) => row.organizationUid === uid)?.entry);
  const keptOf = (uid: string, month: string) =>
    inStore((context) => collectedFigures.keptRow!(context)(uid, month));

  it('are asked for the month that has ended, beside those of its year that are there', () => {
    const asked = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    for (const { uid } of counties()) {
      const rows = rowsOf(collectedFigures).get(uid) ?? [];
      expect(rows.at(-1)?.key).toBe(asked);
      expect(rows.every(({ key }) => key.startsWith(asked.slice(0, 4)))).toBe(true);
    }
  });

  it('are corrected as one more entry, which keeps how they are parted', () => {
    const { uid } = counties()[0]!;
    const before = entryOf(uid, october)!;
    const fires = String(before.fires + 1);
    expect(
      land(collectedFigures, uid, october, { ...keptOf(uid, october)!.values, fires, loss: '3.5' }),
    ).toBe(2);
    const after = entryOf(uid, october);
    expect(after).toMatchObject({ fires: before.fires + 1, loss: 3_500_000, parts: before.parts });
    expect(land(collectedFigures, uid, october, { fires, loss: '3.5' })).toBe(0);
  });

  it('are refused by place and month where they are less than their parts, or one of them is missing', () => {
    const { uid, name } = counties()[1]!;
    expect(() => land(collectedFigures, uid, october, { fires: '0' })).toThrow(
      `${name}2026年10月：按场所或行业填的`,
    );
    const told = { fires: '3', deaths: '0', loss: '1.2', state: '快报' };
    expect(() => land(collectedFigures, uid, '2026-02', told)).toThrow(
      `${name}2026年2月：没有受伤，请填整数`,
    );
    expect(land(collectedFigures, uid, '2026-02', { ...told, injuries: '0' })).toBe(5);
    expect(entryOf(uid, '2026-02')).toMatchObject({ fires: 3, injuries: 0, loss: 1_200_000, state: 'flash' });
  });

  it('of another month that a unit writes below are held against those that are stored of it', () => {
    const { uid } = counties()[2]!;
    const month = addMonths(`${today.slice(0, 7)}-01`, -3).slice(0, 7);
    const words = `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
    const known = inStore((context) => collectedFigures.knownBy!(context)(uid, { month: words, fires: '9' }));
    expect(known).toEqual(keptOf(uid, month));
  });

  it('of the oldest month that could be written are known also when they are merged a month later', () => {
    const { uid } = counties()[2]!;
    const [column] = inStore((context) => collectedFigures.definition(context)).columns;
    const oldest = column!.choices.at(-1)!;
    const later = addMonths(today, 1);
    const known = inStore((context) =>
      collectedFigures.knownBy!({ ...context, today: later })(uid, { month: oldest }),
    );
    expect(known?.key).toBe(addMonths(`${today.slice(0, 7)}-01`, -12).slice(0, 7));
    expect(known?.values['month']).toBe(oldest);
  });

  it('are refused by place where no month is told, or the place was not there yet', () => {
    const { uid, name } = counties()[2]!;
    const told = { fires: '3', deaths: '0', injuries: '0', loss: '1.2', state: '快报' };
    expect(() => land(collectedFigures, uid, null, told)).toThrow(`${name}：有一行没有写月份`);
    const township = {
      name: '新设镇',
      shortName: '',
      level: 'township' as const,
      parentUid: uid,
      marks: [],
    };
    const added = { items: [township], from: today, document: '', afterUid: null };
    const { uids } = inStore((context) => organizationsWith([]).add(added, context));
    const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    expect(() => land(collectedFigures, uids[0]!, month, told)).toThrow(
      `新设镇${month.slice(0, 4)}年${Number(month.slice(5))}月：`,
    );
  });
});

describe('bodies and brigades of townships', () => {
  it.each([collectedEstablishments, collectedBrigades])(
    '$name asks counties about each of their townships, which say nothing new when they come back',
    (ledger) => {
      const columns = inStore((context) => ledger.definition(context)).columns;
      const levels = inStore(({ db }) => organizationsOn(db, today));
      const handed = [...rowsOf(ledger)];
      const counties = organizationsOfLevel(levels, 'county').map(({ uid }) => uid);
      expect(handed.map(([uid]) => uid)).toEqual(expect.arrayContaining(counties));
      const wrong = handed.flatMap(([, rows]) =>
        rows.flatMap(({ values }) =>
          columns.filter(
            (column) => values[column.key] !== undefined && !isCanonical(column, values[column.key]!),
          ),
        ),
      );
      expect(wrong).toEqual([]);
      const units = handed.map(([organizationUid, rows]) => ({ organizationUid, rows }));
      expect(inStore((context) => ledger.land(units, context))).toBe(0);
    },
  );

  it('take what has been built or set up, and refuse by name what has not come yet', () => {
    const [county, rows] = [...rowsOf(collectedEstablishments)].find(([, own]) =>
      own.some(({ values }) => values['establishedOn'] === undefined),
    )!;
    const { key, values } = rows.find((row) => row.values['establishedOn'] === undefined)!;
    const named = `“${values['unit']}${values['kind']}”`;
    expect(() => land(collectedEstablishments, county, key, { establishedOn: '2999-01-01' })).toThrow(
      `${named}：挂牌日期 2999-01-01 还没有到`,
    );
    expect(land(collectedEstablishments, county, key, { establishedOn: today, posts: '3' })).toBe(2);
    expect(rowAt(collectedEstablishments, county, key)?.values).toMatchObject({
      establishedOn: today,
      posts: '3',
    });
  });

  it('begin a brigade only where its class is told', () => {
    const [county, rows] = [...rowsOf(collectedBrigades)].find(([, own]) =>
      own.some(({ values }) => values['class'] === undefined),
    )!;
    const { key, values } = rows.find((row) => row.values['class'] === undefined)!;
    expect(() => land(collectedBrigades, county, key, { people: '6' })).toThrow(
      `“${values['town']}”：没有写类别`,
    );
    const told = { class: '志愿队', people: '6', siteDoneOn: today };
    expect(land(collectedBrigades, county, key, told)).toBe(3);
    expect(rowAt(collectedBrigades, county, key)?.values).toMatchObject(told);
  });

  it.each([{ class: '一级专职队', people: '15' }, { class: '一级专职队' }])(
    'begin a brigade also of the class that stands first in the form: %o',
    (told) => {
      const [county, rows] = [...rowsOf(collectedBrigades)].find(([, own]) =>
        own.some(({ values }) => values['class'] === undefined),
      )!;
      const { key } = rows.find((row) => row.values['class'] === undefined)!;
      expect(land(collectedBrigades, county, key, told)).toBe(Object.keys(told).length);
      expect(rowAt(collectedBrigades, county, key)?.values).toMatchObject(told);
    },
  );
});
