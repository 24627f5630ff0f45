import type { Amounts, Measure } from '#shared/rules/reports/measure.ts';
import type { CountedBy } from '#shared/rules/reports/table.ts';
import { measureSource, type MeasureScope } from '#main/core/measures/measure-source.ts';
import { placesVisited, visitedPlaceTables } from '#main/features/campaigns/index.ts';
import { Places, sitesById } from '#main/features/key-sites/index.ts';
import { figuresOf } from './figures.ts';
import { valuesBetween } from './queries.ts';

/** Records of visits and the figures that the office has counted in them, for reports. */

interface CountedVisit {
  targetUid: string;
  name: string;
  day: string;
  team: string;
  rows: Readonly<Record<CountedBy, readonly string[]>>;
  amounts: Amounts;
}

/** Figures are kept in ten-thousandths. */
const PARTS = 10_000;

function visitsOf(scope: MeasureScope): CountedVisit[] {
  const { db, today } = scope;
  const values = Map.groupBy(db.all(valuesBetween, scope), (row) => row.target_id);
  const places = new Places(db, today);
  const visited = placesVisited(db, scope).filter(({ id }) => values.has(id));
  const siteIds = visited.flatMap(({ site_id }) => site_id ?? []);
  const sites = sitesById(db, siteIds, { places, today });
  return visited.map((target) => {
    const own = values.get(target.id) ?? [];
    const site = sites.get(target.site_id ?? 0);
    const county = places.byId(target.county_id ?? 0)?.uid;
    const township = site?.organizationUid ?? places.byId(target.organization_id ?? 0)?.uid;
    return {
      targetUid: target.uid,
      name: site?.name ?? target.name,
      day: own[0]?.day ?? '',
      team: own[0]?.team ?? '',
      rows: {
        county: given(county),
        township: given(township),
        memberUnit: [],
        trade: given(site?.tradeUid),
        siteKind: site?.kinds.map(({ uid }) => uid) ?? [],
        level: [],
      },
      amounts: {
        visits: 1,
        ...Object.fromEntries(
          own.flatMap(({ figure_uid: uid, value }) =>
            uid === null ? [] : [[figureKey(uid), value / PARTS]],
          ),
        ),
      },
    };
  });
}

function given(uid: string | null | undefined): string[] {
  return uid === null || uid === undefined ? [] : [uid];
}

function figureKey(uid: string): string {
  return `figure:${uid}`;
}

export const visitReportMeasures = measureSource<CountedVisit>({
  key: 'visits',
  name: '检查记录',
  by: ['county', 'township', 'trade', 'siteKind'],
  tables: [
    'visit',
    'visit_value',
    'visit_figure',
    ...visitedPlaceTables,
    'key_site',
    'key_site_kind',
    'site_trade',
    'site_kind',
    'organization',
    'organization_state',
  ],
  measures: (db): Measure[] => [
    { key: 'visits', name: '检查次数', unit: '次', kind: 'count' },
    ...figuresOf(db).map(
      ({ uid, name, unit }): Measure => ({ key: figureKey(uid), name, unit, kind: 'sum' }),
    ),
  ],
  read: visitsOf,
  amounts: ({ amounts }) => amounts,
  rows: ({ rows }, by) => rows[by],
  record: ({ targetUid, name, day, team }) => ({
    uid: targetUid,
    name,
    day,
    note: team,
    path: `/visits/${targetUid}`,
  }),
});
