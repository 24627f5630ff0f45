import { coordinatesOf, metresBetween } from '#shared/rules/ledgers/coordinates.ts';
import type { LedgerDefinition, LedgerStandards, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { boxAround, leastMetres, nearWords } from '#shared/rules/ledgers/near.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { rowKeyOf } from './columns.ts';
import { ledgerQueries } from './queries.ts';
import { titleOf } from './rows.ts';

export interface WrittenRow {
  /** Null: it is not stored yet. */
  id: number | null;
  values: LedgerValues;
  /** Null for a new one. */
  before: LedgerValues | null;
}

interface Beside {
  db: ReadStore;
  standards: LedgerStandards;
  /** Local ids of stored rows that are about to lie elsewhere. */
  moved?: ReadonlySet<number>;
}

/**
 * Why a row cannot stand beside the stored ones: it is registered already, or something like it lies too near. Looks
 * only at what has changed: twins that a hand-over brought together may be corrected one by one.
 */
export function notAlone(
  definition: LedgerDefinition,
  row: WrittenRow,
  beside: Beside,
): { field: string; text: string } | null {
  if (hasTwin(definition, row, beside)) {
    const { title, unique = [], name } = definition;
    const where = unique.includes(PLACE) ? '在这个地方' : '';
    const own = titleOf(definition, row.values);
    return { field: title, text: `${name}${where}已经登记过“${own}”，请核对，不要重复登记` };
  }
  const near = nearest(definition, row, beside);
  return near === undefined ? null : { field: near.field, text: nearWords(near.title, near.metres) };
}

function hasTwin(definition: LedgerDefinition, { id: ownId, values, before }: WrittenRow, { db }: Beside) {
  const key = rowKeyOf(definition, values);
  if (key === '' || (before !== null && rowKeyOf(definition, before) === key)) return false;
  return db.all(ledgerQueries(definition).sameKey, { key }).some(({ id }) => id !== ownId);
}

function nearest(
  definition: LedgerDefinition,
  { id: ownId, values, before }: WrittenRow,
  { db, standards, moved }: Beside,
) {
  const { columns, apart } = definition;
  const least = leastMetres(definition, standards);
  const { inBox } = ledgerQueries(definition);
  const field = columns.find(({ kind }) => kind === 'coordinates')?.key ?? '';
  const position = values[field];
  if (apart === undefined || least === null || inBox === null) return undefined;
  if (typeof position !== 'string' || position === '') return undefined;
  if (before !== null && before[field] === position && before[apart.kind] === values[apart.kind])
    return undefined;
  const at = coordinatesOf(position);
  return db
    .all(inBox, boxAround(at, least))
    .filter(({ id, kind }) => id !== ownId && moved?.has(id) !== true && kind === values[apart.kind])
    .map((other) => ({ title: other.title, metres: metresBetween(at, other), field }))
    .find(({ metres }) => metres < least);
}
