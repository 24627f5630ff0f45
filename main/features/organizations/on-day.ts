import type { OrganizationNode } from '#shared/contract/organizations.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { initialsOfAll } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { organizationsOfDay } from './queries.ts';
import { readMarks } from './states.ts';

/** What other features need to know of an organization on one day. */
export interface OrganizationOnDay {
  id: number;
  uid: string;
  level: OrganizationLevel;
  code: string | null;
  name: string;
  shortName: string;
  parentId: number | null;
  parentUid: string | null;
  marks: string[];
  order: number;
}

/** All that exist on a day, by local id: higher levels first, siblings in protocol order. */
export function organizationsOn(db: ReadStore, day: string): Map<number, OrganizationOnDay> {
  const rows = db.all(organizationsOfDay, { day });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        uid: row.uid,
        level: row.level,
        code: row.code,
        name: row.name,
        shortName: row.short_name,
        parentId: row.parent_id,
        parentUid: row.parent_uid,
        marks: readMarks(row.marks),
        order: row.protocol_order,
      },
    ]),
  );
}

/** All of one level, parent by parent: 甲县's townships before those of 乙县, each in protocol order. */
export function organizationsOfLevel(
  organizations: ReadonlyMap<number, OrganizationOnDay>,
  level: OrganizationLevel,
): OrganizationOnDay[] {
  const ranks = new Map([...organizations.keys()].map((id, rank) => [id, rank]));
  const pathOf = ({ id, parentId }: OrganizationOnDay): number[] => {
    const parent = parentId === null ? undefined : organizations.get(parentId);
    return [...(parent === undefined ? [] : pathOf(parent)), ranks.get(id) ?? 0];
  };
  return [...organizations.values()]
    .filter((organization) => organization.level === level)
    .map((organization) => ({ organization, path: pathOf(organization) }))
    .toSorted((one, other) => comparePaths(one.path, other.path))
    .map(({ organization }) => organization);
}

function comparePaths(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((rank, index) => rank !== other[index]);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

const TOWNSHIP_CODE = /^\d{9}$/;

export function treeOf(db: ReadStore, day: string): OrganizationNode[] {
  const organizations = organizationsOn(db, day);
  const withVillages = new Set<number | null>();
  for (const { level, parentId } of organizations.values())
    if (level === 'village') withVillages.add(parentId);
  return [...organizations.values()].map(
    ({ id, uid, level, name, shortName, parentUid, order, marks, code }) => ({
      uid,
      level,
      name,
      shortName,
      parentUid,
      order,
      marks,
      code,
      initials: initialsOfAll(name, shortName),
      villagesAvailable:
        level === 'township' && code !== null && TOWNSHIP_CODE.test(code) && !withVillages.has(id),
    }),
  );
}
