import type { Inspector, InspectorFields, Leave } from '#shared/contract/inspectors.ts';
import { AppError } from '#shared/errors.ts';
import { type InspectorRole, inspectorRoles } from '#shared/rules/inspectors/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  allSkills,
  inspectorByUid,
  type InspectorRecord,
  leaveOfInspectors,
  type LeaveRecord,
  skillsOfInspectors,
} from './queries.ts';

/** As pages show them. */
export function rowsOf(db: ReadStore, records: readonly InspectorRecord[]): Inspector[] {
  const skills = db.all(allSkills);
  const ids = JSON.stringify(records.map(({ id }) => id));
  const skillIds = Map.groupBy(db.all(skillsOfInspectors, { ids }), (link) => link.inspector_id);
  const leaves = Map.groupBy(db.all(leaveOfInspectors, { ids }), (leave) => leave.inspector_id);
  return records.map((record) => {
    const own = new Set(skillIds.get(record.id)?.map((link) => link.skill_id));
    return {
      uid: record.uid,
      name: record.name,
      organizationUid: record.organization_uid,
      unitName: unitNameOf(record),
      homeCountyUid: record.home_county_uid,
      homeCountyName: record.home_county_name ?? '',
      roles: readRoles(record.roles),
      skills: skills.filter(({ id }) => own.has(id)).map(({ uid, name }) => ({ uid, name })),
      post: record.post,
      phone: record.phone,
      note: record.note,
      leftOn: record.left_on,
      leave: (leaves.get(record.id) ?? []).map(toLeave),
    };
  });
}

export function rowOf(db: ReadStore, record: InspectorRecord): Inspector {
  const [row] = rowsOf(db, [record]);
  if (row === undefined) throw new Error('a record gives a row');
  return row;
}

export function unitNameOf(record: { organization_name: string | null; unit: string }): string {
  return record.organization_name ?? record.unit;
}

export function toLeave({ uid, first_day, last_day, reason }: LeaveRecord): Leave {
  return { uid, firstDay: first_day, lastDay: last_day, reason };
}

/** In the order in which they are printed. */
export function readRoles(json: string): InspectorRole[] {
  const stored: unknown = JSON.parse(json);
  return Array.isArray(stored) ? inspectorRoles.filter((role) => stored.includes(role)) : [];
}

/** What a clerk can change of a person; leave has operations of its own. */
export function fieldsOf(row: Inspector): InspectorFields {
  return {
    name: row.name,
    organizationUid: row.organizationUid,
    unit: row.organizationUid === null ? row.unitName : '',
    homeCountyUid: row.homeCountyUid,
    roles: row.roles,
    skillUids: row.skills.map(({ uid }) => uid),
    post: row.post,
    phone: row.phone,
    note: row.note,
    leftOn: row.leftOn,
  };
}

/** @throws AppError notFound */
export function requireInspector(db: ReadStore, uid: string): InspectorRecord {
  const record = db.get(inspectorByUid, { uid });
  if (record === undefined) throw new AppError('notFound', { what: '这个督查人员' });
  return record;
}
