import { firstUncovered, overlappingPair, rangesOverlap } from '#shared/rules/organizations/history.ts';
import { levelNames, mayStandUnder } from '#shared/rules/organizations/levels.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type OrganizationRow, statesWithName } from './queries.ts';
import { nameNear, type OrganizationState, requireById, statesOf, statesUnder, toState } from './states.ts';

/**
 * Every write ends here: the histories it touched must still make sense together.
 * - no two rows of one organization hold on the same day;
 * - on each of its days it stands under one of the right level that exists then;
 * - no two of a level and name stand under one parent on the same day;
 * - whatever stands under it does so only while it exists.
 * Circles cannot arise, because a level stands only under a higher one.
 * @throws AppError refused or duplicate, in words that name organization and day
 */
export function requireValid(db: ReadStore, organizationIds: Iterable<number>): void {
  for (const id of new Set(organizationIds)) {
    const organization = requireById(db, id);
    const states = statesOf(db, id);
    requireDistinctDays(states);
    for (const state of states) {
      if (organization.level === 'city') continue;
      requireParent(db, organization, state);
      refuseNamesake(db, organization, state);
    }
    requireChildrenInside(db, id, states);
  }
}

function requireDistinctDays(states: readonly OrganizationState[]): void {
  for (const { name, firstDay, lastDay } of states) {
    if (lastDay !== null && lastDay < firstDay) refuse(`“${name}”的结束日期早于开始日期，请改正。`);
  }
  const pair = overlappingPair(states);
  if (pair === undefined) return;
  refuse(`“${pair[1].name}”自${paperDay(pair[1].firstDay)}起与前一条记录的日期重叠，请先改正起止日期。`);
}

function requireParent(db: ReadStore, { level }: OrganizationRow, state: OrganizationState): void {
  if (state.parentId === null) refuse(`请为“${state.name}”选择上级。`);
  const parent = requireById(db, state.parentId);
  if (!mayStandUnder(level, parent.level)) {
    const parentName = nameNear(db, parent.id, state.firstDay);
    refuse(
      `${levelNames[level]}“${state.name}”不能放在${levelNames[parent.level]}“${parentName}”之下，请换一个上级。`,
    );
  }
  const missing = firstUncovered(statesOf(db, parent.id), state);
  if (missing === null) return;
  const parentName = nameNear(db, parent.id, missing);
  refuse(`“${state.name}”的上级“${parentName}”在${paperDay(missing)}不存在，请改日期或换一个上级。`);
}

function refuseNamesake(db: ReadStore, { id, level }: OrganizationRow, state: OrganizationState): void {
  const namesakes = db.all(statesWithName, { parentId: state.parentId ?? 0, name: state.name }).map(toState);
  const clash = namesakes.some(
    (other) =>
      other.organizationId !== id &&
      rangesOverlap(other, state) &&
      requireById(db, other.organizationId).level === level,
  );
  if (clash) throw new AppError('duplicate', { what: `${levelNames[level]}名称`, value: state.name });
}

function requireChildrenInside(db: ReadStore, id: number, states: readonly OrganizationState[]): void {
  for (const child of statesUnder(db, id)) {
    const missing = firstUncovered(states, child);
    if (missing === null) continue;
    const name = nameNear(db, id, missing);
    refuse(`“${name}”在${paperDay(missing)}还有下级“${child.name}”，请先移走或一并撤销下级。`);
  }
}

function refuse(reason: string): never {
  throw new AppError('refused', { reason });
}
