import type { GroupFrame, JudgeCount, ScoreStage, StageProgress } from '#shared/contract/assessment.ts';
import { scoreStages } from '#shared/rules/assessment/stages.ts';

export interface StageCount {
  stage: ScoreStage;
  entered: number;
  /** Every cell is to be entered; a review or a final score only changes some. */
  isExpected: boolean;
  /** The indicator to go to; null: there is nothing to go to. */
  goal: string | null;
  /** 李明、王芳 12 项 */
  words: string;
  scorers: { userName: string; count: number }[];
}

export interface ProgressRow {
  objectUid: string;
  name: string;
  cellCount: number;
  stages: Readonly<Record<ScoreStage, StageCount>>;
  /** In the order of the judges; null: he does not score the object. */
  judges: readonly (JudgeCount | null)[];
}

export function progressRows(frame: GroupFrame, { objects }: StageProgress): ProgressRow[] {
  const names = new Map(frame.objects.map(({ uid, shortName }) => [uid, shortName]));
  return objects.map(({ objectUid, cellCount, stages, judges }) => {
    const counts = new Map(stages.map((stage) => [stage.stage, countOf(stage)]));
    const of = (stage: ScoreStage): StageCount => counts.get(stage) ?? nothingIn(stage);
    return {
      objectUid,
      name: names.get(objectUid) ?? '',
      cellCount,
      stages: {
        self: of('self'),
        checked: of('checked'),
        reviewed: of('reviewed'),
        final: of('final'),
      },
      judges,
    };
  });
}

type StageOfObject = StageProgress['objects'][number]['stages'][number];

function countOf({ stage, entered, firstEmpty, firstEntered, scorers }: StageOfObject): StageCount {
  const isExpected = expects(stage);
  const goal = isExpected ? (firstEmpty ?? firstEntered) : firstEntered;
  const words = scorers
    .map(({ userName, count }) => (scorers.length === 1 ? userName : `${userName} ${count} 项`))
    .join('、');
  return { stage, entered, isExpected, goal, words, scorers };
}

function nothingIn(stage: ScoreStage): StageCount {
  return { stage, entered: 0, isExpected: expects(stage), goal: null, words: '', scorers: [] };
}

function expects(stage: ScoreStage): boolean {
  return stage === 'self' || stage === 'checked';
}

export interface ScorerTotal {
  userName: string;
  /** Only stages in which the user entered something, earliest first. */
  stages: { stage: ScoreStage; count: number }[];
}

/** How much each one has entered in the whole group, most first. */
export function scorerTotals(rows: readonly ProgressRow[]): ScorerTotal[] {
  const totals = new Map<string, Map<ScoreStage, number>>();
  for (const row of rows)
    for (const stage of scoreStages)
      for (const { userName, count } of row.stages[stage].scorers) {
        const own = totals.get(userName) ?? new Map<ScoreStage, number>();
        totals.set(userName, own.set(stage, (own.get(stage) ?? 0) + count));
      }
  return [...totals]
    .map(([userName, own]) => ({
      userName,
      sum: [...own.values()].reduce((sum, count) => sum + count, 0),
      stages: scoreStages.flatMap((stage) => {
        const count = own.get(stage);
        return count === undefined ? [] : [{ stage, count }];
      }),
    }))
    .toSorted((one, other) => other.sum - one.sum)
    .map(({ userName, stages }) => ({ userName, stages }));
}

export interface JudgeMissing {
  name: string;
  missing: number;
  /** Objects in which something is missing. */
  objects: number;
}

/** Who of the judges has not come to the end, in their order. */
export function judgesMissing(
  judges: readonly { name: string }[],
  rows: readonly ProgressRow[],
): JudgeMissing[] {
  return judges.flatMap(({ name }, place) => {
    const left = rows.flatMap((row) => {
      const count = row.judges[place];
      return count ? [count.expected - count.entered] : [];
    });
    const missing = left.reduce((sum, one) => sum + one, 0);
    return missing === 0 ? [] : [{ name, missing, objects: left.filter((one) => one > 0).length }];
  });
}
