import type { assessment as contract, FinalizeCheck, GroupResult } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { cellKey } from '#shared/rules/assessment/cell-key.ts';
import { unsettledCells } from '#shared/rules/assessment/group-scores.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { namesByGrade, resultRows } from '#shared/rules/assessment/result-rows.ts';
import type { ScoreStage } from '#shared/rules/assessment/stages.ts';
import type { GroupLists } from '#shared/rules/notices/result-circular.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { cellsWaiting } from './deductions.ts';
import { cellName } from './find-cells.ts';
import { derivedInPeriod } from './derived.ts';
import { cellsObjected } from './objections.ts';
import { groupsOfPeriod } from './queries.ts';
import { settingsOfScheme } from './scheme.ts';
import { laterScores } from './score-queries.ts';
import { judgesProblems } from './judges/problems.ts';
import { isScoredItself } from './year/composition.ts';
import { yearProblems, yearResult } from './year/results.ts';
import {
  type LoadedGroup,
  loadGroups,
  loadInputs,
  requirePeriod,
  scoredGroup,
  type ScoredGroup,
} from './load-group.ts';

type Names = 'results' | 'finalizeCheck';

type CellProblem = Omit<FinalizeCheck['problems'][number], 'stage'>;

const LISTED_PROBLEMS = 200;

const knownResultOf = derivedInPeriod(resultOf);
const knownUnsettledOf = derivedInPeriod(unsettledOf);

/** Results, and what stands in the way of finalising them. */
export const resultHandlers: Pick<Handlers<typeof contract>, Names> = {
  results({ periodUid }, { db }) {
    const period = requirePeriod(db, periodUid);
    return db.all(groupsOfPeriod, { periodId: period.id }).map((row) => knownResultOf(db, row, period));
  },

  finalizeCheck({ uid }, { db }) {
    const period = requirePeriod(db, uid);
    const groups = isScoredItself(db, period) ? loadGroups(db, period) : [];
    const ofCells = groups.flatMap((group) => {
      const unsettled = knownUnsettledOf(db, group.row, period);
      const judged =
        group.judges.length === 0
          ? unsettled
          : withJudges(db, scoredGroup(loadInputs(db, group.row, period)), unsettled);
      const own = [...judged, ...waitingOf(db, group), ...objectedOf(db, group)];
      if (own.length === 0) return [];
      const stageAt = countedStagesIn(db, group);
      return own.map((problem) => ({ ...problem, stage: stageAt(problem) }));
    });
    const ofYear = yearProblems(db, period).map((problem) => ({ ...problem, stage: 'checked' as const }));
    const problems = [...ofYear, ...ofCells];
    return { problems: problems.slice(0, LISTED_PROBLEMS), problemCount: problems.length };
  },
};

/** Who got which grade in each group of a final period, in rank order. @throws AppError refused while it is open */
export function finalResults(db: ReadStore, periodUid: string): { title: string; groups: GroupLists[] } {
  const period = requirePeriod(db, periodUid);
  if (period.status !== 'final') {
    throw new AppError('refused', { reason: `“${period.title}”还没有定稿，不能通报结果。请先定稿。` });
  }
  const year = yearResult(db, period);
  const groups = db.all(groupsOfPeriod, { periodId: period.id }).map((row) => {
    const ofYear = year?.groups.find(({ groupUid }) => groupUid === row.uid)?.rows;
    const rows = ofYear ?? knownResultOf(db, row, period).rows;
    return { name: row.name, lists: namesByGrade(rows, settingsOfScheme(db, row.scheme_id).grades) };
  });
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

/** Cells that are 未评, lack something, or have deductions or objections that wait, in words. */
export function problemsOf(db: ReadStore, group: ScoredGroup): CellProblem[] {
  return [...withJudges(db, group, unsettledOf(group)), ...waitingOf(db, group), ...objectedOf(db, group)];
}

/** Where judges score, it is said who of them is missing in place of 未评; a later stage does without them. */
function withJudges(db: ReadStore, group: ScoredGroup, unsettled: CellProblem[]): CellProblem[] {
  const stageAt = countedStagesIn(db, group);
  const problems = judgesProblems(db, group).filter((problem) => stageAt(problem) === 'checked');
  if (problems.length === 0) return unsettled;
  const cells = new Set(problems.map(cellKey));
  const problemAt = problemsIn(group);
  return [
    ...unsettled.filter((problem) => !cells.has(cellKey(problem))),
    ...problems.flatMap(({ objectUid, indicatorUid, text }) =>
      problemAt(objectUid, indicatorUid, () => text),
    ),
  ];
}

function unsettledOf(group: ScoredGroup): CellProblem[] {
  const problemAt = problemsIn(group);
  return unsettledCells(group, group.scorer).flatMap(({ objectUid, indicatorUid, problem }) =>
    problemAt(objectUid, indicatorUid, (indicator) =>
      problem === null ? '未评' : problemText(indicator, problem),
    ),
  );
}

function waitingOf(db: ReadStore, group: LoadedGroup): CellProblem[] {
  const problemAt = problemsIn(group);
  return cellsWaiting(db, group.row.id).flatMap(({ objectUid, indicatorUid, count }) =>
    problemAt(objectUid, indicatorUid, () => `有 ${count} 项拟扣分待处理`),
  );
}

function objectedOf(db: ReadStore, group: LoadedGroup): CellProblem[] {
  const problemAt = problemsIn(group);
  return cellsObjected(db, group.row.id).flatMap(({ objectUid, indicatorUid }) =>
    problemAt(objectUid, indicatorUid, () => '有申诉没有答复'),
  );
}

/** The stage that counts at a cell: the check, where nothing later was entered. */
function countedStagesIn(db: ReadStore, { row }: LoadedGroup) {
  const later = new Map(
    db
      .all(laterScores, { groupId: row.id })
      .map(({ object_uid: objectUid, indicator_uid: indicatorUid, stage }) => [
        cellKey({ objectUid, indicatorUid }),
        stage,
      ]),
  );
  return (problem: Parameters<typeof cellKey>[0]): ScoreStage => later.get(cellKey(problem)) ?? 'checked';
}

function problemsIn(group: LoadedGroup) {
  const objects = new Map(group.objects.map((object) => [object.uid, object]));
  const indicators = new Map(group.scheme.indicators.map((indicator) => [indicator.uid, indicator]));
  return (
    objectUid: string,
    indicatorUid: string,
    wordsFor: (indicator: Indicator) => string,
  ): CellProblem[] => {
    const object = objects.get(objectUid);
    const indicator = indicators.get(indicatorUid);
    if (object === undefined || indicator === undefined) return [];
    const text = `${group.row.name} ${cellName(object, indicator)}：${wordsFor(indicator)}`;
    return [{ groupUid: group.row.uid, objectUid, indicatorUid, text }];
  };
}
