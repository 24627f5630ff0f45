import { stateNear, stateOn } from '#shared/rules/organizations/history.ts';
import { AppError } from '#shared/errors.ts';
import { paperDay } from '#shared/calendar/days.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import {
  organizationById,
  organizationByUid,
  type OrganizationRow,
  type StateRow,
  statesBelow,
  statesOfOrganization,
} from './queries.ts';

/** One row of an organization's history, as the rules read it. */
export interface OrganizationState {
  readonly id: number;
  readonly uid: string;
  readonly organizationId: number;
  readonly firstDay: string;
  readonly lastDay: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: number | null;
  readonly order: number;
  readonly marks: readonly string[];
  readonly document: string;
  readonly note: string;
}

type NewState = Omit<OrganizationState, 'id' | 'uid'>;

export function toState(row: StateRow): OrganizationState {
  return {
    id: row.id,
    uid: row.uid,
    organizationId: row.organization_id,
    firstDay: row.first_day,
    lastDay: row.last_day,
    name: row.name,
    shortName: row.short_name,
    parentId: row.parent_id,
    order: row.protocol_order,
    marks: readMarks(row.marks),
    document: row.document,
    note: row.note,
  };
}

export function readMarks(json: string): string[] {
  // Nearly every organization has none; thousands of rows are read at once.
  if (json === '[]') return [];
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) ? value.filter((mark) => typeof mark === 'string') : [];
}

/** The whole history, oldest first. */
export function statesOf(db: ReadStore, organizationId: number): OrganizationState[] {
  return db.all(statesOfOrganization, { id: organizationId }).map(toState);
}

/** Every row of any organization that names this one as its parent, on whatever days. */
export function statesUnder(db: ReadStore, parentId: number): OrganizationState[] {
  return db.all(statesBelow, { parentId }).map(toState);
}

/** @throws AppError notFound */
export function requireOrganization(db: ReadStore, uid: string): OrganizationRow {
  const row = db.get(organizationByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '该机构' });
  return row;
}

/** @throws AppError notFound */
export function requireById(db: ReadStore, id: number): OrganizationRow {
  const row = db.get(organizationById, { id });
  if (row === undefined) throw new AppError('notFound', { what: '该机构' });
  return row;
}

/** @throws AppError refused where the organization does not exist on that day */
export function requireStateOn(db: ReadStore, organizationId: number, day: string): OrganizationState {
  const states = statesOf(db, organizationId);
  const state = stateOn(states, day);
  if (state !== undefined) return state;
  const name = stateNear(states, day)?.name ?? '该机构';
  throw new AppError('refused', { reason: `“${name}”在${paperDay(day)}不存在，请换一个日期。` });
}

/** What a clerk calls it on any day. */
export function nameNear(db: ReadStore, organizationId: number, day: string): string {
  return stateNear(statesOf(db, organizationId), day)?.name ?? '该机构';
}

export function insertState(db: WriteStore, state: NewState): void {
  db.insert('organization_state', columnsOfState(state));
}

export function columnsOfState(state: NewState): RowValues {
  return {
    organization_id: state.organizationId,
    first_day: state.firstDay,
    last_day: state.lastDay,
    ...contentColumns(state),
    document: state.document,
    note: state.note,
  };
}

/** Columns of what an organization is called and where it belongs. */
export function contentColumns(state: Pick<NewState, 'name' | 'shortName' | 'parentId' | 'order' | 'marks'>) {
  return {
    name: state.name,
    short_name: state.shortName,
    parent_id: state.parentId,
    protocol_order: state.order,
    marks: JSON.stringify(state.marks),
  };
}
