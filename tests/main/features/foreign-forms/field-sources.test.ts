import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { fieldRecords } from '#tests/support/field-records.ts';
import { type SampleOffice, startSampleOffice } from '#tests/support/sample-office.ts';

const today = localDay(Date.now());
const year = Number(today.slice(0, 4));
const days = { from: `${year - 2}-01-01`, to: `${year}-12-31` };

let sample: SampleOffice;
beforeAll(async () => {
  sample = await startSampleOffice();
});
afterAll(() => sample.office.close());

function records(key: string, span = days): FieldRecord[] {
  return fieldRecords(sample.office.dataFolder, key, { caller: { userUid: null }, today, ...span });
}

describe('rows of a form', () => {
  it.each([
    ...ledgerDefinitions.map(({ key }) => `ledger:${key}`),
    'keySites',
    'establishments',
    'brigades',
    'fires',
    'townshipFires',
    'campaigns',
    'visits',
    'inspectors',
    'vehicles',
    'credit',
    'creditEvents',
    'creditDecisions',
    'papers',
    'receivedPapers',
    'duty',
    'dutyLog',
    'partnerUnits',
    'countyPlans',
    'randomTargets',
    'shortfalls',
  ])('can be of %s, numbered as the form numbers them', (key) => {
    const told = records(key);
    expect(told.length).toBeGreaterThan(0);
    expect(told.map((record) => record['序号'])).toEqual(told.map((_record, place) => place + 1));
  });

  it('are those of a ledger as its page shows them', async () => {
    const filter = { placeUid: null, due: 'all', chosen: {}, text: '' } as const;
    const page = { filter, sort: null, offset: 0, limit: 500 };
    const { rows } = await sample.client.ledgers.list({ ledger: 'certificates', ...page });
    const told = records('ledger:certificates');
    expect(told.map((record) => record['证书编号'] ?? '')).toEqual(
      rows.map(({ values }) => values['number']),
    );
    expect(told.map((record) => record['县(市、区)'])).toEqual(rows.map(({ place }) => place.county));
    expect(told.map((record) => record['有效期至'])).toEqual(rows.map(({ due }) => due?.on ?? null));
    expect(told.map((record) => record['证书种类'])).toEqual(
      rows.map(({ values, names }) => names[String(values['kind'])]),
    );
  });

  it('bear numbers that can be added up, whatever unit a page writes behind them', () => {
    const vehicles = records('ledger:fireVehicles');
    expect(vehicles.some((record) => typeof record['车龄'] === 'number')).toBe(true);
    expect(vehicles.some((record) => typeof record['载水量(吨)'] === 'number')).toBe(true);
    const online = records('ledger:smartPoints').flatMap((record) => record['在线率'] ?? []);
    expect(online.every((rate) => typeof rate === 'number' && rate >= 0 && rate <= 1)).toBe(true);
  });

  it('are of the time that is told where a ledger has a day, and of today where it has none', () => {
    const before = { from: '1990-01-01', to: '1990-12-31' };
    expect(records('ledger:notableFires', before)).toEqual([]);
    expect(records('ledger:waterSources', before)).toEqual(records('ledger:waterSources'));
    expect(records('fires', before)).toEqual([]);
    expect(records('receivedPapers', before)).toEqual([]);
  });

  it('tell the fires of each month apart', () => {
    const { 月份: month, 月: number } = records('fires')[0]!;
    expect(number).toBe(Number(String(month).slice(5)));
  });

  it('of tasks and notices also tell what units have said', () => {
    const said = (key: string, name: string) => records(key).filter((record) => (record[name] ?? '') !== '');
    expect(said('tasks', '最近反馈(进展)').length).toBeGreaterThan(0);
    expect(said('tasks', '最近反馈日期').length).toBe(said('tasks', '最近反馈(进展)').length);
    expect(said('notices', '反馈内容').length).toBeGreaterThan(0);
  });
});
