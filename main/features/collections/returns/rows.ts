import { AppError } from '#shared/errors.ts';
import type { ReturnedRow, ReturnProblem } from '#shared/rules/collections/returns/model.ts';
import type { AskedCollection } from '#shared/rules/collections/returns/recognize.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { definitionDigest } from '../digest.ts';
import { allCollections, unitsOfCollection } from '../queries.ts';
import { definitionOf, givenRowsOf, requireCollection } from '../rows.ts';
import { returnByUid, type ReturnRow } from './queries.ts';

/** What was asked, as returned tables are held against it. @throws AppError notFound */
export function askedCollection(db: ReadStore, uid: string, today: string): AskedCollection {
  const collection = requireCollection(db, uid);
  const definition = definitionOf(collection);
  return {
    uid,
    definition,
    digest: definitionDigest(definition),
    units: db.all(unitsOfCollection, { collectionId: collection.id }).map((unit) => ({
      uid: unit.uid,
      organizationUid: unit.organization_uid,
      name: unit.name,
      version: unit.version,
      // Read when its table is: those of all units together take more memory than their tables.
      get given() {
        return givenRowsOf(unit);
      },
    })),
    today,
    others: new Map(db.all(allCollections).map((other) => [other.uid, other.title])),
  };
}

/** Written by our own reading, in this form. */
export function saidOf({ said }: Pick<ReturnRow, 'said'>): ReturnedRow[] {
  return JSON.parse(said) as ReturnedRow[];
}

/** Written by our own reading, in this form. */
export function problemsOf({ problems }: Pick<ReturnRow, 'problems'>): ReturnProblem[] {
  return JSON.parse(problems) as ReturnProblem[];
}

/** @throws AppError notFound */
export function requireReturn(db: ReadStore, uid: string): ReturnRow {
  const row = db.get(returnByUid, { uid });
  if (row === undefined) throw new AppError('notFound', { what: '交回的这张表' });
  return row;
}
