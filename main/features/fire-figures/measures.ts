import type { FireFigures } from '#shared/rules/fire-figures/figures.ts';
import { figureStateNames } from '#shared/rules/fire-figures/figures.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { Amounts, Measure } from '#shared/rules/reports/measure.ts';
import { FEN_IN_TEN_THOUSAND_YUAN, tenThousandsText } from '#shared/rules/money.ts';
import { type MeasureScope, measureSource } from '#main/core/measures/measure-source.ts';
import { type OrganizationOnDay, organizationsOn } from '#main/features/organizations/index.ts';
import { type FigureRecord, figuresBetween } from './queries.ts';

export interface CountedFigures extends FigureRecord {
  place: OrganizationOnDay;
  /** The county of a township; null of a county. */
  above: OrganizationOnDay | null;
}

export const fireTables = ['fire_figure', 'organization', 'organization_state'] as const;

function measuresOf(words: string): readonly Measure[] {
  return [
    { key: 'fires', name: `火灾起数${words}`, unit: '起', kind: 'count' },
    { key: 'deaths', name: `火灾死亡${words}`, unit: '人', kind: 'count' },
    { key: 'injuries', name: `火灾受伤${words}`, unit: '人', kind: 'count' },
    { key: 'loss', name: `火灾直接财产损失${words}`, unit: '万元', kind: 'sum' },
  ];
}

/** What counties report, in whole months of which the time touches each. */
export const fireReportMeasures = measureSource<CountedFigures>({
  key: 'fires',
  name: '火灾数据',
  by: ['county'],
  tables: fireTables,
  measures: measuresOf(''),
  read: (scope) => figuresOfLevel(scope, 'county'),
  amounts,
  rows: ({ place }) => [place.uid],
  record: figureRecordOf,
});

/** What is known of townships apart: their sums are not those of the counties, which report for themselves. */
export const townshipFireMeasures = measureSource<CountedFigures>({
  key: 'townshipFires',
  name: '火灾数据(乡镇)',
  by: ['county', 'township'],
  tables: fireTables,
  measures: measuresOf('(乡镇登记)'),
  read: (scope) => figuresOfLevel(scope, 'township'),
  amounts,
  rows({ place, above }, by) {
    if (by === 'township') return [place.uid];
    return above === null ? [] : [above.uid];
  },
  record: figureRecordOf,
});

export function figuresOfLevel({ db, from, to }: MeasureScope, level: OrganizationLevel): CountedFigures[] {
  const places = organizationsOn(db, to);
  return db.all(figuresBetween, { from: from.slice(0, 7), to: to.slice(0, 7) }).flatMap((record) => {
    const place = places.get(record.organization_id);
    if (place === undefined || place.level !== level) return [];
    const above = level === 'township' ? (places.get(place.parentId ?? 0) ?? null) : null;
    return [{ ...record, place, above }];
  });
}

function amounts({ fires, deaths, injuries, loss }: FireFigures): Amounts {
  return { fires, deaths, injuries, loss: loss / FEN_IN_TEN_THOUSAND_YUAN };
}

export function figureRecordOf({ uid, place, month, fires, deaths, injuries, loss, state }: CountedFigures) {
  return {
    uid,
    name: `${place.name} ${month}`,
    day: `${month}-01`,
    note: `${fires} 起，死亡 ${deaths}，受伤 ${injuries}，损失 ${tenThousandsText(loss)} 万元，${figureStateNames[state]}`,
    path: `/fire-figures/${month}`,
  };
}
