import type { RowValues } from '#shared/rules/collections/definition.ts';
import type { MergeRow } from '#shared/rules/collections/merge/model.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { Row } from '#main/core/store/query.ts';
import { sameValue } from '#main/core/patch.ts';
import { type mergedColumns, mergedRows } from '../queries.ts';
import type { LoadedMerge } from './load.ts';

type KeptRow = Row<typeof mergedColumns>;

/** What is to be stored: of given rows row by row, of each unit's own all of them. */
export interface Wanted {
  given: ReadonlyMap<MergeRow, RowValues>;
  /** By the unit's uid. */
  own: ReadonlyMap<string, readonly RowValues[]>;
}

/** A table of the clerk's own stays in its collection. @returns how many cells changed */
export function keepInCollection(merge: LoadedMerge, wanted: Wanted, { db }: WriteContext): number {
  const { collection, columns, units } = merge;
  const kept = Map.groupBy(db.all(mergedRows, { collectionId: collection.id }), ({ unit_id }) => unit_id);
  const byUnit = Map.groupBy(wanted.given, ([row]) => row.unitUid);
  let changed = 0;
  for (const { unit } of units) {
    const ofUnit = kept.get(unit.id) ?? [];
    let next = Math.max(-1, ...ofUnit.map(({ position }) => position)) + 1;
    const keep = (there: KeptRow | undefined, key: string | null, values: RowValues): void => {
      const said = JSON.stringify(values);
      if (there !== undefined) return db.update('collection_row', there.id, { said });
      db.insert('collection_row', { unit_id: unit.id, row_key: key, position: next, said });
      next += 1;
    };
    for (const [row, values] of byUnit.get(unit.uid) ?? []) {
      const locked = columns.flatMap(({ key, locked: isLocked }) =>
        isLocked && row.given[key] !== undefined ? [[key, row.given[key]]] : [],
      );
      const there = ofUnit.find(({ row_key }) => row_key === row.key);
      keep(there, row.key, withoutEmpty({ ...Object.fromEntries(locked), ...row.stored, ...values }));
      changed += Object.keys(values).length;
    }
    const own = wanted.own.get(unit.uid);
    if (own === undefined) continue;
    const before = ofUnit.filter(({ row_key }) => row_key === null);
    for (const [place, values] of own.entries()) {
      const there = before[place];
      if (there !== undefined && sameValue(JSON.parse(there.said), values)) continue;
      keep(there, null, values);
      changed += Object.keys(values).length;
    }
    for (const { id, said } of before.slice(own.length)) {
      db.remove('collection_row', id);
      changed += Object.keys(JSON.parse(said) as RowValues).length;
    }
  }
  return changed;
}

function withoutEmpty(values: RowValues): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
