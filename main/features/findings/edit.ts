import type { FindingFields, findings as contract } from '#shared/contract/findings.ts';
import { AppError } from '#shared/errors.ts';
import { taskTextOf } from '#shared/rules/findings/task-text.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { correctTask, removeTasks } from '#main/features/tasks/index.ts';
import { createFinding, ownColumns } from './create.ts';
import { findingList } from './finding-list.ts';
import { placeOfChoice } from './place.ts';
import { type FindingRecord, findingsOfVisit, reinspectionsOf } from './queries.ts';
import { requireFinding, rowsOf } from './rows.ts';

type Names = 'add' | 'update' | 'remove';

export const editHandlers: Pick<Handlers<typeof contract>, Names> = {
  add({ place: choice, foundOn, ...fields }, context) {
    const place = placeOfChoice(context.db, choice, context.today);
    const outside = { campaign: null, visitId: null, itemId: null };
    const uid = createFinding(context, { ...fields, place, foundOn, ...outside, measures: fields });
    context.summarize(findingList([{ place: place.name, what: fields.what }]));
    return { uid };
  },

  update({ uid, base, set }, context) {
    const record = requireFinding(context.db, uid);
    const stored = fieldsOf(context, record);
    const changes = decidePatch<FindingFields>(stored, base, set);
    revise(context, record, stored, changes);
    const { place } = record;
    context.summarize(findingList([{ place, what: changes.what ?? record.what }]));
    return { uid };
  },

  remove({ uid }, context) {
    const record = requireFinding(context.db, uid);
    removeTasks(context, [uid]);
    context.summarize(findingList([record]));
    return { uid };
  },
};

/** A finding and the task that it is say from now on what was always meant. */
function revise(
  context: WriteContext,
  record: FindingRecord,
  stored: FindingFields,
  changes: Partial<FindingFields>,
): void {
  const wanted = { ...stored, ...changes };
  context.db.update('finding', record.id, ownColumns(wanted));
  const { place } = record;
  correctTask(context, record.uid, {
    ...(sameText(stored, wanted, place) ? {} : taskTextOf({ ...wanted, place })),
    ...(changes.dueOn === undefined ? {} : { dueOn: changes.dueOn }),
    ...(changes.leadUids === undefined ? {} : { leadUids: changes.leadUids }),
  });
}

/** By what a table says anew of it. */
export function fillIn(context: WriteContext, uid: string, changes: Partial<FindingFields>): void {
  const record = requireFinding(context.db, uid);
  revise(context, record, fieldsOf(context, record), changes);
}

/** The day of their visit was corrected. @throws AppError badInput where one was looked at again before that day */
export function moveFoundOn(context: WriteContext, visitId: number, day: string): void {
  const { db } = context;
  for (const { id, uid, place } of db.all(findingsOfVisit, { visitId })) {
    const before = db.all(reinspectionsOf, { findingId: id }).find((each) => each.day < day);
    if (before !== undefined)
      throw new AppError('badInput', {
        detail: `“${place}”的问题在 ${before.day} 已经复查，检查日期不能晚于这一天`,
        field: 'day',
      });
    db.update('finding', id, { found_on: day });
    correctTask(context, uid, { assignedOn: day });
  }
}

/** What a clerk may have written into the task itself stays, as long as the finding says the same as before. */
function sameText(before: FindingFields, after: FindingFields, place: string): boolean {
  const [one, other] = [taskTextOf({ ...before, place }), taskTextOf({ ...after, place })];
  return one.title === other.title && one.content === other.content;
}

function fieldsOf({ db, today }: WriteContext, record: FindingRecord): FindingFields {
  const { spot, what, severity, element, article, demand, responsible, measures, funds } = record;
  const task = rowsOf(db, [record], today)[0]?.task;
  return {
    spot,
    what,
    severity,
    element,
    article,
    demand,
    responsible,
    measures,
    funds,
    timeLimit: record.time_limit,
    emergencyPlan: record.emergency_plan,
    dueOn: task?.dueOn ?? '',
    leadUids: (task?.units ?? []).flatMap((unit) => (unit.role === 'lead' ? [unit.uid] : [])),
  };
}
