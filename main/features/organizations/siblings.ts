import { ORDER_STEP, ordersBetween } from '#shared/rules/organizations/order.ts';
import { covers } from '#shared/rules/organizations/history.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { type OrganizationState, statesUnder } from './states.ts';

function siblingsOn(
  db: ReadStore,
  parentId: number,
  day: string,
  without: ReadonlySet<number>,
): OrganizationState[] {
  return statesUnder(db, parentId).filter(
    (state) => covers(state, day) && !without.has(state.organizationId),
  );
}

/** Behind which sibling: its local id, null for the front, `last` for the end. */
export type Place = number | 'last' | null;

/**
 * Orders for `count` organizations that come to stand behind a sibling; where there is no room left, all siblings
 * of that day are numbered anew first.
 * @param moved local ids of those that are only changing place
 */
export function ordersAt(
  db: WriteStore,
  parentId: number,
  place: Place,
  count: number,
  on: { day: string; moved: ReadonlySet<number> },
): number[] {
  const siblings = siblingsOn(db, parentId, on.day, on.moved);
  const orders = ordersBehind(siblings, place, count);
  if (orders !== null) return orders;
  const renumbered = siblings.map((state, index) => ({
    ...state,
    order: (index + 1) * ORDER_STEP * (count + 1),
  }));
  for (const state of renumbered) db.update('organization_state', state.id, { protocol_order: state.order });
  return ordersBehind(renumbered, place, count) ?? [];
}

function ordersBehind(siblings: readonly OrganizationState[], place: Place, count: number): number[] | null {
  const last = siblings.length - 1;
  const found = siblings.findIndex((state) => state.organizationId === place);
  const index = place === null ? -1 : found === -1 ? last : found;
  return ordersBetween(siblings[index]?.order ?? null, siblings[index + 1]?.order ?? null, count);
}

/** Everything that ever stood below, deepest first. */
export function everBelow(db: ReadStore, organizationId: number): number[] {
  const children = [...new Set(statesUnder(db, organizationId).map((state) => state.organizationId))];
  return children.flatMap((child) => [...everBelow(db, child), child]);
}

/** Those that stand below on a day, deepest first. */
export function belowOn(db: ReadStore, organizationId: number, day: string): number[] {
  const children = siblingsOn(db, organizationId, day, new Set());
  return children.flatMap(({ organizationId: child }) => [...belowOn(db, child, day), child]);
}
