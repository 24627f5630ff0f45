import type { YearGroup, YearResult } from '#shared/contract/year.ts';
import { type YearInputs, yearRows, yearStandings } from '#shared/rules/assessment/year-rows.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import { type PartScore, partScoreOf } from '#shared/rules/scoring/year.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { derivedInPeriod } from '../derived.ts';
import { type LoadedGroup, loadGroups } from '../load-group.ts';
import { type GroupRow, groupsOfPeriod, type PeriodRow, periodById } from '../queries.ts';
import { compositionOf, yearParts } from './composition.ts';
import { partsOfPeriod } from './queries.ts';

type Scores = ReadonlyMap<string, PartScore | null>;

/** Of everybody in a group, by organization: who is assessed is another object in each period. */
const knownScoresOf = derivedInPeriod(({ scheme, objects, scorer }): Scores => {
  const plan = planScheme(scheme);
  return new Map(
    objects.map(({ uid, organizationUid }) => [organizationUid, partScoreOf(plan, scorer.score(uid))]),
  );
});

/** What the year of each group follows from. */
export interface GroupYear {
  group: LoadedGroup;
  inputs: YearInputs;
}

/** Null where the period is not made of parts. */
export function groupYears(db: ReadStore, period: PeriodRow): GroupYear[] | null {
  const parts = yearParts(db, period.id);
  if (parts.length === 0) return null;
  const { settings } = compositionOf(db, period.id);
  const sources = db.all(partsOfPeriod, { periodId: period.id }).map(({ source_id }) => {
    const source = source_id === null ? undefined : db.get(periodById, { id: source_id });
    return source ?? null;
  });
  return loadGroups(db, period).map((group) => {
    const { row, scheme, objects } = group;
    const { full, negativeTotals } = planScheme(scheme);
    const scores = sources.map((source) =>
      source === null ? knownScoresOf(db, row, period) : scoresFor(db, row, source),
    );
    const frame = { full, negativeTotals, settings: scheme.settings };
    return { group, inputs: { parts, settings, frame, objects, scores } };
  });
}

/** The year as it follows from its parts now; null where the period is not made of any. */
export function yearResult(db: ReadStore, period: PeriodRow): YearResult | null {
  const years = groupYears(db, period);
  if (years === null) return null;
  const groups = years.map(
    ({ group: { row, scheme }, inputs }): YearGroup => ({
      groupUid: row.uid,
      groupName: row.name,
      decimals: scheme.settings.decimals,
      convertTo: scheme.settings.convertTo,
      grades: scheme.settings.grades.map(({ name }) => name),
      rows: yearRows(yearStandings(inputs)),
    }),
  );
  return { parts: yearParts(db, period.id), settings: compositionOf(db, period.id).settings, groups };
}

/** From the groups of another period for the same level; the one of the same name comes first. */
function scoresFor(db: ReadStore, row: GroupRow, source: PeriodRow): Scores {
  const alike = db
    .all(groupsOfPeriod, { periodId: source.id })
    .filter((group) => group.applies_to === row.applies_to);
  const ordered = alike.toSorted(
    (left, right) => Number(left.name === row.name) - Number(right.name === row.name),
  );
  return new Map(ordered.flatMap((group) => [...knownScoresOf(db, group, source)]));
}

export interface YearProblem {
  groupUid: string;
  objectUid: string;
  indicatorUid: string;
  text: string;
}

/** What stands in the way of making a year final: parts that may still change, objects that have no total. */
export function yearProblems(db: ReadStore, period: PeriodRow): YearProblem[] {
  const result = yearResult(db, period);
  if (result === null) return [];
  const [first] = result.groups;
  const problem = (text: string, groupUid = first?.groupUid ?? '', objectUid = ''): YearProblem => ({
    groupUid,
    objectUid,
    indicatorUid: '',
    text,
  });
  const open = result.parts
    .filter(({ status }) => status === 'open')
    .map(({ label }) => problem(`${label}还没有定稿`));
  const without = result.groups.flatMap(({ groupUid, groupName, rows }) =>
    rows
      .filter(({ total }) => total === null)
      .map(({ objectUid, name, remark }) => problem(`${groupName} ${name}：${remark}`, groupUid, objectUid)),
  );
  return [...open, ...without];
}
