import { coordinatesText } from '#shared/rules/ledgers/coordinates.ts';
import {
  type LedgerColumn,
  type LedgerDefinition,
  storedName,
  type LedgerValue,
  type LedgerValues,
} from '#shared/rules/ledgers/definition.ts';
import { isEmpty, PLACE } from '#shared/rules/ledgers/values.ts';
import { type Columns, integer, nullableInteger, nullableText, text } from '#main/core/store/query.ts';
import { loggedTables, type TableName } from '#main/core/store/tables.ts';

/* How the values of a row stand in the table of its ledger. */

export type LedgerRecord = Readonly<Record<string, LedgerValue>> & {
  id: number;
  uid: string;
  organization_id: number;
};

export function tableOf({ table }: LedgerDefinition): TableName {
  const known = loggedTables.find((name) => name === table);
  if (known === undefined) throw new Error(`${table} is missing in main/core/store/tables.ts`);
  return known;
}

/** What queries of the table return. */
export function recordColumns({ columns, kept = [], due }: LedgerDefinition): Columns {
  return {
    id: integer,
    uid: text,
    organization_id: integer,
    ...Object.assign({}, ...columns.map(specOf)),
    ...Object.fromEntries(
      kept.map((each) => [storedName(each), each.kind === 'whole' ? nullableInteger : nullableText]),
    ),
    ...(due === undefined ? {} : { due_on: nullableText }),
  };
}

function specOf(column: LedgerColumn): Columns {
  const name = storedName(column);
  const isRequired = column.required === true;
  switch (column.kind) {
    case 'line':
    case 'text':
      return { [name]: text };
    case 'day':
    case 'month':
    case 'choice':
      return { [name]: isRequired ? text : nullableText };
    case 'coordinates':
      return { longitude: nullableInteger, latitude: nullableInteger };
    case 'whole':
    case 'decimal':
    case 'money':
    case 'term':
    case 'site':
    case 'flag':
      return { [name]: isRequired ? integer : nullableInteger };
  }
}

/** What stands in a table by local id, in place of uids. */
export interface Pointers {
  organizationId: (uid: string) => number;
  organizationUid: (id: number) => string;
  idOf: (column: LedgerColumn, uid: string) => number;
  uidOf: (column: LedgerColumn, id: number) => string;
}

export function valuesOf(
  { columns, kept = [] }: LedgerDefinition,
  record: LedgerRecord,
  pointers: Pick<Pointers, 'organizationUid' | 'uidOf'>,
): LedgerValues {
  const valueOf = (column: LedgerColumn): LedgerValue => {
    if (column.kind === 'coordinates') {
      const { longitude, latitude } = record;
      return typeof longitude === 'number' && typeof latitude === 'number'
        ? coordinatesText({ longitude, latitude })
        : null;
    }
    const stored = record[storedName(column)] ?? null;
    const isPointer = column.kind === 'term' || column.kind === 'site';
    return isPointer && typeof stored === 'number' ? pointers.uidOf(column, stored) : stored;
  };
  return {
    [PLACE]: pointers.organizationUid(record.organization_id),
    ...Object.fromEntries(columns.map((column) => [column.key, valueOf(column)])),
    ...Object.fromEntries(kept.map((each) => [each.key, record[storedName(each)] ?? null])),
  };
}

/** Rows of one key are the same; empty: like no other. */
export function rowKeyOf(definition: LedgerDefinition, values: LedgerValues): string {
  const core = coreKeyOf(definition, values);
  const { uniqueWith = [] } = definition;
  return core === '' ? '' : [core, ...uniqueWith.map((key) => keyText(String(values[key] ?? '')))].join(' ');
}

/** The key without what may be empty. */
export function coreKeyOf({ unique = [] }: LedgerDefinition, values: LedgerValues): string {
  const parts = unique.map((key) => values[key]);
  if (parts.length === 0 || parts.some(isEmpty)) return '';
  const keys = parts.map((part) => keyText(String(part)));
  return keys.includes('') ? '' : keys.join(' ');
}

/** Blanks, width, capital letters and the sort of dash make no difference; all else does: 1-12 is not 11-2. */
function keyText(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/gu, '')
    .replaceAll(/[\p{Pd}\u2212]+/gu, '-');
}
