import type { CollectedColumn, RowValues } from '#shared/rules/collections/definition.ts';
import type { MergeRow } from '#shared/rules/collections/merge/model.ts';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { sameValue } from '#main/core/patch.ts';
import type { UnitRow } from '../../queries.ts';
import { givenRowsOf } from '../../rows.ts';
import type { ReturnRow } from '../queries.ts';
import { saidOf } from '../rows.ts';
import type { StoredRows } from './stored-rows.ts';

const LONGEST_NAME = 40;
const OWN = 'own-';

export interface UnitReturns {
  unit: UnitRow;
  /** In order and not merged yet; the earliest first. */
  open: readonly ReturnRow[];
  merged: readonly ReturnRow[];
}

/** Every row of a unit that a return says something about. */
export function mergeRowsOf(
  { unit, open, merged }: UnitReturns,
  stored: StoredRows,
  columns: readonly CollectedColumn[],
  isLedger: boolean,
): MergeRow[] {
  const known = knownRows(givenRowsOf(unit), merged);
  // A ledger has them since they were merged, under keys of its own.
  const taken = isLedger
    ? merged.flatMap((one) => saidOf(one)).flatMap(({ key, values }) => (key === null ? [values] : []))
    : [];
  const byRow = new Map<string, MergeRow>();
  for (const one of open) {
    const fresh = saidOf(one).filter(
      ({ key, values }) => key !== null || !taken.some((other) => sameValue(other, values)),
    );
    for (const [place, { key, id, values }] of identified(fresh).entries()) {
      const row = byRow.get(id) ?? {
        id: `${unit.uid}:${id}`,
        unitUid: unit.uid,
        unitName: unit.name,
        key,
        name: nameOf(values, columns) || `第 ${place + 1} 行`,
        stored: (key === null ? stored.own[ownPlace({ id })] : stored.given.get(key)) ?? {},
        given: known.get(id) ?? {},
        returned: [],
      };
      const { uid, file_name, received_at } = one;
      row.returned.push({ returnUid: uid, fileName: file_name, receivedAt: received_at, values });
      byRow.set(id, row);
    }
  }
  return [...byRow.values()];
}

/** What the unit knows to be stored: what it was handed, and what it has returned itself since. */
function knownRows(
  given: readonly { key: string; values: RowValues }[],
  merged: readonly ReturnRow[],
): ReadonlyMap<string, RowValues> {
  const known = new Map(given.map(({ key, values }) => [key, values]));
  for (const { id, values } of merged.flatMap((one) => identified(saidOf(one))))
    known.set(id, { ...known.get(id), ...values });
  return known;
}

/** Rows of a unit's own are known by their order. */
function identified(rows: readonly ReturnedRow[]): { key: string | null; id: string; values: RowValues }[] {
  let own = 0;
  return rows.map(({ key, values }) => {
    if (key !== null) return { key, id: key, values };
    own += 1;
    return { key, id: `${OWN}${own - 1}`, values };
  });
}

/** Of its own rows of a unit, from 0: 3 of the fourth. */
export function ownPlace({ id }: Pick<MergeRow, 'id'>): number {
  return Number(id.slice(id.lastIndexOf(OWN) + OWN.length));
}

/** By what was given in it, else by what comes first. */
function nameOf(values: RowValues, columns: readonly CollectedColumn[]): string {
  const locked = columns.filter((column) => column.locked && values[column.key] !== undefined);
  const [first] = columns.filter((column) => values[column.key] !== undefined);
  const telling = locked.length > 0 ? locked : first === undefined ? [] : [first];
  const words = telling.map((column) => showValue(column, values[column.key])).join(' ');
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).toWellFormed()}…` : words;
}
