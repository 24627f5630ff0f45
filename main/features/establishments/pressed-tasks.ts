import type { WriteContext } from '#main/core/handlers.ts';
import type { OrganizationOnDay } from '#main/features/organizations/index.ts';
import { completeTask, openTasksByLead, reopenCompleted } from '#main/features/tasks/index.ts';
import { type KindRecord, recordOf } from './queries.ts';

/** What pressed tasks name as their source: the kind of body. */
export function sourceOf({ uid }: KindRecord): { kind: string; uid: string } {
  return { kind: 'establishment', uid };
}

/**
 * A plaque is what the tasks asked for: those of units that have theirs are reported with its day and closed.
 * @returns how many
 */
export function closePressed(
  context: WriteContext,
  kind: KindRecord,
  units: readonly Pick<OrganizationOnDay, 'id' | 'uid' | 'name'>[],
): number {
  const { db, today } = context;
  const asked = openTasksByLead(db, sourceOf(kind), today);
  const settled = units.flatMap((unit) => {
    const task = asked.get(unit.uid);
    const record = db.get(recordOf, { kindId: kind.id, organizationId: unit.id });
    return task === undefined || !record?.established_on
      ? []
      : [{ task, unit, doneOn: record.established_on, document: record.document }];
  });
  for (const { task, unit, doneOn, document } of settled) {
    const approved = document === '' ? '' : `，批准文件：${document}`;
    completeTask(context, task, {
      doneOn,
      proof: `${unit.name}${kind.name}已于 ${doneOn} 挂牌${approved}。`,
    });
  }
  return settled.length;
}

/** It has no plaque after all: the task that its plaque has closed is open again. @returns how many */
export function reopenPressed(
  context: WriteContext,
  kind: KindRecord,
  { uid: leadUid }: Pick<OrganizationOnDay, 'uid'>,
): number {
  return reopenCompleted(context, sourceOf(kind), {
    leadUid,
    proof: /已于 [\d-]{10} 挂牌/u,
    text: '挂牌日期登记有误，已清空',
  });
}

/** What an operation's line in the log says of them. */
export function withClosed(text: string, closedTasks: number): string {
  return closedTasks === 0 ? text : `${text}，办结催办任务 ${closedTasks} 项`;
}
