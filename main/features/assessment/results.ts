import type { assessment as contract, GroupResult } from '#shared/contract/assessment.ts';
import { unsettledCells } from '#shared/rules/assessment/group-scores.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { namesByGrade, resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { GroupLists } from '#shared/rules/notices/result-circular.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cellName } from './find-cells.ts';
import { derivedOfGroup } from './derived.ts';
import { loadGroupInputs, requirePeriod, type ScoredGroup } from './load-group.ts';

type Names = 'results' | 'finalizeCheck';

const LISTED_PROBLEMS = 200;

const knownResultOf = derivedOfGroup(resultOf);
const knownProblemsOf = derivedOfGroup(problemsOf);

/** Results, and what stands in the way of finalising them. */
export const resultHandlers: Pick<Handlers<typeof contract>, Names> = {
  results: ({ periodUid }, { db }) => loadGroupInputs(db, requirePeriod(db, periodUid)).map(knownResultOf),

  finalizeCheck({ uid }, { db }) {
    const problems = loadGroupInputs(db, requirePeriod(db, uid)).flatMap(knownProblemsOf);
    return { problems: problems.slice(0, LISTED_PROBLEMS), problemCount: problems.length };
  },
};

/** Who got which grade in each group of a final period, in rank order. @throws AppError refused while it is open */
export function finalResults(db: ReadStore, periodUid: string): { title: string; groups: GroupLists[] } {
  const period = requirePeriod(db, periodUid);
  if (period.status !== 'final') {
    throw new AppError('refused', { reason: `“${period.title}”还没有定稿，不能通报结果。请先定稿。` });
  }
  const groups = loadGroupInputs(db, period).map((group) => ({
    name: group.row.name,
    lists: namesByGrade(knownResultOf(group).rows, group.scheme.settings.grades),
  }));
  return { title: period.title, groups };
}

function resultOf(group: ScoredGroup): GroupResult {
  return {
    groupUid: group.row.uid,
    groupName: group.row.name,
    schemeTitle: group.scheme.title,
    categories: group.scheme.categories,
    decimals: group.scheme.settings.decimals,
    rows: resultRows(group, group.scorer),
  };
}

/** Cells that are 未评 or lack something, in words. */
export function problemsOf(group: ScoredGroup) {
  const objects = new Map(group.objects.map((object) => [object.uid, object]));
  const indicators = new Map(group.scheme.indicators.map((indicator) => [indicator.uid, indicator]));
  return unsettledCells(group, group.scorer).flatMap(({ objectUid, indicatorUid, problem }) => {
    const object = objects.get(objectUid);
    const indicator = indicators.get(indicatorUid);
    if (object === undefined || indicator === undefined) return [];
    const words = problem === null ? '未评' : problemText(indicator, problem);
    const text = `${group.row.name} ${cellName(object, indicator)}：${words}`;
    return [{ groupUid: group.row.uid, objectUid, indicatorUid, text }];
  });
}
