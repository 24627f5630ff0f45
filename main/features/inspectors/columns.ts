import type { InspectorFields } from '#shared/contract/inspectors.ts';
import { AppError } from '#shared/errors.ts';
import { type InspectorRole, inspectorRoles } from '#shared/rules/inspectors/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { skillsOfInspectors } from './queries.ts';
import { requireSkill } from './skills.ts';

export function insertInspector(db: WriteStore, uid: string, fields: InspectorFields): number {
  const id = db.insert('inspector', { uid, ...columnsOf(db, fields) });
  writeSkills(db, id, skillIdsOf(db, fields.skillUids));
  return id;
}

export function updateInspector(db: WriteStore, id: number, fields: InspectorFields): void {
  db.update('inspector', id, columnsOf(db, fields));
  writeSkills(db, id, skillIdsOf(db, fields.skillUids));
}

/** An organization is kept as a reference, since its name changes; any other unit as it is written. */
export function unitColumns(
  db: ReadStore,
  { organizationUid, unit }: { organizationUid: string | null; unit: string },
): { organization_id: number | null; unit: string } {
  return organizationUid === null
    ? { organization_id: null, unit }
    : { organization_id: requireOrganization(db, organizationUid).id, unit: '' };
}

export function rolesColumn(roles: readonly InspectorRole[]): string {
  return JSON.stringify(inspectorRoles.filter((role) => roles.includes(role)));
}

/** @returns whether anything changed */
export function writeSkills(db: WriteStore, inspectorId: number, skillIds: readonly number[]): boolean {
  const links = db.all(skillsOfInspectors, { ids: JSON.stringify([inspectorId]) });
  const gone = links.filter((link) => !skillIds.includes(link.skill_id));
  const fresh = new Set(skillIds.filter((id) => !links.some((link) => link.skill_id === id)));
  for (const { id } of gone) db.remove('inspector_skill', id);
  for (const skillId of fresh) db.insert('inspector_skill', { inspector_id: inspectorId, skill_id: skillId });
  return gone.length + fresh.size > 0;
}

function columnsOf(db: ReadStore, fields: InspectorFields) {
  return {
    name: fields.name,
    ...unitColumns(db, fields),
    home_county_id: fields.homeCountyUid === null ? null : requireCounty(db, fields.homeCountyUid),
    roles: rolesColumn(fields.roles),
    post: fields.post,
    phone: fields.phone,
    note: fields.note,
    left_on: fields.leftOn,
  };
}

function requireCounty(db: ReadStore, uid: string): number {
  const { id, level } = requireOrganization(db, uid);
  if (level !== 'county') throw new AppError('badInput', { detail: '回避区县请选择县(市、区)' });
  return id;
}

function skillIdsOf(db: ReadStore, uids: readonly string[]): number[] {
  return uids.map((uid) => requireSkill(db, uid).id);
}
