import type { Amounts } from '#shared/rules/reports/measure.ts';
import { type MeasureScope, measureSource } from '#main/core/measures/measure-source.ts';
import { organizationsOfLevel, organizationsOn } from '#main/features/organizations/index.ts';
import { figuresBetween, type FigureRecord, type PopulationRecord, populationUpTo } from './queries.ts';

const TEN_THOUSAND = 10_000;

/** A county whose population and fires of the time are known. */
interface CountedCounty extends PopulationRecord {
  countyUid: string;
  countyName: string;
  fires: number;
  deaths: number;
}

/**
 * Fires in proportion to people and households: 火灾万人发生率, 十万人口火灾死亡率, 火灾万户发生率. A county counts only
 * where both its population and figures of the time are known, so that part and whole speak of the same counties; the
 * latest population up to the year in which the time ends.
 */
export const fireRateMeasures = measureSource<CountedCounty>({
  key: 'fireRates',
  name: '火灾发生率',
  by: ['county'],
  tables: ['fire_figure', 'population', 'organization', 'organization_state'],
  measures: [
    { key: 'people', name: '常住人口(有火灾数的)', unit: '万人', kind: 'sum', basis: 'given' },
    { key: 'lakhs', name: '常住人口(十万，有火灾数的)', unit: '十万人', kind: 'sum', basis: 'given' },
    { key: 'households', name: '户数(有火灾数的)', unit: '万户', kind: 'sum', basis: 'given' },
    { key: 'fires', name: '火灾起数(有人口数的)', unit: '起', kind: 'count' },
    { key: 'householdFires', name: '火灾起数(有户数的)', unit: '起', kind: 'count' },
    { key: 'deaths', name: '火灾死亡(有人口数的)', unit: '人', kind: 'count' },
    {
      key: 'fireRate',
      name: '火灾万人发生率',
      unit: '起/万人',
      kind: 'share',
      part: 'fires',
      whole: 'people',
    },
    {
      key: 'deathRate',
      name: '十万人口火灾死亡率',
      unit: '人/十万人',
      kind: 'share',
      part: 'deaths',
      whole: 'lakhs',
    },
    {
      key: 'householdRate',
      name: '火灾万户发生率',
      unit: '起/万户',
      kind: 'share',
      part: 'householdFires',
      whole: 'households',
    },
  ],
  read: countiesWithPeople,
  amounts: ({ permanent, households, fires, deaths }): Amounts => ({
    people: permanent / TEN_THOUSAND,
    lakhs: permanent / TEN_THOUSAND / 10,
    households: (households ?? 0) / TEN_THOUSAND,
    fires,
    householdFires: households === null ? 0 : fires,
    deaths,
  }),
  rows: ({ countyUid }) => [countyUid],
  record: ({ uid, countyName, year, permanent, fires }) => ({
    uid,
    name: `${countyName} ${year}`,
    day: null,
    note: `${permanent} 人，火灾 ${fires} 起`,
    path: `/population/${uid}`,
  }),
});

function countiesWithPeople({ db, from, to }: MeasureScope): CountedCounty[] {
  const counties = organizationsOfLevel(organizationsOn(db, to), 'county');
  const known = new Map(
    db.all(populationUpTo, { year: Number(to.slice(0, 4)) }).map((row) => [row.organization_id, row]),
  );
  const figures = Map.groupBy(
    db.all(figuresBetween, { from: from.slice(0, 7), to: to.slice(0, 7) }),
    (record) => record.organization_id,
  );
  return counties.flatMap(({ id, uid: countyUid, name: countyName }) => {
    const people = known.get(id);
    if (people === undefined) return [];
    const own = figures.get(id);
    if (own === undefined) return [];
    const sum = (of: (record: FigureRecord) => number) => own.reduce((total, each) => total + of(each), 0);
    return [
      {
        ...people,
        countyUid,
        countyName,
        fires: sum(({ fires }) => fires),
        deaths: sum(({ deaths }) => deaths),
      },
    ];
  });
}
