import { lastDayOfMonth } from '#shared/calendar/days.ts';
import type { MonthOfFires, OverviewChoice, PlaceOfHazards } from '#shared/contract/overview.ts';
import { overviewFigures } from '#shared/rules/overview/figures.ts';
import type { Amounts } from '#shared/rules/reports/measure.ts';
import { lastYearOf, monthsOf, type Span } from '#shared/rules/reports/span.ts';
import { organizationsOfLevel, organizationsOn } from '#main/features/organizations/index.ts';
import type { CountScope, KnownMeasures, SourcedMeasure } from '#main/features/reports/index.ts';

/** Fires of each month of the time up to today, beside those of a year ago. */
export function monthsOfFires(
  scope: CountScope,
  known: KnownMeasures,
  choice: OverviewChoice,
): MonthOfFires[] {
  const found = known.get(overviewFigures.fires.measure);
  if (found === undefined) return [];
  const at = (month: Span) => reportedFires(scope, found, month, choice.countyUid);
  return monthsOf(choice).map((month) => {
    const [now, then] = [at(month), at(lastYearOf(month))];
    return {
      month: month.from.slice(0, 7),
      isWhole: month.to < scope.today && [...then.counties].every((uid) => now.counties.has(uid)),
      fires: month.from > scope.today ? null : now.fires,
      lastYear: then.fires,
    };
  });
}

/**
 * Last day of the last month with figures before the first that is not whole: with a month of which some counties are
 * missing, a year ago would have been worse.
 */
export function firesKnownTo(months: readonly MonthOfFires[], { to }: Span): string | null {
  const gap = months.findIndex(({ isWhole }) => !isWhole);
  const last = months.slice(0, gap === -1 ? undefined : gap).findLast(({ fires }) => fires !== null);
  if (last === undefined) return null;
  const end = lastDayOfMonth(`${last.month}-01`);
  return end < to ? end : to;
}

interface ReportedFires {
  /** Null: the month has no figures, which is not the same as no fire. */
  fires: number | null;
  /** Uids of those that have reported. */
  counties: ReadonlySet<string>;
}

function reportedFires(
  scope: CountScope,
  { source, measure }: SourcedMeasure,
  month: Span,
  countyUid: string | null,
): ReportedFires {
  const { total, byRow } = source.count({ ...scope, ...month }, 'county');
  const counties = new Set([...byRow.keys()].filter((uid) => countyUid === null || uid === countyUid));
  const amounts = countyUid === null ? total : byRow.get(countyUid);
  return { fires: counties.size === 0 ? null : (amounts?.[measure.key] ?? 0), counties };
}

/** Where hazards were found in the time: by county, or by township of the county that is looked at. */
export function placesOfHazards(
  scope: CountScope,
  known: KnownMeasures,
  { countyUid, ...span }: OverviewChoice,
): PlaceOfHazards[] {
  const source = known.get(overviewFigures.found.measure)?.source;
  if (source === undefined) return [];
  const level = countyUid === null ? 'county' : 'township';
  const { byRow } = source.count({ ...scope, ...span }, level);
  const organizations = organizationsOn(scope.db, scope.today);
  const isMeant = (parentId: number | null) =>
    countyUid === null || organizations.get(parentId ?? 0)?.uid === countyUid;
  return organizationsOfLevel(organizations, level)
    .filter(({ parentId }) => isMeant(parentId))
    .map(({ uid, shortName: name }) => ({ uid, name, ...hazardsIn(byRow.get(uid) ?? {}) }))
    .filter(({ found }) => found > 0);
}

function hazardsIn({ found = 0, rectified = 0 }: Amounts): Pick<PlaceOfHazards, 'found' | 'rectified'> {
  return { found, rectified };
}
