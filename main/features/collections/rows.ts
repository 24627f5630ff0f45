import { definitionSchema, originSchema } from '#shared/contract/collections.ts';
import { AppError } from '#shared/errors.ts';
import type {
  CollectionDefinition,
  CollectionOrigin,
  GivenRow,
} from '#shared/rules/collections/definition.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { collectionByUid, type CollectionRow, type UnitRow, unitsOfCollection } from './queries.ts';

/** @throws AppError notFound */
export function requireCollection(db: ReadStore, uid: string): CollectionRow {
  const row = db.get(collectionByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '这次下发收集' });
  return row;
}

/** In their order. @throws AppError notFound */
export function requireUnits(db: ReadStore, { id }: CollectionRow, uids: readonly string[]): UnitRow[] {
  const wanted = new Set(uids);
  const units = db.all(unitsOfCollection, { collectionId: id }).filter(({ uid }) => wanted.has(uid));
  if (units.length < wanted.size) throw new AppError('notFound', { what: '所选的单位' });
  return units;
}

export function originOf({ origin }: Pick<CollectionRow, 'origin'>): CollectionOrigin {
  return originSchema.parse(JSON.parse(origin));
}

export function definitionOf({ definition }: Pick<CollectionRow, 'definition'>): CollectionDefinition {
  return definitionSchema.parse(JSON.parse(definition));
}

/** Written by our own handing out, in this form: hundreds of units have a hundred rows each. */
export function givenRowsOf({ given }: Pick<UnitRow, 'given'>): GivenRow[] {
  return JSON.parse(given) as GivenRow[];
}
