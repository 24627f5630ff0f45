import type { PersonDetail } from '#shared/contract/roster-views.ts';
import type { WantedPerson } from '#shared/rules/rosters/working-copy.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { nameMergedPerson } from './change/merged-person.ts';
import { given } from './committees.ts';
import { personAppointments } from './person-appointments.ts';
import { appointmentsOfPerson, peopleByName, personByUid, type PersonRow } from './queries.ts';
import { unitColumns } from './units.ts';

/** @throws AppError notFound */
export function requirePerson(db: ReadStore, uid: string): PersonRow {
  const row = db.get(personByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '该人员' });
  return row;
}

export function personDetail(db: ReadStore, uid: string, today: string): PersonDetail {
  const row = requirePerson(db, uid);
  return {
    uid,
    name: row.name,
    organizationUid: row.organization_uid,
    unit: unitOf(row),
    post: row.post,
    officePhone: row.office_phone,
    mobile: row.mobile,
    note: row.note,
    appointments: personAppointments(db, row.id, today),
    namesakes: db
      .all(peopleByName, { name: row.name })
      .filter((other) => other.id !== row.id)
      .map((other) => ({ uid: other.uid, unit: unitOf(other), post: other.post })),
  };
}

export function unitOf(row: PersonRow): string {
  return row.organization_name ?? row.unit;
}

/** The wanted person's local id; somebody new is entered. What is given of phones is taken over. */
export function personFor(
  db: WriteStore,
  person: WantedPerson,
  holding: { organization_id: number | null; unit: string; post: string },
): number {
  if (person.uid === null)
    return db.insert('person', {
      name: person.name,
      ...holding,
      office_phone: person.officePhone,
      mobile: person.mobile,
    });
  const { id } = requirePerson(db, person.uid);
  db.update('person', id, holding);
  takeOverPhones(db, person);
  return id;
}

/** Of a known person, what is given of phones; what is not given stays. */
export function takeOverPhones(db: WriteStore, { uid, officePhone, mobile }: WantedPerson): void {
  if (uid === null) return;
  const known = requirePerson(db, uid);
  if (officePhone !== '' && officePhone !== known.office_phone)
    db.update('person', known.id, { office_phone: officePhone });
  if (mobile !== '' && mobile !== known.mobile) db.update('person', known.id, { mobile });
}

type PersonFields = {
  name: string;
  organizationUid: string | null;
  unit: string;
  post: string;
  officePhone: string;
  mobile: string;
  note: string;
};
type Given = { [Name in keyof PersonFields]?: PersonFields[Name] | undefined };

export function updatePerson(
  { uid, base, set }: { uid: string; base: Given; set: Given },
  { db, summarize }: WriteContext,
): { uid: string } {
  const row = requirePerson(db, uid);
  const stored: PersonFields = {
    name: row.name,
    organizationUid: row.organization_uid,
    unit: unitOf(row),
    post: row.post,
    officePhone: row.office_phone,
    mobile: row.mobile,
    note: row.note,
  };
  const changes = decidePatch<PersonFields>(stored, base, set);
  const wanted = { ...stored, ...changes };
  db.update(
    'person',
    row.id,
    given({
      name: changes.name,
      post: changes.post,
      office_phone: changes.officePhone,
      mobile: changes.mobile,
      note: changes.note,
      ...(changes.organizationUid === undefined && changes.unit === undefined ? {} : unitColumns(db, wanted)),
    }),
  );
  summarize(wanted.name);
  return { uid };
}

/** What they held becomes the one's; the others are gone. */
export function mergePeople(
  { uids, intoUid }: { uids: string[]; intoUid: string },
  { db, summarize }: WriteContext,
): { uid: string } {
  const into = requirePerson(db, intoUid);
  const phones = { office_phone: into.office_phone, mobile: into.mobile };
  for (const uid of uids) {
    const from = requirePerson(db, uid);
    if (from.id === into.id) throw new AppError('refused', { reason: '不能把一个人并到自己，请选另一条。' });
    for (const appointment of db.all(appointmentsOfPerson, { personId: from.id })) {
      db.update('appointment', appointment.id, {
        ...(appointment.person_id === from.id ? { person_id: into.id } : {}),
        ...(appointment.substitute_for_id === from.id ? { substitute_for_id: into.id } : {}),
      });
    }
    if (phones.office_phone === '') phones.office_phone = from.office_phone;
    if (phones.mobile === '') phones.mobile = from.mobile;
    nameMergedPerson(db, from.uid, into.uid);
    db.remove('person', from.id);
  }
  db.update('person', into.id, phones);
  summarize(`${into.name} ${uids.length + 1} 条`);
  return { uid: intoUid };
}
