import {
  type Collection,
  type CollectionDetail,
  type CollectionUnit,
  type UnitState,
  unitStates,
} from '#shared/contract/collections.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { originName, type Sources } from './origins.ts';
import {
  allCollections,
  type CollectionRow,
  type StandingRow,
  standingOf,
  standingOfAll,
} from './queries.ts';
import { definitionOf, originOf, requireCollection } from './rows.ts';

const stateOfReturn = { correct: 'returned', mustCorrect: 'mustCorrect', merged: 'merged' } as const;

export function listCollections(sources: Sources, { db }: Pick<ReadContext, 'db'>): Collection[] {
  const units = Map.groupBy(db.all(standingOfAll), ({ collection_id }) => collection_id);
  return db.all(allCollections).map((row) => toCollection(row, units.get(row.id) ?? [], sources));
}

export function collectionBoard(
  uid: string,
  sources: Sources,
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
): CollectionDetail {
  const row = requireCollection(db, uid);
  const standing = db.all(standingOf, { collectionId: row.id });
  const units = standing.map((unit) => toUnit(unit, row, today));
  return {
    ...toCollection(row, standing, sources),
    instruction: row.instruction,
    definition: definitionOf(row),
    units: units.toSorted((one, other) => Number(other.isLate) - Number(one.isLate)),
  };
}

function toCollection(row: CollectionRow, units: readonly StandingRow[], sources: Sources): Collection {
  const origin = originOf(row);
  const states = units.map(stateOf);
  const count = (state: UnitState) => states.filter((each) => each === state).length;
  return {
    uid: row.uid,
    title: row.title,
    origin,
    originName: originName(origin, sources),
    dueOn: row.due_on,
    closedOn: row.closed_on,
    createdAt: row.created_at,
    createdBy: row.created_by,
    counts: Object.fromEntries(unitStates.map((state) => [state, count(state)])) as Collection['counts'],
  };
}

export function stateOf({ return_state, handed_on }: StandingRow): UnitState {
  if (return_state !== null && return_state !== 'replaced') return stateOfReturn[return_state];
  return handed_on === null ? 'notHanded' : 'handedOut';
}

function toUnit(row: StandingRow, { due_on, closed_on }: CollectionRow, today: string): CollectionUnit {
  const state = stateOf(row);
  const { return_uid, file_name, received_at, received_by, problems } = row;
  const isThere = return_uid !== null && file_name !== null && received_at !== null && received_by !== null;
  return {
    uid: row.uid,
    organizationUid: row.organization_uid,
    name: row.name,
    version: row.version,
    givenRows: row.given_rows,
    handedOn: row.handed_on,
    state,
    isLate: closed_on === null && due_on < today && state !== 'returned' && state !== 'merged',
    returned: isThere
      ? {
          uid: return_uid,
          fileName: file_name,
          receivedAt: received_at,
          receivedBy: received_by,
          problems: problems ?? 0,
        }
      : null,
  };
}
