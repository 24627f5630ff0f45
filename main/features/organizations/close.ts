import { paperDay } from '#shared/calendar/days.ts';
import { planClose } from '#shared/rules/organizations/change.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { shortList } from './short-list.ts';
import { organizationById, otherUse, periodsOfOrganization, successionsOf } from './queries.ts';
import { belowOn, everBelow } from './siblings.ts';
import { nameNear, requireById, requireOrganization, statesOf, statesUnder } from './states.ts';
import { requireValid } from './validity.ts';

interface CloseInput {
  uids: string[];
  from: string;
  document: string;
  withDescendants: boolean;
}

export function close(input: CloseInput, { db, today, summarize }: WriteContext): { closed: number } {
  const { from, document, withDescendants } = input;
  const chosen = input.uids.map((uid) => requireClosable(db, uid));
  const below = withDescendants ? chosen.flatMap((id) => belowOn(db, id, from)) : [];
  const ids = [...new Set([...below, ...chosen])];
  for (const id of ids) closeOne(db, id, from, document);
  requireValid(db, ids);
  summarize(`${shortList(chosen.map((id) => nameNear(db, id, today)))}，自 ${from}`);
  return { closed: ids.length };
}

/** Ends the history the day before; leaves checking to the caller. @throws AppError refused */
export function closeOne(db: WriteStore, id: number, from: string, document: string): void {
  const plan = planClose(statesOf(db, id), from);
  if (plan.kind === 'close') {
    const { state, lastDay } = plan;
    const note = [state.note, document === '' ? '' : `撤销依据：${document}`]
      .filter((part) => part !== '')
      .join('；');
    db.update('organization_state', state.id, { last_day: lastDay, note });
    return;
  }
  const name = nameNear(db, id, from);
  const reasons = {
    absent: `“${name}”在${paperDay(from)}已不存在，请换一个日期。`,
    never: `“${name}”正是从${paperDay(from)}开始的；如果是录错了，请用“删除”。`,
    later: `“${name}”在${paperDay(from)}之后还有记录，请先删除以后的变更。`,
  };
  throw new AppError('refused', { reason: reasons[plan.because] });
}

interface RemoveInput {
  uids: string[];
  withDescendants: boolean;
}

/** For what was entered by mistake: as if it had never been. */
export function remove(input: RemoveInput, { db, today, summarize }: WriteContext): { removed: number } {
  const chosen = input.uids.map((uid) => requireClosable(db, uid));
  const below = input.withDescendants ? chosen.flatMap((id) => everBelow(db, id)) : [];
  const ids = [...new Set([...below, ...chosen])];
  const names = chosen.map((id) => nameNear(db, id, today));
  // What was chosen may stand below another chosen one: whatever stands deeper goes first.
  for (const id of deepestFirst(db, ids)) {
    refuseUsed(db, id, today);
    for (const state of statesOf(db, id)) db.remove('organization_state', state.id);
    db.remove('organization', id);
  }
  summarize(shortList(names));
  return { removed: ids.length };
}

function deepestFirst(db: ReadStore, ids: readonly number[]): number[] {
  const depth = { city: 0, county: 1, township: 2, village: 3, memberUnit: 3 };
  const depthOf = (id: number) => depth[db.get(organizationById, { id })?.level ?? 'city'];
  return ids.toSorted((one, other) => depthOf(other) - depthOf(one));
}

function refuseUsed(db: ReadStore, id: number, today: string): void {
  const what = `“${nameNear(db, id, today)}”`;
  const period = db.get(periodsOfOrganization, { id });
  if (period !== undefined) throw new AppError('inUse', { what, by: `考核期“${period.title}”` });
  const child = statesUnder(db, id)[0];
  if (child !== undefined) throw new AppError('inUse', { what, by: `下级“${child.name}”` });
  const use = db.get(otherUse, { id });
  if (use !== undefined) throw new AppError('inUse', { what, by: use.name });
  if (db.get(successionsOf, { id }) !== undefined) throw new AppError('inUse', { what, by: '合并拆分记录' });
}

function requireClosable(db: ReadStore, uid: string): number {
  const { id } = requireOrganization(db, uid);
  if (requireById(db, id).level === 'city')
    throw new AppError('refused', { reason: '本市是机构树的根，不能撤销或删除。' });
  return id;
}
