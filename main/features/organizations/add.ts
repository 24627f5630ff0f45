import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { BEFORE_RECORDS, existsSince } from '#shared/rules/organizations/history.ts';
import { siblingShortNames } from '#shared/rules/organizations/default-short-name.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { requireKnownMarks } from './marks.ts';
import { shortList } from './short-list.ts';
import { ordersAt, type Place } from './siblings.ts';
import { insertState, requireById, requireOrganization, statesOf } from './states.ts';
import { requireValid } from './validity.ts';

export interface NewOrganization {
  level: OrganizationLevel;
  parentId: number;
  name: string;
  /** Empty: the usual short form. */
  shortName: string;
  marks: readonly string[];
  code: string | null;
}

interface Adding {
  /** First day; null: as long as the parent is known to exist. */
  from: string | null;
  document: string;
  place: Place;
  today: string;
}

interface AddInput {
  items: { level: OrganizationLevel; parentUid: string; name: string; shortName: string; marks: string[] }[];
  from: string | null;
  document: string;
  afterUid: string | null;
}

export function addOrganizations(
  input: AddInput,
  { db, today, summarize }: WriteContext,
): { uids: string[] } {
  requireKnownMarks(
    db,
    input.items.flatMap((item) => item.marks),
  );
  const items = input.items.map(({ parentUid, ...item }) => ({
    ...item,
    parentId: requireOrganization(db, parentUid).id,
    code: null,
  }));
  const place = input.afterUid === null ? 'last' : requireOrganization(db, input.afterUid).id;
  const ids = insertAll(db, items, { from: input.from, document: input.document, place, today });
  requireValid(db, ids);
  summarize(shortList(input.items.map((item) => item.name)));
  return { uids: ids.map((id) => requireById(db, id).uid) };
}

/** Enters organizations without checking their histories. @returns local ids in the given order */
export function insertAll(db: WriteStore, items: readonly NewOrganization[], adding: Adding): number[] {
  const ids = new Map<NewOrganization, number>();
  for (const [parentId, children] of byParentAndLevel(items)) {
    const on = { day: adding.from ?? adding.today, moved: new Set<number>() };
    const orders = ordersAt(db, parentId, adding.place, children.length, on);
    const firstDay = adding.from ?? existsSince(statesOf(db, parentId), adding.today) ?? BEFORE_RECORDS;
    const shortNames = siblingShortNames(
      children.map((child) => child.name),
      children[0]?.level ?? 'village',
    );
    for (const [index, child] of children.entries()) {
      const organizationId = db.insert('organization', { level: child.level, code: child.code });
      ids.set(child, organizationId);
      insertState(db, {
        organizationId,
        firstDay,
        lastDay: null,
        name: child.name,
        shortName: child.shortName === '' ? (shortNames[index] ?? child.name) : child.shortName,
        parentId,
        order: orders[index] ?? 0,
        marks: child.marks,
        document: adding.document,
        note: '',
      });
    }
  }
  return items.map((item) => ids.get(item) ?? 0);
}

function byParentAndLevel(items: readonly NewOrganization[]): [number, NewOrganization[]][] {
  const groups = Map.groupBy(items, (item) => `${item.parentId} ${item.level}`);
  return [...groups.values()].map((children) => [children[0]?.parentId ?? 0, children]);
}
