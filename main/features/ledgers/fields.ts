import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type { LedgerAround, LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { dueHeading, type DueState } from '#shared/rules/ledgers/due.ts';
import { isNumber, unitOf } from '#shared/rules/ledgers/numbers.ts';
import { tableMeanings } from '#shared/rules/ledgers/table-columns.ts';
import type { FieldKind, FieldValue } from '#shared/rules/foreign-forms/fields.ts';
import {
  between,
  column,
  type FieldColumn,
  type FieldScope,
  type FieldSource,
  fieldSource,
} from '#main/core/fields/field-source.ts';
import { everyRow, rowsOfFilter } from './list.ts';
import { Rows } from './rows.ts';

interface ToldRow {
  row: LedgerRow;
  around: LedgerAround;
}

/** Each ledger for forms of other offices: rows as they stand, or whose day falls into the time where they have one. */
export const ledgerFields: readonly FieldSource[] = ledgerDefinitions.map((definition) => {
  const { key, name, unit, derived = [], due } = definition;
  return fieldSource<ToldRow>({
    key: `ledger:${key}`,
    name: `${name}(每${unit}一行)`,
    columns: [
      column('number', '序号', 'number', (_row, place) => place + 1),
      ...tableMeanings(definition).map(shownColumn),
      ...derived.map((each) =>
        column<ToldRow>(
          `derived:${each.key}`,
          each.name,
          each.isNumber === true ? 'number' : 'text',
          ({ row, around }) => {
            const text = each.text(row.values, { ...around, beside: row.beside });
            return each.isNumber === true ? numberIn(text) : text;
          },
        ),
      ),
      ...(due === undefined ? [] : dueColumns(due)),
    ],
    rows: (scope) => rowsIn(definition, scope),
  });
});

function rowsIn(definition: LedgerDefinition, scope: FieldScope): ToldRow[] {
  const { db, today } = scope;
  const { countedOn } = definition;
  const rows = new Rows(db, definition, today);
  return [...rowsOfFilter(db, definition, everyRow, rows)].flatMap((row) => {
    const day = countedOn === undefined ? undefined : row.values[countedOn];
    const isMeant = countedOn === undefined || (typeof day === 'string' && between(day, scope));
    return isMeant ? [{ row, around: rows.around }] : [];
  });
}

function shownColumn({
  meaning,
  name,
  column: own,
}: ReturnType<typeof tableMeanings>[number]): FieldColumn<ToldRow> {
  if (own === null)
    return column(
      `place:${meaning}`,
      name,
      'text',
      ({ row }) => row.place[meaning as keyof LedgerRow['place']],
    );
  const unit = isNumber(own) ? unitOf(own) : '';
  return column(`column:${meaning}`, unit === '' ? name : `${name}(${unit})`, kindOf(own), ({ row }) => {
    const text = cellText(own, row.values[own.key], (_column, uid) => row.names[uid] ?? '');
    return isNumber(own) && text !== '' ? Number(text) : text;
  });
}

function kindOf(own: LedgerColumn): FieldKind {
  if (isNumber(own)) return 'number';
  return own.kind === 'day' ? 'day' : 'text';
}

const dueWords: Readonly<Record<DueState, string>> = { overdue: '已到期', soon: '即将到期', fine: '' };

function dueColumns(due: NonNullable<LedgerDefinition['due']>): FieldColumn<ToldRow>[] {
  return [
    column('due:on', dueHeading(due), 'day', ({ row }) => row.due?.on ?? null),
    column('due:state', `${due.name}情况`, 'text', ({ row }) =>
      row.due === null ? null : dueWords[row.due.state],
    ),
  ];
}

/** 3 年, 93.5%: a share of 1, as all shares are told. */
function numberIn(text: string): FieldValue {
  const [, digits, sign] = /^(-?\d+(?:\.\d+)?)\s*(%?)/u.exec(text) ?? [];
  if (digits === undefined) return null;
  return sign === '%' ? Number(digits) / 100 : Number(digits);
}
