import type { TaskDetail, TaskRow, TaskUnit } from '#shared/contract/tasks.ts';
import { AppError } from '#shared/errors.ts';
import type { FeedbackCycle } from '#shared/rules/tasks/feedback-cycle.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  contentOfTask,
  eventsOfTask,
  filesOfEvents,
  planOfTask,
  taskByUid,
  type TaskRecord,
  unitsOfTasks,
} from './queries.ts';

/** As pages show them, with their units. */
export function rowsOf(db: ReadStore, records: readonly TaskRecord[], today: string): TaskRow[] {
  const ids = JSON.stringify(records.map(({ id }) => id));
  const units = Map.groupBy(db.all(unitsOfTasks, { ids, today }), (unit) => unit.task_id);
  return records.map((record) =>
    rowOf(
      record,
      (units.get(record.id) ?? []).map(({ organization_uid, role, name, short_name }) => ({
        uid: organization_uid,
        role,
        name,
        shortName: short_name,
      })),
    ),
  );
}

function rowOf(record: TaskRecord, units: TaskUnit[]): TaskRow {
  return {
    uid: record.uid,
    kind: record.kind,
    title: record.title,
    status: record.status,
    assignedOn: record.assigned_on,
    startOn: record.start_on,
    dueOn: record.due_on,
    firstDueOn: record.first_due_on,
    feedbackCycle: cycleOf(record),
    nextFeedbackOn: record.next_feedback_on,
    pressedCount: record.pressed_count,
    lastPressedOn: record.last_pressed_on,
    extendedCount: record.extended_count,
    reportedOn: record.reported_on,
    closedOn: record.closed_on,
    source: { kind: record.source_kind, uid: record.source_uid, text: record.source_text },
    keeperUid: record.keeper_uid,
    units,
  };
}

export function cycleOf({ feedback_cycle: kind, feedback_day: day }: TaskRecord): FeedbackCycle {
  return kind === 'none' ? { kind } : { kind, day };
}

export function detailOf(db: ReadStore, uid: string, today: string): TaskDetail {
  const record = requireTask(db, uid);
  const units = db.all(unitsOfTasks, { ids: JSON.stringify([record.id]), today });
  const [row] = rowsOf(db, [record], today);
  const content = db.get(contentOfTask, { id: record.id });
  if (row === undefined || content === undefined) throw new AppError('notFound', { what: '这项任务' });
  const unitName = (id: number | null) =>
    units.find((unit) => unit.organization_id === id)?.short_name ?? null;
  const files = new Map(
    db.all(filesOfEvents, { id: record.id }).map(({ event_uid, count }) => [event_uid, count]),
  );
  return {
    ...row,
    content: content.content,
    keeperName: content.keeper_name,
    plan: db.get(planOfTask, { uid }) ?? null,
    events: db.all(eventsOfTask, { id: record.id }).map((event) => ({
      uid: event.uid,
      kind: event.kind,
      day: event.day,
      at: event.at,
      userName: event.user_name,
      text: event.text,
      oldDueOn: event.old_due_on,
      newDueOn: event.new_due_on,
      unitName: unitName(event.organization_id),
      source: { kind: event.source_kind, uid: event.source_uid },
      files: files.get(event.uid) ?? 0,
    })),
  };
}

/** @throws AppError notFound */
export function requireTask(db: ReadStore, uid: string): TaskRecord {
  const record = db.get(taskByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这项任务' });
  return record;
}
