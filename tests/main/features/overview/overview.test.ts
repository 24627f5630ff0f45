import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '#shared/contract/overview.ts';
import { overviewFigureNames, overviewFigures } from '#shared/rules/overview/figures.ts';
import type { Client, TestCore } from '#tests/support/core.ts';
import { startSampleOffice } from '#tests/support/sample-office.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

let office: TestCore;
let client: Client;
let city: Overview;
beforeAll(async () => {
  ({ office, client } = await startSampleOffice());
  city = await client.overview.show({ countyUid: null, ...year });
}, 120_000);
afterAll(() => office.close());

describe('the overview of the city', () => {
  it('shows the same fires as the report of the months that are reported, and holds them against the same months', async () => {
    const reports = await client.reports.list();
    const fires = reports.find(({ columns }) => columns.some(({ measure }) => measure === 'fires.fires'));
    const reported = { ...year, to: '2026-10-31' };
    const { table } = await client.reports.view({ uid: fires?.uid ?? '', ...reported });
    const place = table.columns.findIndex(({ measure }) => measure === 'fires.fires');
    const { value, lastYear } = city.figures.fires;
    expect(city.firesTo).toBe(reported.to);
    expect(value).toBeGreaterThan(0);
    expect({ value, lastYear }).toEqual({
      value: table.total[place]?.value,
      lastYear: table.total[place]?.lastYear,
    });
  });

  it('is the sum of its counties in all that is counted and belongs to a county', async () => {
    const counties = await Promise.all(
      city.counties.map(({ uid }) => client.overview.show({ countyUid: uid, ...year })),
    );
    for (const name of ['fires', 'deaths', 'injuries', 'found', 'rectified', 'brigadeTowns'] as const) {
      const sum = counties.reduce((total, { figures }) => total + (figures[name].value ?? 0), 0);
      expect([name, sum]).toEqual([name, city.figures[name].value]);
    }
    const [first] = city.bodies;
    expect(counties.reduce((sum, { bodies }) => sum + (bodies[0]?.established ?? 0), 0)).toBe(
      first?.established,
    );
  });

  it('has the months of the year, each with its fires, and none for months to come', () => {
    expect(city.months).toHaveLength(12);
    const sum = city.months.reduce((total, { fires }) => total + (fires ?? 0), 0);
    expect(sum).toBe(city.figures.fires.value);
  });

  it('ranks the counties of the last final assessment and tells how each stood before', () => {
    const ranks = city.scores?.counties.map(({ rank }) => rank ?? 0) ?? [];
    expect(ranks.length).toBeGreaterThan(0);
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(city.scores?.counties.some(({ previous }) => previous !== null)).toBe(true);
  });

  it('shows no score of an assessment that is not final', async () => {
    const periods = await client.assessment.periods();
    const shown = periods.find(({ uid }) => uid === city.scores?.periodUid);
    expect(shown?.status).toBe('final');
  });

  it.each(overviewFigureNames.filter((name) => overviewFigures[name].measure !== 'fires.loss'))(
    'opens from %s as many records as it counts',
    async (figure) => {
      const { value, unit } = city.figures[figure];
      const behind = await client.overview.records({ countyUid: null, ...year, figure });
      const count =
        behind.kind === 'records'
          ? behind.count
          : (await client.findings.counts(behind.filter)).views[behind.filter.view];
      // A record of fires tells many, and a share opens the whole that it is taken of.
      if (figure === 'fires' || figure === 'deaths' || figure === 'injuries')
        expect(count).toBeGreaterThan(0);
      else if (unit !== '%') expect([figure, count]).toEqual([figure, value ?? 0]);
      else expect(count).toBe(city.figures[figure === 'hydrantRate' ? 'hydrants' : 'found'].value);
    },
  );
});

describe('the overview of a county', () => {
  it('tells its course over the periods and its townships', async () => {
    const [ranked] = city.scores?.counties ?? [];
    const county = await client.overview.show({ countyUid: ranked?.organizationUid ?? '', ...year });
    expect(county.county?.name).toBe(ranked?.name);
    expect(county.scores?.course.at(-1)).toMatchObject({ rank: ranked?.rank, total: ranked?.total });
    expect(county.hazards.reduce((sum, { found }) => sum + found, 0)).toBeLessThanOrEqual(
      county.figures.found.value ?? 0,
    );
  });

  it('refuses what is no county', async () => {
    const somebody = '0198c000-0000-7000-8000-00000000ffff';
    await expect(client.overview.show({ countyUid: somebody, ...year })).rejects.toThrow();
  });
});

describe('fires of the overview', () => {
  it('stop before the month that a county has not reported yet, and say so while nothing is reported', async () => {
    const spring = { from: '2026-01-01', to: '2026-03-31' };
    const none = await client.overview.show({ countyUid: null, ...spring });
    expect([none.firesTo, none.figures.fires.value]).toEqual([null, null]);
    const { rows } = await client.fireFigures.month({ month: '2026-10', countyUid: null });
    const county = rows.find(({ organizationUid }) => organizationUid !== null)!;
    const entered = {
      seenUid: null,
      fires: 1,
      deaths: 0,
      injuries: 0,
      loss: 0,
      state: 'flash',
      source: '',
    } as const;
    for (const month of ['2025-02', '2026-02', '2025-03'])
      await client.fireFigures.enter({ month, organizationUid: county.organizationUid!, ...entered });
    const shown = await client.overview.show({ countyUid: null, ...spring });
    expect(shown.firesTo).toBe('2026-02-28');
    expect(shown.figures.fires).toMatchObject({ value: 1, lastYear: 1 });
  });
});
