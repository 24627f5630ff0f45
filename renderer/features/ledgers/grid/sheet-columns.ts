import type { LedgerColumn, LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { unitOf } from '#shared/rules/ledgers/numbers.ts';
import { tableMeanings } from '#shared/rules/ledgers/table-columns.ts';
import type { SheetColumn } from '#renderer/ui/sheet-grid/types.ts';

export interface LedgerSheetColumn extends SheetColumn {
  /** Null: a column of the place. */
  column: LedgerColumn | null;
}

const LEAST_PIXELS = 84;
const MOST_PIXELS = 220;
const CHARACTER_PIXELS = 15;

export function sheetColumns(definition: LedgerDefinition): LedgerSheetColumn[] {
  return tableMeanings(definition).map(({ meaning, name, column }) => ({
    key: meaning,
    title: headingOf(name, column),
    width: widthOf(name, column),
    column,
    ...(column?.hint === undefined ? {} : { tooltip: column.hint }),
    ...(isNumber(column) ? { align: 'right' as const } : {}),
  }));
}

function headingOf(name: string, column: LedgerColumn | null): string {
  const unit = isNumber(column) ? unitOf(column) : '';
  const required = column?.required === true ? '*' : '';
  return unit === '' ? `${name}${required}` : `${name}(${unit})${required}`;
}

function widthOf(name: string, column: LedgerColumn | null): number {
  const heading = (name.length + 2) * CHARACTER_PIXELS;
  if (column === null) return 120;
  if (column.kind === 'text' || column.kind === 'coordinates' || column.kind === 'site')
    return MOST_PIXELS - 20;
  return Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, heading, column.width ?? 0));
}

function isNumber(
  column: LedgerColumn | null,
): column is Extract<LedgerColumn, { kind: 'whole' | 'decimal' | 'money' }> {
  return column !== null && ['whole', 'decimal', 'money'].includes(column.kind);
}
