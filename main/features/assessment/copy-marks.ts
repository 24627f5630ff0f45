import { packEntry } from '#shared/rules/assessment/pack-entry.ts';
import { successorsOf } from '#shared/rules/schemes/kin.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireGroup } from './load-group.ts';
import { marksOfGroup } from './marks.ts';
import { loadObjects } from './objects.ts';
import { type GroupRow, groupsOfPeriod, kinOfScheme, objectsOfGroup, type PeriodRow } from './queries.ts';
import { loadScheme } from './scheme.ts';

/** Takes 不适用 over into the groups of a new period that name an earlier one. */
export function copyMarks(
  db: WriteStore,
  period: PeriodRow,
  groups: readonly { name: string; marksFrom?: string | undefined }[],
): void {
  const added = new Map(db.all(groupsOfPeriod, { periodId: period.id }).map((group) => [group.name, group]));
  for (const { name, marksFrom } of groups) {
    const to = added.get(name);
    if (to !== undefined && marksFrom !== undefined)
      copyBetween(db, period, requireGroup(db, marksFrom).row, to);
  }
}

function copyBetween(db: WriteStore, period: PeriodRow, from: GroupRow, to: GroupRow): void {
  const kin = db.all(kinOfScheme, { schemeId: to.scheme_id });
  const successors = successorsOf(db.all(kinOfScheme, { schemeId: from.scheme_id }), kin);
  const indicatorIds = new Map(kin.map(({ uid, id }) => [uid, id]));
  const objectIds = new Map(
    db.all(objectsOfGroup, { groupId: to.id }).map((row) => [row.organization_id, row.id]),
  );
  const { indicators } = loadScheme(db, to.scheme_id);
  const objects = loadObjects(db, to.id, period.last_day, indicators);
  const leftOut = new Map(objects.map(({ id, inapplicable }) => [id, new Set(inapplicable)]));
  for (const { organizationId, indicatorUid, reason } of marksOfGroup(db, from.id)) {
    const objectId = objectIds.get(organizationId);
    const successor = successors.get(indicatorUid) ?? '';
    const indicatorId = indicatorIds.get(successor);
    if (objectId === undefined || indicatorId === undefined) continue;
    // What the scheme leaves out for this object by itself is not scored at all.
    if (leftOut.get(objectId)?.has(successor) === true) continue;
    const entry = packEntry({ direct: null, inputs: {}, notApplicable: true, reason });
    db.insert('score', { object_id: objectId, indicator_id: indicatorId, stage: 'checked', entry });
  }
}
