import { v7 } from 'uuid';
import type { TaskEventKind } from '#shared/contract/tasks.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';

export interface NewEvent {
  kind: TaskEventKind;
  day: string;
  text: string;
  oldDueOn?: string | null;
  newDueOn?: string | null;
  unitUid?: string | null;
  /** The paper by which it was done. */
  source?: { kind: string; uid: string };
}

/** @returns the event's uid */
export function insertEvent({ db, now, caller }: WriteContext, taskId: number, event: NewEvent): string {
  const unitUid = event.unitUid ?? null;
  const uid = v7();
  db.insert('task_event', {
    uid,
    task_id: taskId,
    kind: event.kind,
    day: event.day,
    at: now,
    user_name: caller.userName,
    text: event.text,
    old_due_on: event.oldDueOn ?? null,
    new_due_on: event.newDueOn ?? null,
    organization_id: unitUid === null ? null : requireOrganization(db, unitUid).id,
    source_kind: event.source?.kind ?? '',
    source_uid: event.source?.uid ?? null,
  });
  return uid;
}
