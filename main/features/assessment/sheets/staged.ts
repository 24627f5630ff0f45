import type { scoreSheets as contract } from '#shared/contract/score-sheets.ts';
import { AppError } from '#shared/errors.ts';
import { rightOfStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { grants } from '#shared/rights.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { getStaged, removeStaged } from '#main/core/store/staging.ts';
import type { CellConflict } from '#shared/contract/assessment.ts';
import { setJudgeScores } from '../judges/set-scores.ts';
import { setScores } from '../set-scores.ts';
import type { StagedColumn } from './interpret.ts';

export const STAGED_SCORES = 'scoreSheets';

/** By the way that all scores go, each with what was there when the sheets were looked through. */
export const enterStaged: Handlers<typeof contract>['enterStaged'] = ({ stagedUid }, context) => {
  const { db, caller, summarize } = context;
  const staged = getStaged(db, stagedUid);
  if (staged?.kind !== STAGED_SCORES || staged.userUid !== (caller.userUid ?? ''))
    throw new AppError('notFound', { what: '要读入的评分表' });
  // Written by our own job, in this form.
  const { columns } = JSON.parse(staged.payload) as { columns: StagedColumn[] };
  const summaries: string[] = [];
  const within = { ...context, summarize: (summary: string) => void summaries.push(summary) };
  const changed = columns.reduce((sum, column) => sum + enterColumn(column, within), 0);
  removeStaged(db, stagedUid);
  summarize(
    `${summaries[0] ?? ''}${summaries.length > 1 ? ` 等 ${summaries.length} 张表` : ''}，共 ${changed} 项`,
  );
  return { changed };
};

function enterColumn({ judgeUid, stage, ...scores }: StagedColumn, context: WriteContext): number {
  if (!grants(context.caller.roles, rightOfStage[stage]))
    throw new AppError('notAllowed', { label: `录入${stageNames[stage]}` });
  try {
    return judgeUid === null
      ? setScores({ ...scores, stage }, context).changed
      : setJudgeScores({ ...scores, judgeUid }, context).changed;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') throw changedMeanwhile(error);
    throw error;
  }
}

/** The clerk has agreed to what was there then: what has come since is not taken away. */
function changedMeanwhile({ data }: AppError): AppError {
  // Thrown by `enterScores`, in this form.
  const [first, ...others] = data['fields'] as CellConflict[];
  const more = others.length === 0 ? '' : `等 ${others.length + 1} 项`;
  return new AppError('refused', {
    reason: `核对之后“${first?.label ?? ''}”${more}的评分又有改动，没有读入。请重新读取，再核对一次。`,
  });
}
