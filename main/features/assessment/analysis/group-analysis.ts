import type {
  AnalysedObject,
  EarlierGroup,
  EarlierStanding,
  GroupAnalysis,
} from '#shared/contract/analysis.ts';
import { earlierPeriods } from '#shared/rules/assessment/analysis/earlier-periods.ts';
import { groupLosses } from '#shared/rules/assessment/analysis/losses.ts';
import { resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { derivedInPeriod } from '../derived.ts';
import { requireGroup, type ScoredGroup } from '../load-group.ts';
import { allPeriods, groupByUid, type GroupRow, type PeriodRow } from '../queries.ts';
import { groupAlike } from './queries.ts';
import { standingsOf } from './standings.ts';

/** An analysis has a number for each cell of its group: only those that are looked at are kept. */
const KEPT_ANALYSES = 8;

type OwnAnalysis = Omit<GroupAnalysis, 'previous' | 'lastYear' | 'objects'> & {
  objects: Omit<AnalysedObject, 'previous' | 'lastYear'>[];
};

const knownAnalysisOf = derivedInPeriod(analysisOf, KEPT_ANALYSES);

/** @throws AppError notFound */
export function groupAnalysis(db: ReadStore, groupUid: string): GroupAnalysis {
  const { row, period } = requireGroup(db, groupUid);
  const own = knownAnalysisOf(db, row, period);
  const earlier = earlierGroups(db, row, period);
  return {
    ...own,
    objects: own.objects.map((object) => ({
      ...object,
      previous: earlier.previous?.standingOf(object.organizationUid) ?? null,
      lastYear: earlier.lastYear?.standingOf(object.organizationUid) ?? null,
    })),
    previous: earlier.previous?.group ?? null,
    lastYear: earlier.lastYear?.group ?? null,
  };
}

export interface Earlier {
  group: EarlierGroup;
  standingOf: (organizationUid: string) => EarlierStanding | undefined;
}

/** How the same objects stood in the last period of the kind, and a year ago. */
export function earlierGroups(
  db: ReadStore,
  row: GroupRow,
  period: PeriodRow,
): { previous: Earlier | null; lastYear: Earlier | null } {
  const known = db
    .all(allPeriods)
    .map((other) => ({ ...other, firstDay: other.first_day, lastDay: other.last_day }));
  const asked = { ...period, firstDay: period.first_day, lastDay: period.last_day };
  const { previous, lastYear } = earlierPeriods(asked, known);
  return { previous: earlierGroup(db, row, previous), lastYear: earlierGroup(db, row, lastYear) };
}

function earlierGroup(db: ReadStore, own: GroupRow, period: PeriodRow | null): Earlier | null {
  if (period === null) return null;
  const uid = db.get(groupAlike, { groupId: own.id, periodId: period.id })?.uid;
  const row = uid === undefined ? undefined : db.get(groupByUid, { uid });
  if (row === undefined) return null;
  const { fullPoints, objectCount, byOrganization } = standingsOf(db, row, period);
  const group = {
    periodUid: period.uid,
    periodTitle: period.title,
    groupUid: row.uid,
    fullPoints,
    objectCount,
  };
  return { group, standingOf: (organizationUid) => byOrganization.get(organizationUid) };
}

function analysisOf(group: ScoredGroup): OwnAnalysis {
  const { objects: losses, ...ofGroup } = groupLosses(group, group.scorer);
  const frameObjects = new Map(group.objects.map((object) => [object.uid, object]));
  const rows = new Map(resultRows(group, group.scorer).map((row) => [row.objectUid, row]));
  const objects = losses.flatMap((lost) => {
    const object = frameObjects.get(lost.objectUid);
    const row = rows.get(lost.objectUid);
    if (object === undefined || row === undefined) return [];
    const { total, rank, grade, bonus, remark, complete } = row;
    const { organizationUid, name, shortName } = object;
    return [{ ...lost, organizationUid, name, shortName, total, rank, grade, bonus, remark, complete }];
  });
  return { ...ofGroup, decimals: group.scheme.settings.decimals, objects };
}
