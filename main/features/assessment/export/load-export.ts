import type { ReadStore } from '#main/core/store/read-store.ts';
import { groupSays } from '../analysis/group-says.ts';
import { loadEntries, loadFirstScoredGroup, loadScoredGroups, type ScoredGroup } from '../load-group.ts';
import { outwardReasons } from '../outward-reasons.ts';
import type { PeriodRow } from '../queries.ts';
import { isScoredItself } from '../year/composition.ts';
import { groupYears } from '../year/results.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';

/**
 * Everything that goes into a period's workbook, and of how many scores the reason is not told in full.
 * @param withLosses whether 失分分析 goes into it
 */
export function loadExport(
  db: ReadStore,
  row: PeriodRow,
  withLosses: boolean,
): { period: ExportPeriod; groups: ExportGroup[]; withheld: number } {
  const yearOf = yearPapers(db, row);
  let withheld = 0;
  const groups = loadScoredGroups(db, row).map((group) => {
    const loaded = toGroup(db, group, withLosses);
    withheld += loaded.withheld;
    return { ...loaded.group, ...yearOf(group) };
  });
  return { period: toPeriod(row), groups, withheld };
}

/** The same with its first group alone; undefined where it has none. */
export function loadFirstGroup(
  db: ReadStore,
  row: PeriodRow,
  withLosses: boolean,
): { period: ExportPeriod; group: ExportGroup } | undefined {
  const first = loadFirstScoredGroup(db, row);
  return (
    first && {
      period: toPeriod(row),
      group: { ...toGroup(db, first, withLosses).group, ...yearPapers(db, row)(first) },
    }
  );
}

function toPeriod(row: PeriodRow): ExportPeriod {
  const { title, first_day: firstDay, last_day: lastDay, status, fingerprint } = row;
  return { title, firstDay, lastDay, status, fingerprint };
}

/** What the year of each group is made of; nothing where the period is not made of parts. */
function yearPapers(db: ReadStore, period: PeriodRow): (group: ScoredGroup) => Pick<ExportGroup, 'year'> {
  const years = new Map(groupYears(db, period)?.map(({ group, inputs }) => [group.row.uid, inputs]));
  const scoredItself = isScoredItself(db, period);
  return ({ row }) => {
    const inputs = years.get(row.uid);
    return inputs === undefined ? {} : { year: { inputs, isScoredItself: scoredItself } };
  };
}

function toGroup(
  db: ReadStore,
  group: ScoredGroup,
  withLosses: boolean,
): { group: ExportGroup; withheld: number } {
  const { row, scheme, objects, scorer } = group;
  const outward = outwardReasons(db, group);
  const { entries, grounds, withheld } = outward;
  const selfEntries = loadEntries(db, row, 'self');
  const says = withLosses ? { says: groupSays(db, group, outward) } : {};
  return {
    group: { name: row.name, scheme, objects, entries, selfEntries, scorer, grounds, ...says },
    withheld,
  };
}
