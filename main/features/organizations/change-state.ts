import { paperDay } from '#shared/calendar/days.ts';
import { planChange } from '#shared/rules/organizations/change.ts';
import { stateNear } from '#shared/rules/organizations/history.ts';
import { AppError } from '#shared/errors.ts';
import { sameValue } from '#main/core/patch.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { contentColumns, insertState, type OrganizationState, statesOf } from './states.ts';

type StateContent = Pick<OrganizationState, 'name' | 'shortName' | 'parentId' | 'order' | 'marks'>;

export interface How {
  /** Day of the 变更; null: a 更正 of the row that holds today. */
  from: string | null;
  today: string;
  document: string;
  note?: string;
}

/**
 * Edits one organization in either way; leaves checking of the histories to the caller.
 * @returns its name before, or null where nothing had to be changed
 */
export function changeState(
  db: WriteStore,
  organizationId: number,
  how: How,
  edit: (state: OrganizationState) => Partial<StateContent>,
): string | null {
  const states = statesOf(db, organizationId);
  if (how.from === null) {
    const state = stateNear(states, how.today);
    if (state === undefined) throw new AppError('notFound', { what: '该机构' });
    const edited = { ...state, ...edit(state) };
    if (sameValue(edited, state)) return null;
    db.update('organization_state', state.id, contentColumns(edited));
    return state.name;
  }
  const plan = planChange(states, how.from);
  if (plan === undefined) {
    const name = stateNear(states, how.from)?.name ?? '该机构';
    throw new AppError('refused', { reason: `“${name}”在${paperDay(how.from)}不存在，不能从这天起变更。` });
  }
  const before = plan.kind === 'amend' ? plan.state : plan.closed;
  const edited = { ...before, ...edit(before), document: how.document, note: how.note ?? '' };
  if (sameValue({ ...edited, document: before.document, note: before.note }, before)) return null;
  if (plan.kind === 'amend') {
    const { document, note } = edited;
    db.update('organization_state', before.id, { ...contentColumns(edited), document, note });
  } else {
    db.update('organization_state', before.id, { last_day: plan.closedLastDay });
    insertState(db, { ...edited, firstDay: plan.firstDay, lastDay: plan.lastDay });
  }
  return before.name;
}
