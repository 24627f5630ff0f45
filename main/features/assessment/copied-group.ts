import type { CopiedGroup } from '#shared/contract/assessment.ts';
import { successorsOf } from '#shared/rules/schemes/kin.ts';
import { indicatorName } from '#shared/rules/schemes/findings.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type OrganizationOnDay, organizationsOn } from '#main/features/organizations/index.ts';
import { marksOfGroup } from './marks.ts';
import { type GroupObjectRow, loadObjects } from './objects.ts';
import {
  type GroupRow,
  kinOfScheme,
  objectsOfGroup,
  type PeriodRow,
  schemeById,
  type SchemeRow,
} from './queries.ts';

interface Wanted {
  /** The version that the new group is scored with. */
  scheme: SchemeRow;
  /** The new period's last day, and who is there on it. */
  day: string;
  existing: ReadonlyMap<number, OrganizationOnDay>;
}

/** What a new group takes over from an earlier one, to be looked at before it is opened. */
export function copiedGroup(db: ReadStore, last: PeriodRow, group: GroupRow, wanted: Wanted): CopiedGroup {
  const rows = db.all(objectsOfGroup, { groupId: group.id });
  const objects = new Map(loadObjects(db, group.id, wanted.day, []).map((object) => [object.id, object]));
  const gone = rows
    .filter((row) => !wanted.existing.has(row.organization_id))
    .flatMap((row) => nameOfGone(objects.get(row.id)));
  const assessed = new Set(rows.map((row) => row.organization_id));
  const before = organizationsOn(db, last.last_day);
  const founded = [...wanted.existing]
    .filter(([id, { level }]) => level === wanted.scheme.applies_to && !assessed.has(id) && !before.has(id))
    .map(([, { shortName }]) => shortName);
  return {
    groupUid: group.uid,
    periodTitle: last.title,
    gone,
    founded,
    scheme: versionsOf(db, group, wanted.scheme),
    marks: marksToCopy(db, group, wanted, objects),
  };
}

function nameOfGone(object: GroupObjectRow | undefined): string[] {
  if (object === undefined) return [];
  return [object.remark === '' ? object.shortName : `${object.shortName}(${object.remark})`];
}

function versionsOf(db: ReadStore, group: GroupRow, scheme: SchemeRow): CopiedGroup['scheme'] {
  const from = db.get(schemeById, { id: group.scheme_id })?.version ?? scheme.version;
  const { version: to, version_reason: reason } = scheme;
  return group.scheme_id === scheme.id ? null : { from, to, reason };
}

function marksToCopy(
  db: ReadStore,
  group: GroupRow,
  { scheme, existing }: Wanted,
  objects: ReadonlyMap<number, GroupObjectRow>,
): CopiedGroup['marks'] {
  const kin = db.all(kinOfScheme, { schemeId: scheme.id });
  const successors = successorsOf(db.all(kinOfScheme, { schemeId: group.scheme_id }), kin);
  const names = new Map(kin.map((indicator) => [indicator.uid, indicatorName(indicator)]));
  return marksOfGroup(db, group.id).flatMap(({ objectId, organizationId, indicatorUid, reason }) => {
    const object = objects.get(objectId);
    const indicator = names.get(successors.get(indicatorUid) ?? '');
    if (object === undefined || indicator === undefined || !existing.has(organizationId)) return [];
    return [{ organizationUid: object.organizationUid, object: object.shortName, indicator, reason }];
  });
}
