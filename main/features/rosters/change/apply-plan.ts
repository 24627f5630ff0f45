import { type HeldAppointment, planRoster, type RosterPlan } from '#shared/rules/rosters/plan.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { appointmentOpener, renumber } from '../appointments.ts';
import { appointmentByUid, entriesOfDay } from '../queries.ts';

interface Change {
  committeeId: number;
  day: string;
  document: string;
}

/** Makes the roster the wanted one from a day on; every earlier day stays as it was. */
export function makeRoster(db: WriteStore, wanted: readonly WorkingEntry[], change: Change): void {
  let plan = planRoster(heldOn(db, change), wanted, change.day);
  if (plan === null) {
    renumber(db, change.committeeId);
    plan = planRoster(heldOn(db, change), wanted, change.day);
  }
  if (plan === null) throw new AppError('refused', { reason: '名册的顺序编号用完了，请先把顺序调整一次。' });
  carryOutPlan(db, plan, change);
}

function heldOn(db: ReadStore, { committeeId, day }: Change): HeldAppointment[] {
  return db.all(entriesOfDay, { committeeId, day }).map((row) => ({
    uid: row.uid,
    personUid: row.person_uid,
    positionUid: row.position_uid,
    organizationUid: row.organization_uid,
    unit: row.unit,
    post: row.post,
    substitute: row.substitute === 1,
    substituteForUid: row.substitute_for_uid,
    note: row.note,
    firstDay: row.first_day,
    order: row.protocol_order,
  }));
}

function carryOutPlan(
  db: WriteStore,
  { ends, removes, opens }: RosterPlan<WorkingEntry>,
  { committeeId, day, document }: Change,
): void {
  const idOf = (uid: string): number => db.get(appointmentByUid, { uid })?.id ?? 0;
  for (const { uid, lastDay } of ends) db.update('appointment', idOf(uid), { last_day: lastDay });
  for (const uid of removes) db.remove('appointment', idOf(uid));
  const open = appointmentOpener(db);
  for (const { entry, order } of opens)
    open(entry, { committeeId, firstDay: day, lastDay: null, document, order });
}
