import type { ShortfallRow } from '#shared/contract/shortfalls.ts';
import type { Measure } from '#shared/rules/reports/measure.ts';
import { lastDayKnown, type MeasureSource, measureSource } from '#main/core/measures/measure-source.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { TableName } from '#main/core/store/tables.ts';
import { allItems } from './queries.ts';
import { placeCounts, shortfallTable } from './table.ts';

interface CountedShortfall extends ShortfallRow {
  itemUid: string;
  itemName: string;
  unit: string;
}

const OWN_TABLES: readonly TableName[] = [
  'shortfall_item',
  'shortfall_figure',
  'shortfall_plan',
  'organization',
  'organization_state',
];

function measuresOf(db: ReadStore): Measure[] {
  return db.all(allItems).flatMap(({ uid, name, unit }): Measure[] => [
    { key: `required:${uid}`, name: `${name}应建`, unit, kind: 'count', basis: 'today' },
    {
      key: `existing:${uid}`,
      name: `${name}现有`,
      unit,
      kind: 'count',
      basis: 'today',
      zeroBeside: `required:${uid}`,
    },
    { key: `missing:${uid}`, name: `${name}欠账`, unit, kind: 'count', basis: 'today' },
    {
      key: `rate:${uid}`,
      name: `${name}欠账率`,
      unit: '%',
      kind: 'share',
      part: `missing:${uid}`,
      whole: `required:${uid}`,
      basis: 'today',
    },
  ]);
}

/** 应建, 现有, 欠账 of each item as they stand. @param sources what the items are counted from */
export function shortfallMeasuresWith(sources: readonly MeasureSource[]): MeasureSource {
  return measureSource<CountedShortfall>({
    key: 'shortfalls',
    name: '设施欠账',
    by: ['county', 'township'],
    tables: [...new Set([...OWN_TABLES, ...sources.flatMap(({ tables }) => tables)])],
    measures: measuresOf,
    read(scope) {
      const known = { ...scope, today: lastDayKnown(scope) };
      const counts = placeCounts(known, sources);
      return scope.db.all(allItems).flatMap((item) =>
        shortfallTable(known, counts, item).rows.map((row) => ({
          ...row,
          itemUid: item.uid,
          itemName: item.name,
          unit: item.unit,
        })),
      );
    },
    amounts: ({ itemUid, required, existing, missing }) =>
      missing === null
        ? {}
        : {
            [`required:${itemUid}`]: required ?? 0,
            [`existing:${itemUid}`]: existing ?? 0,
            [`missing:${itemUid}`]: missing,
          },
    rows: ({ countyUid, organizationUid }, by) => {
      if (by === 'county') return [countyUid];
      return organizationUid === countyUid ? [] : [organizationUid];
    },
    record: ({ organizationUid, itemUid, name, countyName, itemName, missing, unit }) => ({
      uid: `${itemUid} ${organizationUid}`,
      name: `${countyName}${name === countyName ? '' : name}`,
      day: null,
      note: `${itemName}欠账 ${missing ?? 0} ${unit}`,
      path: `/shortfalls/${itemUid}`,
    }),
  });
}
