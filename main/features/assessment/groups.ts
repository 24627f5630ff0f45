import type { assessment as contract } from '#shared/contract/assessment.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { openOnly, requireGroup, requireOpenPeriod } from './load-group.ts';
import { groupsOfPeriod, objectsOfGroup, organizationByUid, schemeByUid } from './queries.ts';

type Names = 'addGroup' | 'removeGroup' | 'setObjects';

interface NewGroup {
  name: string;
  schemeUid: string;
  organizationUids: readonly string[];
}

/** Groups of an open period and who is assessed in them. */
export const groupHandlers: Pick<Handlers<typeof contract>, Names> = {
  addGroup({ periodUid, ...group }, { db, summarize }) {
    const period = requireOpenPeriod(db, periodUid);
    const groups = db.all(groupsOfPeriod, { periodId: period.id });
    refuseTakenName(group.name, groups);
    const position = Math.max(0, ...groups.map((other) => other.position)) + 1;
    addGroupRows(db, period.id, position, [group]);
    summarize(`${period.title} ${group.name}`);
    const added = db.all(groupsOfPeriod, { periodId: period.id }).find(({ name }) => name === group.name);
    if (added === undefined) throw new Error('the new group is not there');
    return { uid: added.uid };
  },

  removeGroup({ uid }, { db, summarize }) {
    const { row, period } = requireGroup(db, uid);
    openOnly(period);
    if (db.all(groupsOfPeriod, { periodId: period.id }).length === 1) {
      throw new AppError('refused', { reason: '考核期至少要有一个考核组；不再需要时请删除整个考核期。' });
    }
    db.remove('assessment_group', row.id);
    summarize(`${period.title} ${row.name}`);
    return { uid };
  },

  setObjects({ groupUid, organizationUids, seenUids }, { db, summarize }) {
    const { row, period } = requireGroup(db, groupUid);
    openOnly(period);
    const objects = db.all(objectsOfGroup, { groupId: row.id });
    const uids = uponOthers(
      objects.map(({ organization_uid }) => organization_uid),
      { seen: seenUids, wanted: organizationUids },
    );
    const wanted = organizationIds(db, uids, row.applies_to);
    const present = new Map(objects.map(({ id, organization_id }) => [organization_id, id]));
    const gone = [...present].filter(([organizationId]) => !wanted.includes(organizationId));
    for (const [, id] of gone) db.remove('assessment_object', id);
    let added = 0;
    wanted.forEach((organizationId, index) => {
      const id = present.get(organizationId);
      if (id === undefined) {
        insertObject(db, row.id, organizationId, index + 1);
        added += 1;
      } else db.update('assessment_object', id, { position: index + 1 });
    });
    summarize(`${row.name} 增${added}个、减${gone.length}个`);
    return { added, removed: gone.length };
  },
};

/**
 * What was chosen, put upon what another window did since choosing began: whom it added is still assessed, whom it
 * removed is not.
 * @throws AppError refused where nobody would be left
 */
function uponOthers(
  present: readonly string[],
  { seen, wanted }: { seen: readonly string[]; wanted: readonly string[] },
): string[] {
  const kept = wanted.filter((uid) => present.includes(uid) || !seen.includes(uid));
  const added = present.filter((uid) => !seen.includes(uid) && !wanted.includes(uid));
  if (kept.length + added.length === 0) {
    throw new AppError('refused', {
      reason: '选中的单位刚被别的窗口去掉，一组至少要有一个单位。请关闭后重新打开，再选一次。',
    });
  }
  return [...kept, ...added];
}

/** @param position of the first one; the others follow */
export function addGroupRows(
  db: WriteStore,
  periodId: number,
  position: number,
  groups: readonly NewGroup[],
): void {
  groups.forEach((group, index) => {
    refuseTakenName(group.name, groups.slice(0, index));
    const scheme = db.get(schemeByUid, { uid: group.schemeUid });
    if (scheme === undefined) throw new AppError('notFound', { what: '考核方案' });
    if (scheme.status === 'draft') {
      throw new AppError('refused', { reason: `考核方案“${scheme.title}”还是草稿，请先施行再用于考核。` });
    }
    const groupId = db.insert('assessment_group', {
      period_id: periodId,
      scheme_id: scheme.id,
      name: group.name,
      position: position + index,
    });
    organizationIds(db, group.organizationUids, scheme.applies_to).forEach((organizationId, place) => {
      insertObject(db, groupId, organizationId, place + 1);
    });
  });
}

function insertObject(db: WriteStore, groupId: number, organizationId: number, position: number): void {
  db.insert('assessment_object', { group_id: groupId, organization_id: organizationId, position });
}

function organizationIds(db: ReadStore, uids: readonly string[], level: string): number[] {
  return [...new Set(uids)].map((uid) => {
    const organization = db.get(organizationByUid, { uid });
    if (organization === undefined) throw new AppError('notFound', { what: '被考评单位' });
    if (organization.level !== level) {
      throw new AppError('badInput', { detail: '所选单位的级别与考核方案适用的对象不一致' });
    }
    return organization.id;
  });
}

function refuseTakenName(name: string, groups: readonly { name: string }[]): void {
  if (groups.some((group) => group.name === name)) {
    throw new AppError('duplicate', { what: '考核组', value: name });
  }
}
