import type { Committee } from '#shared/contract/roster-views.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { initialsOfAll } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import {
  appointmentsOfCommittee,
  committeeOfOrganization,
  committeeOnDay,
  type CommitteeRow,
  committeesOfDay,
  organizationByUid,
} from './queries.ts';

export function listCommittees(db: ReadStore, day: string): Committee[] {
  return db.all(committeesOfDay, { day }).map(toCommittee);
}

/** The committee as it is called on a day. @throws AppError notFound */
export function requireCommittee(db: ReadStore, uid: string, day: string): CommitteeRow {
  const row = db.get(committeeOnDay, { uid, day });
  if (row === undefined) throw new AppError('notFound', { what: '该委员会' });
  return row;
}

export function toCommittee(row: CommitteeRow): Committee {
  const name = row.name === '' ? `${row.organization_name}消防安全委员会` : row.name;
  return {
    uid: row.uid,
    organizationUid: row.organization_uid,
    organizationName: row.organization_name,
    level: row.level,
    name,
    officeName: row.office_name === '' ? `${name}办公室` : row.office_name,
    officeUnit: row.office_unit,
    officePhone: row.office_phone,
    note: row.note,
    ownName: row.name,
    ownOfficeName: row.office_name,
    initials: initialsOfAll(row.organization_name, name),
    personCount: row.person_count,
  };
}

export function addCommittees(
  { organizationUids }: { organizationUids: string[] },
  { db, today, summarize }: WriteContext,
): { uids: string[] } {
  const uids = organizationUids.map((uid) => committeeFor(db, uid));
  summarize(uids.map((uid) => toCommittee(requireCommittee(db, uid, today)).name).join('、'));
  return { uids };
}

/** The committee of an organization, made where there is none yet. @returns its uid */
export function committeeFor(db: WriteStore, organizationUid: string): string {
  const organization = db.get(organizationByUid, { uid: organizationUid });
  if (organization === undefined) throw new AppError('notFound', { what: '该机构' });
  if (organization.level === 'memberUnit')
    throw new AppError('refused', { reason: '成员单位不设消防安全委员会，请选择市、区县、乡镇或村(社区)。' });
  const known = db.get(committeeOfOrganization, { organizationId: organization.id });
  if (known !== undefined) return known.uid;
  db.insert('committee', { organization_id: organization.id });
  return db.get(committeeOfOrganization, { organizationId: organization.id })?.uid ?? '';
}

type CommitteeFields = {
  name: string;
  officeName: string;
  officeUnit: string;
  officePhone: string;
  note: string;
};
type Given = { [Name in keyof CommitteeFields]?: CommitteeFields[Name] | undefined };

export function updateCommittee(
  { uid, base, set }: { uid: string; base: Given; set: Given },
  { db, today, summarize }: WriteContext,
): { uid: string } {
  const row = requireCommittee(db, uid, today);
  const changes = decidePatch<CommitteeFields>(
    {
      name: row.name,
      officeName: row.office_name,
      officeUnit: row.office_unit,
      officePhone: row.office_phone,
      note: row.note,
    },
    base,
    set,
  );
  const columns = {
    name: changes.name,
    office_name: changes.officeName,
    office_unit: changes.officeUnit,
    office_phone: changes.officePhone,
    note: changes.note,
  };
  db.update('committee', row.id, given(columns));
  summarize(toCommittee(requireCommittee(db, uid, today)).name);
  return { uid };
}

export function removeCommittee(
  { uid }: { uid: string },
  { db, today, summarize }: WriteContext,
): { uid: string } {
  const row = requireCommittee(db, uid, today);
  const { name } = toCommittee(row);
  if (db.get(appointmentsOfCommittee, { committeeId: row.id }) !== undefined)
    throw new AppError('inUse', { what: `“${name}”`, by: '任职记录' });
  db.remove('committee', row.id);
  summarize(name);
  return { uid };
}

/** The columns that are to be set at all. */
export function given<Value extends string | number | null>(
  columns: Readonly<Record<string, Value | undefined>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(columns).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
}
