import type { CollectedColumn, RowValues } from '#shared/rules/collections/definition.ts';
import {
  lineUid,
  type MergeRow,
  type OwnRows,
  type ReturnedBy,
} from '#shared/rules/collections/merge/model.ts';
import { showValue } from '#shared/rules/collections/show-value.ts';
import { sameValue } from '#main/core/patch.ts';
import type { UnitRow } from '../../queries.ts';
import { givenRowsOf } from '../../rows.ts';
import type { ReturnRow } from '../queries.ts';
import { saidOf } from '../rows.ts';
import type { StoredRows } from './stored-rows.ts';

const LONGEST_NAME = 40;

export interface UnitReturns {
  unit: UnitRow;
  /** In order and not merged yet; the earliest first. */
  open: readonly ReturnRow[];
  merged: readonly ReturnRow[];
}

/** Every given row of a unit that a return says something about. */
export function mergeRowsOf(
  { unit, open, merged }: UnitReturns,
  stored: StoredRows,
  columns: readonly CollectedColumn[],
): MergeRow[] {
  const known = knownRows(givenRowsOf(unit), merged);
  const byRow = new Map<string, MergeRow>();
  for (const one of open) {
    const lines = givenIn(one);
    for (const [place, { key, row: line, values }] of lines.entries()) {
      const row = byRow.get(key) ?? {
        id: `${unit.uid}:${key}`,
        unitUid: unit.uid,
        unitName: unit.name,
        key,
        name: nameOf(values, columns) || `第 ${place + 1} 行`,
        stored: stored.given.get(key) ?? {},
        given: known.get(key) ?? {},
        returned: [],
      };
      const isSeveral = lines.filter((other) => other.key === key).length > 1;
      row.returned.push({ ...fromLine(unit, one, line, isSeveral), values });
      byRow.set(key, row);
    }
  }
  return [...byRow.values()];
}

/** What a unit wrote below them. */
export function ownRowsOf(
  { unit, open, merged }: UnitReturns,
  stored: StoredRows,
  isLedger: boolean,
): OwnRows {
  const before = merged.map(ownIn);
  const isNew = isLedger ? notTaken(merged) : () => true;
  return {
    id: `${unit.uid}:own`,
    unitUid: unit.uid,
    unitName: unit.name,
    stored: stored.own,
    known: isLedger ? [] : (before.findLast((rows) => rows.length > 0) ?? []),
    returned: open.map((one) => ({ ...fromOf(unit, one), rows: ownIn(one).filter(isNew) })),
  };
}

/** A ledger has the rows of a unit's own since they were merged, under keys of its own. */
export function notTaken(merged: readonly ReturnRow[]): (values: RowValues) => boolean {
  const taken = merged.flatMap(ownIn);
  return (values) => !taken.some((other) => sameValue(other, values));
}

function fromOf(unit: UnitRow, { uid, file_name, received_at }: ReturnRow): ReturnedBy {
  return {
    unitUid: unit.uid,
    unitName: unit.name,
    returnUid: uid,
    fileName: file_name,
    receivedAt: received_at,
  };
}

/** Where several lines of one return are about one record, each is a choice of its own. @param row of the sheet */
export function fromLine(unit: UnitRow, one: ReturnRow, row: number, isSeveral: boolean): ReturnedBy {
  const from = fromOf(unit, one);
  if (!isSeveral) return from;
  return { ...from, returnUid: lineUid(from.returnUid, row), fileName: `${from.fileName} 第 ${row} 行` };
}

/** What the unit knows to be stored: what it was handed, and what it has returned itself since. */
function knownRows(
  given: readonly { key: string; values: RowValues }[],
  merged: readonly ReturnRow[],
): ReadonlyMap<string, RowValues> {
  const known = new Map(given.map(({ key, values }) => [key, values]));
  for (const { key, values } of merged.flatMap(givenIn)) known.set(key, { ...known.get(key), ...values });
  return known;
}

function givenIn(one: ReturnRow): { key: string; row: number; values: RowValues }[] {
  return saidOf(one).flatMap(({ key, row, values }) => (key === null ? [] : [{ key, row, values }]));
}

function ownIn(one: ReturnRow): RowValues[] {
  return saidOf(one).flatMap(({ key, values }) => (key === null ? [values] : []));
}

/** By what was given in it, else by what comes first. */
export function nameOf(values: RowValues, columns: readonly CollectedColumn[]): string {
  const locked = columns.filter((column) => column.locked && values[column.key] !== undefined);
  const [first] = columns.filter((column) => values[column.key] !== undefined);
  const telling = locked.length > 0 ? locked : first === undefined ? [] : [first];
  const words = telling.map((column) => showValue(column, values[column.key])).join(' ');
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME).toWellFormed()}…` : words;
}
