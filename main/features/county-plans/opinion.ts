import type { countyPlans as contract } from '#shared/contract/county-plans.ts';
import { AppError } from '#shared/errors.ts';
import { opinionBody, opinionParts } from '#shared/rules/county-plans/opinion.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { createPaper, emptyPaper } from '#main/features/papers/index.ts';
import { cityPlanOf } from './city-tasks.ts';
import { checkedForOpinion, requireCountyPlan } from './rows.ts';

/** 核对意见 to one unit, as a draft of a letter. */
export const draftOpinion: Handlers<typeof contract>['draftOpinion'] = ({ uid }, context) => {
  const { db, today, summarize } = context;
  const record = requireCountyPlan(db, uid, today);
  if (record.received_on === null)
    throw new AppError('refused', { reason: `${record.name}还没有报送实施方案，没有可以核对的内容。` });
  const city = cityPlanOf(db, record.plan_uid, today);
  const { lines, row } = checkedForOpinion(db, record, city, today);
  if (row.counts.tasks === 0)
    throw new AppError('refused', {
      reason: `还没有录入${record.name}所报方案的任务，没有可以核对的内容。请先录入所报方案的任务。`,
    });
  const number = record.document_number;
  const paper = createPaper(context, {
    kind: 'letter',
    content: {
      ...emptyPaper(context, 'letter'),
      title: `关于${record.name}实施方案的核对意见`,
      addressee: record.name,
      body: opinionBody({
        countyPlan: `实施方案${number === '' ? '' : `（${number}）`}`,
        cityPlan: city.detail.title,
        parts: opinionParts(lines),
        dueOn: record.decision === 'returned' ? record.due_on : null,
      }),
    },
    subject: { kind: 'countyPlan', uid },
  });
  summarize(record.name);
  return { paperUid: paper.uid };
};
