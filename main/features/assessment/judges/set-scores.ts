import type { CellChange } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { enterScores } from '../enter-scores.ts';
import { openOnly, requireGroup } from '../load-group.ts';
import { settingsOfScheme } from '../scheme.ts';
import { judgesOf } from './cells.ts';
import { judgeColumn, otherColumnProblem, requireJudge } from './column.ts';

interface Input {
  groupUid: string;
  judgeUid: string;
  changes: readonly CellChange[];
  completes?: string | undefined;
}

/** @throws AppError frozen, refused where it is somebody else's column, and as `enterScores` does */
export function setJudgeScores(
  { groupUid, judgeUid, ...entered }: Input,
  context: WriteContext,
): { changed: number } {
  const { db, caller, summarize } = context;
  const group = requireGroup(db, groupUid);
  openOnly(group.period);
  const judges = judgesOf(db, group.row.id);
  const judge = requireJudge(judges, judgeUid);
  const problem = otherColumnProblem(judges, judge, caller);
  if (problem !== null) throw new AppError('refused', { reason: problem });
  const { judges: way } = settingsOfScheme(db, group.row.scheme_id);
  return enterScores(entered, group, judgeColumn(context, { judges, judge, way }), {
    ...context,
    summarize: (summary) => summarize(`${judge.name}：${summary}`),
  });
}
