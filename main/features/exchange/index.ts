import type { exchange as contract } from '#shared/contract/exchange.ts';
import { AppError } from '#shared/errors.ts';
import { applyPlan } from '#main/core/packs/apply.ts';
import { choiceOf, type FullPlan, type MergeAnswers, planMerge } from '#main/core/packs/plan.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { removeStaged } from '#main/core/store/staging.ts';
import { allPeriods } from './queries.ts';
import { guardFor } from './scope.ts';
import { stagedPack } from './staged-pack.ts';

/** Data exchange (数据交换): packs that come from another PC. How they are made and read, see jobs.ts. */
export const exchange: Handlers<typeof contract> = {
  periods: (_input, { db }) => db.all(allPeriods),

  merge({ stagedUid, answers, digest, rule, decisions }, context) {
    const { db, caller, summarize, progress } = context;
    const given: MergeAnswers = { organizations: answers, decisions, rule };
    const { header, rows } = stagedPack(db, stagedUid, caller);
    const plan = planMerge(db, rows, given, guardFor(db, caller.roles), (done, count) =>
      progress((0.4 * done) / count, '核对'),
    );
    if (plan.digest !== digest) throw new AppError('refused', { reason: CHANGED });
    requireDecided(plan, given);
    const done = applyPlan(db, plan, (place, count) =>
      progress(0.4 + (0.6 * place) / Math.max(1, count), '合并'),
    );
    removeStaged(db, stagedUid);
    summarize(`${header.office} ${header.madeBy} 的包，新增 ${done.added} 条，修改 ${done.changed} 条`);
    return done;
  },
};

const CHANGED = '核对以后这里的数据又有改动，没有合并。请重新打开“合并数据包”核对一遍。';

/** @throws AppError refused: nothing here gives way without somebody having said so */
function requireDecided({ conflicts, questions }: FullPlan, given: MergeAnswers): void {
  const open = conflicts.filter((cell) => choiceOf(cell, given) === null).length;
  if (open > 0) throw new AppError('refused', { reason: `还有 ${open} 处没有选保留哪一个，没有合并。` });
  if (questions.length > 0) {
    const names = questions.map(({ name }) => name).join('、');
    throw new AppError('refused', { reason: `还没有定下“${names}”是这里的哪个机构，没有合并。` });
  }
}
