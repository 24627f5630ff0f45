import { neighbourShifts, planRemoval } from '#shared/rules/organizations/change.ts';
import { AppError } from '#shared/errors.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { changeState } from './change-state.ts';
import { requireKnownMarks } from './marks.ts';
import { organizationById, stateByUid } from './queries.ts';
import {
  contentColumns,
  type OrganizationState,
  requireOrganization,
  requireStateOn,
  statesOf,
  toState,
} from './states.ts';
import { requireValid } from './validity.ts';

/** What a page may set; the parent goes by its uid. */
type Changeable = { name: string; shortName: string; parentUid: string | null; marks: string[] };
type Correctable = Changeable & { firstDay: string; lastDay: string | null; document: string; note: string };

/** zod leaves fields out that were not given, but its type allows undefined. */
type Given<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined };

interface Patch<Fields> {
  uid: string;
  base: Given<Fields>;
  set: Given<Fields>;
}

/** 更正: the row was always meant so. The city's own row has no parent to be corrected. */
export function correct(
  { uid, base, set }: Patch<Correctable>,
  { db, summarize }: WriteContext,
): { uid: string } {
  const state = requireState(db, uid);
  const changes = decidePatch<Correctable>(pageFields(db, state), given(base), given(set));
  requireKnownMarks(db, changes.marks ?? []);
  const { parentUid, ...others } = changes;
  const edited = { ...state, ...others, ...parentOf(db, parentUid) };
  const states = statesOf(db, state.organizationId);
  const own = states.find((each) => each.id === state.id) ?? state;
  for (const shift of neighbourShifts(states, own, edited)) {
    db.update('organization_state', shift.state.id, { first_day: shift.firstDay, last_day: shift.lastDay });
  }
  db.update('organization_state', state.id, {
    ...contentColumns(edited),
    first_day: edited.firstDay,
    last_day: edited.lastDay,
    document: edited.document,
    note: edited.note,
  });
  requireValid(db, [state.organizationId]);
  summarize(edited.name === state.name ? state.name : `${state.name} → ${edited.name}`);
  return { uid };
}

interface ChangeInput extends Patch<Changeable> {
  from: string;
  document: string;
  note: string;
}

/** 变更 from a day: closes the row the day before and opens a new one. */
export function change(input: ChangeInput, { db, today, summarize }: WriteContext): { uid: string } {
  const { uid, base, set, from, document, note } = input;
  const { id } = requireOrganization(db, uid);
  const state = requireStateOn(db, id, from);
  const changes = decidePatch<Changeable>(pageFields(db, state), given(base), given(set));
  requireKnownMarks(db, changes.marks ?? []);
  const { parentUid, ...others } = changes;
  const edit = { ...others, ...parentOf(db, parentUid) };
  const done = changeState(db, id, { from, today, document, note }, () => edit);
  if (done === null) throw new AppError('refused', { reason: '没有要变更的内容。' });
  requireValid(db, [id]);
  summarize(
    changes.name === undefined ? `${state.name}，自 ${from}` : `${state.name} → ${changes.name}，自 ${from}`,
  );
  return { uid };
}

/** As if that 变更 had never been. */
export function removeState({ uid }: { uid: string }, { db, summarize }: WriteContext): { uid: string } {
  const state = requireState(db, uid);
  const states = statesOf(db, state.organizationId);
  const own = states.find((each) => each.id === state.id) ?? state;
  const plan = planRemoval(states, own);
  if (plan === undefined)
    throw new AppError('refused', { reason: '这是唯一的一条记录；要去掉整个机构，请用“删除”。' });
  db.remove('organization_state', state.id);
  if (plan !== null) {
    db.update('organization_state', plan.state.id, { first_day: plan.firstDay, last_day: plan.lastDay });
  }
  requireValid(db, [state.organizationId]);
  summarize(`${state.name}，自 ${state.firstDay}`);
  return { uid };
}

function requireState(db: ReadStore, uid: string): OrganizationState {
  const row = db.get(stateByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这条记录' });
  return toState(row);
}

function pageFields(db: ReadStore, state: OrganizationState): Correctable {
  const parent = state.parentId === null ? undefined : db.get(organizationById, { id: state.parentId });
  return {
    name: state.name,
    shortName: state.shortName,
    parentUid: parent?.uid ?? null,
    marks: [...state.marks],
    firstDay: state.firstDay,
    lastDay: state.lastDay,
    document: state.document,
    note: state.note,
  };
}

function parentOf(db: ReadStore, uid: string | null | undefined): { parentId?: number } {
  return uid === undefined || uid === null ? {} : { parentId: requireOrganization(db, uid).id };
}

function given<Fields extends object>(fields: Given<Fields>): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Fields>;
}
