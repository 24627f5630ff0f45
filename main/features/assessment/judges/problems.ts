import type { Judge } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { cellWith, type JudgedCell, readCell } from '#shared/rules/assessment/judged-cell.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { fewestJudges, judgesDiffer } from '#shared/rules/scoring/judges.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { LoadedGroup, ScoredGroup } from '../load-group.ts';
import { judgesAt } from './cells.ts';
import { judgedCells } from './queries.ts';

/** A cell that judges have not come to the end of. */
export interface JudgesProblem {
  objectUid: string;
  indicatorUid: string;
  text: string;
}

/** What every judge gave, by cell. */
export function judgedIn(db: ReadStore, { row }: Pick<LoadedGroup, 'row'>): ReadonlyMap<string, JudgedCell> {
  return new Map(
    db
      .all(judgedCells, { groupId: row.id })
      .map(({ object_uid: objectUid, indicator_uid: indicatorUid, said }) => [
        cellKey({ objectUid, indicatorUid }),
        readCell(said),
      ]),
  );
}

/** Who is missing, whose reason is missing, and where judges say different facts. None where nobody judges. */
export function judgesProblems(db: ReadStore, group: ScoredGroup): JudgesProblem[] {
  const { judges, objects, scheme, scorer } = group;
  if (judges.length === 0) return [];
  const known = judgedIn(db, group);
  const bonus = new Set(scheme.categories.filter((category) => category.bonus).map(({ uid }) => uid));
  return objects.flatMap(({ uid: objectUid }) => {
    const expected = judgesAt(judges, objectUid);
    const { indicators } = scorer.score(objectUid);
    return scheme.indicators.flatMap((indicator) => {
      const indicatorUid = indicator.uid;
      const status = indicators.get(indicatorUid)?.status;
      if (status === undefined || status === 'notApplicable') return [];
      const stored = known.get(cellKey({ objectUid, indicatorUid })) ?? null;
      const cell = cellWith(stored, expected, scheme.settings.judges);
      const texts = textsOf(indicator, cell, expected, bonus.has(indicator.categoryUid));
      return texts.map((text) => ({ objectUid, indicatorUid, text }));
    });
  });
}

function textsOf(
  indicator: Indicator,
  { way, parts }: JudgedCell,
  expected: readonly Judge[],
  inBonusCategory: boolean,
): string[] {
  const missing = parts.filter(({ said }) => said === null).map(({ name }) => name);
  const fewest = fewestJudges(way);
  if (expected.length < fewest) return [`评委只有 ${expected.length} 名，至少要 ${fewest} 名`];
  if (missing.length > 0) return [`评委${missing.join('、')}没有评分`];
  const entries = parts.flatMap(({ said }) => said?.entry ?? []);
  const own = parts.flatMap(({ name, said }) => {
    const [problem] =
      said === null ? [] : scoreIndicator(indicator, said.entry, true, inBonusCategory).problems;
    return problem === undefined ? [] : [`评委${name}：${problemText(indicator, problem)}`];
  });
  return judgesDiffer(indicator, entries) ? [...own, '各评委录入的加分或一票否决不一样，请统一'] : own;
}
