import type { LedgerRow } from '#shared/contract/ledgers.ts';
import { cellText } from '#shared/rules/ledgers/cell-text.ts';
import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { PLACE } from '#shared/rules/ledgers/values.ts';

/** A value of a row in words. */
export function wordsOf(column: LedgerColumn, { values, names }: LedgerRow): string {
  return cellText(column, values[column.key], (_column, uid) => names[uid] ?? '');
}

export function placeText({ place: { county, township, village } }: LedgerRow): string {
  return `${county} ${township} ${village}`.trim();
}

export function titleOf({ title }: LedgerDefinition, { values }: Pick<LedgerRow, 'values'>): string {
  return String(values[title] ?? '');
}

export function fieldLabels({ columns }: LedgerDefinition): Record<string, string> {
  return { [PLACE]: '所在地', ...Object.fromEntries(columns.map(({ key, name }) => [key, name])) };
}
