import type { CountyStanding, CoursePoint, OverviewScores } from '#shared/contract/overview.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allPeriods, type GroupRow, groupsOfPeriod, type PeriodRow } from '../queries.ts';
import { groupAnalysis } from './group-analysis.ts';
import { standingsOf } from './standings.ts';

/** Two years of quarters with their halves. */
const COURSE = 8;
const THOUSANDTHS = 1_000;

/**
 * How the counties stood in the last assessment that is final: what is still being scored is shown to nobody here.
 * @param countyUid whose course is told; null: of none
 */
export function countyScores(db: ReadStore, countyUid: string | null): OverviewScores | null {
  const assessed = db
    .all(allPeriods)
    .filter(({ status, kind }) => status === 'final' && kind !== 'spotCheck')
    .slice(0, COURSE)
    .map((period) => ({ period, groups: countyGroups(db, period) }))
    .filter(({ groups }) => groups.length > 0);
  const [last] = assessed;
  if (last === undefined) return null;
  const analyses = last.groups.map((group) => ({ group, analysis: groupAnalysis(db, group.uid) }));
  return {
    periodUid: last.period.uid,
    title: last.period.title,
    decimals: analyses[0]?.analysis.decimals ?? 0,
    counties: analyses.flatMap(({ group, analysis }) => standingsIn(group, analysis)),
    course:
      countyUid === null
        ? []
        : assessed.toReversed().flatMap((each) => coursePoint(db, each.period, each.groups, countyUid)),
  };
}

function countyGroups(db: ReadStore, { id }: PeriodRow): GroupRow[] {
  return db.all(groupsOfPeriod, { periodId: id }).filter(({ applies_to: level }) => level === 'county');
}

function standingsIn(group: GroupRow, analysis: ReturnType<typeof groupAnalysis>): CountyStanding[] {
  return analysis.objects
    .map(({ organizationUid, shortName, total, rank, grade, previous }) => ({
      organizationUid,
      name: shortName,
      groupName: group.name,
      total,
      rank,
      grade,
      previous,
      isComparable: analysis.previous?.fullPoints === analysis.fullPoints,
    }))
    .toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity));
}

function coursePoint(
  db: ReadStore,
  period: PeriodRow,
  groups: readonly GroupRow[],
  countyUid: string,
): CoursePoint[] {
  return groups.flatMap((group): CoursePoint[] => {
    const { byOrganization, fullPoints } = standingsOf(db, group, period);
    const stood = byOrganization.get(countyUid);
    if (stood === undefined) return [];
    const { total, rank } = stood;
    const rate = total === null || fullPoints === 0 ? null : Math.round((total * THOUSANDTHS) / fullPoints);
    return [{ title: period.title, total, rank, rate }];
  });
}
