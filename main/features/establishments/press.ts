import type { establishments as contract } from '#shared/contract/establishments.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { createTask, openTasksByLead } from '#main/features/tasks/index.ts';
import { hasPlaque, requireUnits } from './edit.ts';
import { sourceOf } from './pressed-tasks.ts';
import { requireKind } from './rows.ts';

/** What is not established becomes a supervised task, so that notices, replies and the monthly report know of it. */
export const pressHandlers: Pick<Handlers<typeof contract>, 'press'> = {
  press({ kindUid, organizationUids }, context) {
    const { db, today, caller, summarize } = context;
    const kind = requireKind(db, kindUid);
    const asked = openTasksByLead(db, sourceOf(kind), today);
    const units = requireUnits(db, kind, organizationUids, today).filter(
      ({ id }) => !hasPlaque(db, kind, id),
    );
    if (units.length === 0) throw new AppError('refused', { reason: '所选的单位都已挂牌，不用催办。' });
    const taskUids = units.map((organization) => {
      const known = asked.get(organization.uid);
      if (known !== undefined) return known.uid;
      const { uid } = createTask(context, {
        kind: 'other',
        title: `${organization.name}${kind.name}挂牌`,
        content: `按期设立${kind.name}并挂牌，报送批准文件和照片。`,
        source: { ...sourceOf(kind), text: kind.source === '' ? '基层机构建设' : kind.source },
        leadUids: [organization.uid],
        supportingUids: [],
        // It was owed by the deadline, whenever the office writes that down.
        assignedOn: kind.due_on < today ? kind.due_on : today,
        startOn: null,
        dueOn: kind.due_on,
        feedbackCycle: { kind: 'none' },
        status: 'assigned',
        keeperUid: caller.userUid,
      });
      return uid;
    });
    summarize(`${kind.name} ${taskUids.length} 个单位`);
    return { taskUids };
  },
};
