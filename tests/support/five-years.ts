import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/core/store/open.ts';
import { defineQuery, defineStatement, integer } from '#main/core/store/query.ts';
import { packEntry } from '#shared/rules/assessment/pack-entry.ts';
import type { ScoreEntry, ScoringRule } from '#shared/rules/scoring/model.ts';
import { v7 } from 'uuid';
import { type IndicatorGiven, putSchemeInForce } from './builders/period.ts';
import { aRule, anEntry } from './builders/scheme.ts';
import { type Client, startTestCore } from './core.ts';
import { operation } from './store-operation.ts';

export const OBJECTS = 150;
export const INDICATORS = 120;
const FIRST_YEAR = 2022;
const YEARS = 5;

/** What the periods are made of; all but the last are final. */
export interface FiveYears {
  folder: string;
  scores: number;
}

interface Kind {
  rules: readonly ScoringRule[];
  /** What is entered where all is well, and where points are taken. */
  well: ScoreEntry['inputs'];
  short: (seed: number) => ScoreEntry['inputs'];
}

const kinds: readonly Kind[] = [
  {
    rules: [aRule('each')],
    well: { rule: { count: 0 } },
    short: (seed) => ({ rule: { count: 1 + (seed % 4) } }),
  },
  { rules: [aRule('failed')], well: { rule: { held: false } }, short: () => ({ rule: { held: true } }) },
  {
    rules: [aRule('rate', { per: '3', points: 1000 })],
    well: { rule: { value: '98' } },
    short: (seed) => ({ rule: { value: String(80 + (seed % 15)) } }),
  },
  {
    rules: [aRule('earn', { points: 5000 }), aRule('each', { id: 'second' })],
    well: { rule: { held: true }, second: { count: 0 } },
    short: (seed) => ({ rule: { held: true }, second: { count: 1 + (seed % 3) } }),
  },
  {
    rules: [aRule('discretion', { min: 0, max: 3000 })],
    well: { rule: { points: 0 } },
    short: (seed) => ({ rule: { points: 500 * (1 + (seed % 5)) } }),
  },
];

/** Four categories of thirty indicators; one indicator hangs on a mark. */
function indicators(): IndicatorGiven[] {
  return Array.from({ length: INDICATORS }, (_, place) => ({
    number: `${Math.floor(place / 30) + 1}.${(place % 30) + 1}`,
    points: 5,
    rules: [...kindAt(place).rules],
    condition: place === 7 ? ({ relation: 'lacks', mark: 'developmentZone' } as const) : null,
  }));
}

function kindAt(place: number): Kind {
  return kinds[place % kinds.length]!;
}

/** In every third cell points are taken, with a reason. */
function entered(place: number, seed: number): ScoreEntry {
  const { well, short } = kindAt(place);
  return seed % 3 === 0
    ? anEntry({ inputs: short(seed), reason: `现场抽查发现第${seed % 7}类问题，未按期整改` })
    : anEntry({ inputs: well });
}

const openPeriods = defineQuery({
  name: 'test.periodsInOrder',
  sql: 'SELECT id FROM assessment_period ORDER BY first_day',
  columns: { id: integer },
});
const objectsOfPeriod = defineQuery<{ id: typeof integer }, { periodId: number }>({
  name: 'test.objectsOfPeriod',
  sql: `SELECT assessment_object.id FROM assessment_object
    JOIN assessment_group ON assessment_group.id = group_id WHERE period_id = @periodId
    ORDER BY assessment_object.position, assessment_object.id`,
  columns: { id: integer },
});
const allIndicators = defineQuery({
  name: 'test.allIndicators',
  sql: 'SELECT id FROM indicator ORDER BY category_id, position',
  columns: { id: integer },
});
const addScores = defineStatement<{ objectId: number; rows: string }>({
  name: 'test.addScores',
  sql: `INSERT INTO score (uid, object_id, indicator_id, stage, entry)
    SELECT json_extract(value, '$[0]'), @objectId, json_extract(value, '$[1]'), 'checked', json_extract(value, '$[2]')
    FROM json_each(@rows)`,
});

/** An office after five years: 20 quarters of 150 townships on 120 indicators, every cell scored. */
export async function growFiveYears(): Promise<FiveYears> {
  const folder = mkdtempSync(join(tmpdir(), 'office-five-years-'));
  const office = await startTestCore(folder);
  await openAllPeriods(office.window());
  await office.core.close();
  const scores = enterAllScores(folder);
  const again = await startTestCore(folder);
  await finalizeAllButLast(await signedIn(again.window()));
  await again.core.close();
  return { folder, scores };
}

export async function signedIn(client: Client): Promise<Client> {
  const { users } = await client.session.state();
  await client.session.signIn({ userUid: users[0]!.uid });
  return client;
}

async function openAllPeriods(client: Client): Promise<void> {
  const [city] = await client.office.searchCities({ text: '临沂' });
  await client.office.setUp({
    officeName: '临沂市消防安全委员会办公室',
    userName: '李明',
    cityName: city!.name,
    cityCode: city!.code,
    memberUnits: true,
  });
  await signedIn(client);
  const schemeUid = await putSchemeInForce(client, indicators(), {
    title: '乡镇(街道)消防工作考核细则',
    appliesTo: 'township',
  });
  const day = `${FIRST_YEAR}-01-01`;
  const choices = await client.assessment.objectChoices({ appliesTo: 'township', day });
  const organizationUids = choices.slice(0, OBJECTS).map(({ uid }) => uid);
  if (organizationUids.length < OBJECTS) throw new Error('the city has too few townships');
  const lastDays = ['03-31', '06-30', '09-30', '12-31'];
  for (let year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year += 1) {
    for (const [quarter, lastDay] of lastDays.entries()) {
      await client.assessment.openPeriod({
        kind: 'quarter',
        title: `${year}年第${quarter + 1}季度考核`,
        firstDay: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`,
        lastDay: `${year}-${lastDay}`,
        groups: [{ name: '乡镇(街道)组', schemeUid, organizationUids }],
      });
    }
  }
}

/** Straight into the table, one operation for each period, with its full log. @returns how many scores */
function enterAllScores(folder: string): number {
  const store = openStore(folder);
  const reader = store.read();
  const indicatorIds = reader.all(allIndicators).map(({ id }) => id);
  let scores = 0;
  for (const [period, { id: periodId }] of reader.all(openPeriods).entries()) {
    const objects = reader.all(objectsOfPeriod, { periodId });
    const name = { name: 'assessment.setScores', label: '评分' };
    store.transact(operation(name), (tx) => {
      for (const [object, { id: objectId }] of objects.entries()) {
        const rows = indicatorIds.map((indicatorId, place) => {
          const seed = object * 7 + place * 5 + period * 11;
          return [v7(), indicatorId, packEntry(entered(place, seed))];
        });
        tx.run(addScores, { objectId, rows: JSON.stringify(rows) });
        scores += rows.length;
      }
    });
  }
  reader.close();
  // As on any day but for its first start: the full check would run beside whatever is measured.
  store.noteFullCheck();
  store.close();
  return scores;
}

async function finalizeAllButLast(client: Client): Promise<void> {
  const periods = await client.assessment.periods();
  const inOrder = periods.toSorted((left, right) => (left.firstDay < right.firstDay ? -1 : 1));
  for (const { uid } of inOrder.slice(0, -1)) await client.assessment.finalize({ uid });
}
