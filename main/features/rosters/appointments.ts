import type { Holding } from '#shared/rules/rosters/model.ts';
import type { WantedPerson } from '#shared/rules/rosters/working-copy.ts';
import { BEFORE_RECORDS } from '#shared/rules/organizations/history.ts';
import { ORDER_STEP, ordersBetween } from '#shared/rules/organizations/order.ts';
import { addDays, paperDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { given, requireCommittee, toCommittee } from './committees.ts';
import { personFor, requirePerson } from './people.ts';
import { requirePosition } from './positions.ts';
import {
  appointmentByUid,
  type AppointmentRow,
  appointmentById,
  appointmentsInPosition,
  appointmentsOfCommittee,
  appointmentsOfPerson,
} from './queries.ts';
import { unitColumns } from './units.ts';

interface NewAppointment extends Omit<Holding, 'personUid'> {
  person: WantedPerson;
}

interface AddInput {
  committeeUid: string;
  from: string | null;
  document: string;
  items: NewAppointment[];
}

export function addAppointments(
  { committeeUid, from, document, items }: AddInput,
  { db, today, summarize }: WriteContext,
): { uids: string[] } {
  const committee = requireCommittee(db, committeeUid, today);
  const begin = { committeeId: committee.id, firstDay: from ?? BEFORE_RECORDS, lastDay: null, document };
  const uids = items.map((item) => openAppointment(db, item, { ...begin, order: null }));
  const names = items.map(({ person }) => person.name).join('、');
  summarize(`${toCommittee(committee).name}：${names}`);
  return { uids };
}

interface Opening {
  committeeId: number;
  firstDay: string;
  lastDay: string | null;
  document: string;
  /** Null: behind all others of the position. */
  order: number | null;
}

/** Opens one appointment after the other; somebody new with several of them is one person. */
export function appointmentOpener(db: WriteStore): (entry: NewAppointment, opening: Opening) => void {
  const newcomers = new Map<string, string>();
  return ({ person, ...holding }, opening) => {
    const key = `${person.name} ${holding.organizationUid ?? holding.unit}`;
    const personUid = person.uid ?? newcomers.get(key) ?? null;
    const uid = openAppointment(db, { ...holding, person: { ...person, uid: personUid } }, opening);
    if (personUid === null) newcomers.set(key, db.get(appointmentByUid, { uid })?.person_uid ?? '');
  };
}

/** @returns uid of the new appointment */
function openAppointment(
  db: WriteStore,
  { person, ...holding }: NewAppointment,
  { committeeId, firstDay, lastDay, document, order }: Opening,
): string {
  const place = { ...unitColumns(db, holding), post: holding.post };
  const positionId = requirePosition(db, holding.positionUid).id;
  const personId = personFor(db, person, place);
  const id = db.insert('appointment', {
    committee_id: committeeId,
    person_id: personId,
    position_id: positionId,
    protocol_order: order ?? lastOrder(db, committeeId, positionId) + ORDER_STEP,
    first_day: firstDay,
    last_day: lastDay,
    ...place,
    substitute: holding.substitute ? 1 : 0,
    substitute_for_id: principalId(db, holding),
    document,
    note: holding.note,
  });
  return db.get(appointmentById, { id })?.uid ?? '';
}

function lastOrder(db: ReadStore, committeeId: number, positionId: number): number {
  return db.all(appointmentsInPosition, { committeeId, positionId }).at(-1)?.protocol_order ?? 0;
}

function principalId(
  db: ReadStore,
  { substitute, substituteForUid }: Pick<Holding, 'substitute' | 'substituteForUid'>,
): number | null {
  return substitute && substituteForUid !== null ? requirePerson(db, substituteForUid).id : null;
}

/** @throws AppError notFound */
function requireAppointment(db: ReadStore, uid: string): AppointmentRow {
  const row = db.get(appointmentByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这条任职记录' });
  return row;
}

type AppointmentFields = Omit<Holding, 'personUid'> & {
  firstDay: string;
  lastDay: string | null;
  document: string;
};
type Given = { [Name in keyof AppointmentFields]?: AppointmentFields[Name] | undefined };

/** 更正: it was always meant so, on every day that it holds. */
export function updateAppointment(
  { uid, base, set }: { uid: string; base: Given; set: Given },
  { db, summarize }: WriteContext,
): { uid: string } {
  const row = requireAppointment(db, uid);
  const stored = fieldsOf(row);
  // The name of an organization is what the page shows; what counts is which one it is.
  const seen =
    set.organizationUid === undefined || set.organizationUid === null ? set : { ...set, unit: undefined };
  const changes = decidePatch<AppointmentFields>(stored, base, seen);
  const wanted = { ...stored, ...changes };
  if (wanted.lastDay !== null && wanted.lastDay < wanted.firstDay)
    throw new AppError('badInput', {
      detail: `截止日期 ${wanted.lastDay} 早于任职日期 ${wanted.firstDay}，请改正。`,
      field: 'lastDay',
    });
  db.update(
    'appointment',
    row.id,
    given({
      ...(changes.positionUid === undefined ? {} : inPosition(db, row.committee_id, changes.positionUid)),
      ...(changes.organizationUid === undefined && changes.unit === undefined ? {} : unitColumns(db, wanted)),
      post: changes.post,
      substitute: wanted.substitute ? 1 : 0,
      substitute_for_id: principalId(db, wanted),
      first_day: changes.firstDay,
      last_day: changes.lastDay,
      document: changes.document,
      note: changes.note,
    }),
  );
  summarize(row.person_name);
  return { uid };
}

function inPosition(db: ReadStore, committeeId: number, positionUid: string) {
  const positionId = requirePosition(db, positionUid).id;
  return { position_id: positionId, protocol_order: lastOrder(db, committeeId, positionId) + ORDER_STEP };
}

function fieldsOf(row: AppointmentRow): AppointmentFields {
  return {
    positionUid: row.position_uid,
    organizationUid: row.organization_uid,
    unit: row.unit,
    post: row.post,
    substitute: row.substitute === 1,
    substituteForUid: row.substitute_for_uid,
    note: row.note,
    firstDay: row.first_day,
    lastDay: row.last_day,
    document: row.document,
  };
}

/** Among those of its position; the order holds on every day. */
export function moveAppointment(
  { uid, afterUid }: { uid: string; afterUid: string | null },
  { db, summarize }: WriteContext,
): { uid: string } {
  const row = requireAppointment(db, uid);
  const others = (): AppointmentRow[] =>
    db
      .all(appointmentsInPosition, { committeeId: row.committee_id, positionId: row.position_id })
      .filter((other) => other.id !== row.id);
  const orderBehind = (siblings: readonly AppointmentRow[]): number | undefined => {
    const place = siblings.findIndex((other) => other.uid === afterUid);
    const [before, after] = [siblings[place]?.protocol_order, siblings[place + 1]?.protocol_order];
    return ordersBetween(before ?? null, after ?? null, 1)?.[0];
  };
  let order = orderBehind(others());
  if (order === undefined) {
    renumber(db, row.committee_id);
    order = orderBehind(others());
  }
  db.update('appointment', row.id, { protocol_order: order ?? row.protocol_order });
  summarize(row.person_name);
  return { uid };
}

/** Makes room between all appointments of a committee; their order stays. */
export function renumber(db: WriteStore, committeeId: number): void {
  for (const [index, row] of db.all(appointmentsOfCommittee, { committeeId }).entries())
    db.update('appointment', row.id, { protocol_order: (index + 1) * ORDER_STEP });
}

export function endAppointments(
  { uids, from }: { uids: string[]; from: string },
  { db, summarize }: WriteContext,
): { ended: number } {
  const rows = uids.map((uid) => requireAppointment(db, uid));
  const lastDay = addDays(from, -1);
  for (const row of rows) {
    if (row.first_day > lastDay)
      throw new AppError('refused', {
        reason: `${row.person_name}自${paperDay(row.first_day)}起任职，不能在这之前免去；录错了请用“删除”。`,
      });
    db.update('appointment', row.id, { last_day: lastDay });
  }
  summarize(`${rows.map((row) => row.person_name).join('、')}，自 ${from}`);
  return { ended: rows.length };
}

/** As if they had never been; people without any other appointment go too. */
export function removeAppointments(
  { uids }: { uids: string[] },
  { db, summarize }: WriteContext,
): { removed: number } {
  const rows = uids.map((uid) => requireAppointment(db, uid));
  for (const row of rows) db.remove('appointment', row.id);
  for (const personId of new Set(rows.map((row) => row.person_id))) {
    if (db.get(appointmentsOfPerson, { personId }) === undefined) db.remove('person', personId);
  }
  summarize(rows.map((row) => row.person_name).join('、'));
  return { removed: rows.length };
}
