import type { countyPlans as contract } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import { opinionParts, opinionSummary, opinionText } from '#shared/rules/county-plans/opinion.ts';
import { countyPlanState, isOwedPlan } from '#shared/rules/county-plans/state.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { planDetail } from '#main/features/plans/index.ts';
import { askAgain, newTask, openTask } from './asked.ts';
import { cityPlanOf } from './city-tasks.ts';
import { checkedForOpinion, fieldsOf, requireCountyPlan } from './rows.ts';

type Names = 'press' | 'handBack';

/** What a unit owes of its plan becomes a supervised task, so that notices, replies and the monthly report know of it. */
export const pressHandlers: Pick<Handlers<typeof contract>, Names> = {
  press({ uids }, context) {
    const { db, today, summarize } = context;
    const owed = uids
      .map((uid) => requireCountyPlan(db, uid, today))
      .filter((record) =>
        isOwedPlan(countyPlanState({ ...fieldsOf(record), decision: record.decision }, today)),
      );
    if (owed.length === 0)
      throw new AppError('refused', { reason: '所选的单位都已报送实施方案，不用催报。' });
    const taskUids = owed.map((record) => {
      const { title } = planDetail(db, record.plan_uid, today);
      const content = `按期制定并报送落实《${title}》的实施方案，逐项写明任务、责任单位和完成时限。`;
      return openTask(context, record) ?? newTask(context, record, { dueOn: record.due_on, content });
    });
    summarize(`${owed.length} 个单位`);
    return { taskUids };
  },

  handBack({ uid, dueOn, reason }, context) {
    const { db, today, summarize } = context;
    const record = requireCountyPlan(db, uid, today);
    if (record.received_on === null)
      throw new AppError('refused', { reason: `${record.name}还没有报送实施方案，不能退回；可以催报。` });
    if (dueOn < today)
      throw new AppError('badInput', { detail: '重新报送的期限不能早于今天', field: 'dueOn' });
    const { lines } = checkedForOpinion(db, record, cityPlanOf(db, record.plan_uid, today), today);
    const parts = opinionParts(lines);
    const said = [reason, opinionText(parts)].filter((text) => text !== '').join('\n');
    if (said === '')
      throw new AppError('badInput', { detail: '没有核对出问题，退回请写明原因', field: 'reason' });
    db.update('county_plan', record.id, {
      decision: 'returned',
      decided_on: today,
      reason: [reason, opinionSummary(parts)].filter((text) => text !== '').join('；'),
      due_on: dueOn,
      first_due_on: record.first_due_on ?? record.due_on,
    });
    const taskUid = askAgain(context, record, { dueOn, content: said.slice(0, 4_000) });
    summarize(record.name);
    return { taskUid };
  },
};
