import type { WriteContext } from '#main/core/handlers.ts';
import { shortList } from './short-list.ts';
import { changeState } from './change-state.ts';
import { ordersAt } from './siblings.ts';
import { nameNear, requireOrganization } from './states.ts';
import { requireValid } from './validity.ts';

interface MoveInput {
  uids: string[];
  parentUid: string;
  after: string | null;
  from: string | null;
  document: string;
}

/** Within its siblings this is a matter of order only; below another parent it is a 更正 or a 变更 of where it belongs. */
export function move(input: MoveInput, { db, today, summarize }: WriteContext): { moved: number } {
  const parent = requireOrganization(db, input.parentUid);
  const ids = input.uids.map((uid) => requireOrganization(db, uid).id);
  const place =
    input.after === null || input.after === 'last' ? input.after : requireOrganization(db, input.after).id;
  const day = input.from ?? today;
  const orders = ordersAt(db, parent.id, place, ids.length, { day, moved: new Set(ids) });
  const moved: string[] = [];
  for (const [index, id] of ids.entries()) {
    const to = { parentId: parent.id, order: orders[index] ?? 0 };
    const name = changeState(db, id, { from: input.from, today, document: input.document }, () => to);
    if (name !== null) moved.push(name);
  }
  requireValid(db, ids);
  summarize(`${shortList(moved)} → ${nameNear(db, parent.id, day)}`);
  return { moved: moved.length };
}
