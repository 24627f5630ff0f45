import { columnHint } from '#shared/rules/collections/column-hint.ts';
import type { CollectedColumn, ValueRange } from '#shared/rules/collections/definition.ts';
import type { EntryRule } from '#main/core/excel/write/entry-rule.ts';
import type { PaperColumn, PaperRow, PaperValue } from '#main/core/excel/write/paper-workbook.ts';
import { columnLetters } from '#main/core/excel/write/references.ts';

/* How a column of a collection stands in a workbook: values, formats, and what may be filled in. */

export const CHOICE_SHEET = '可选内容';
const YES_NO = ['是', '否'];
const FEN = 100;
/** Day 0 of the programs' numbers for days. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MILLISECONDS = 86_400_000;

const formats: Readonly<Record<CollectedColumn['kind'], string>> = {
  // Also where it looks like a number: 0731-… and long numbers stay as they are typed.
  text: '@',
  whole: '0',
  decimal: 'General',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  choice: '@',
  yesNo: '@',
};

const widths: Readonly<Record<CollectedColumn['kind'], number>> = {
  text: 24,
  whole: 12,
  decimal: 12,
  money: 16,
  day: 14,
  choice: 16,
  yesNo: 10,
};

const NARROW = 14;
const WIDE = 40;
const SHORT_TEXT = 12;
const LONG_TEXT = 40;

/** As wide as what stands in it asks for, within reason. @param longest characters of its longest given text */
export function paperColumn({ kind, heading }: CollectedColumn, longest: number): PaperColumn {
  const usual = kind === 'text' && longest > 0 ? widthOfText(longest) : widths[kind];
  const isNumber = kind === 'whole' || kind === 'decimal' || kind === 'money';
  const align = kind === 'text' ? 'left' : isNumber ? 'right' : 'center';
  return { width: Math.max(usual, Math.min(heading.length * 2 + 2, widths.text)), align };
}

function widthOfText(longest: number): number {
  if (longest <= SHORT_TEXT / 2) return NARROW;
  return longest > LONG_TEXT ? WIDE : widths.text;
}

/** A cell with what is stored; a column that is not locked is left to be filled in. */
export function valueCell(
  column: CollectedColumn,
  value: string | undefined,
  range: ValueRange | undefined,
  choiceRange: string | null,
): NonNullable<PaperRow[number]> {
  const written = { value: excelValue(column, value), format: formats[column.kind] };
  if (column.locked) return written;
  return { ...written, isEntry: true, rule: ruleOf(column, range ?? column, choiceRange) };
}

/** A canonical value as the programs keep it. */
function excelValue({ kind }: CollectedColumn, value: string | undefined): PaperValue {
  if (value === undefined || value === '') return null;
  if (kind === 'yesNo') return value === 'yes' ? '是' : '否';
  return kind === 'text' || kind === 'choice' ? value : numberOf(kind, value);
}

function numberOf(kind: CollectedColumn['kind'], value: string): number {
  if (kind === 'day') return (Date.parse(value) - DAY_ZERO) / DAY_MILLISECONDS;
  return kind === 'money' ? Number(value) / FEN : Number(value);
}

function ruleOf(column: CollectedColumn, { min, max }: ValueRange, choiceRange: string | null): EntryRule {
  const { kind, heading } = column;
  const hint = { title: heading, text: columnHint({ ...column, min, max }) };
  if (kind === 'text') return { kind: 'any', hint };
  if (kind === 'yesNo') return { kind: 'choice', choices: YES_NO, hint };
  if (kind === 'choice')
    return { kind, choices: choiceRange === null ? column.choices : { range: choiceRange }, hint };
  const limit = (bound: string | null) => (bound === null ? null : numberOf(kind, bound));
  return { kind: kind === 'money' ? 'decimal' : kind, min: limit(min), max: limit(max), hint };
}

/** Where the choices of each column stand on the sheet of choices; columns without any are missing. */
export function choiceRanges(columns: readonly CollectedColumn[]): ReadonlyMap<string, string> {
  const withChoices = columns.filter(({ kind }) => kind === 'choice');
  return new Map(
    withChoices.map(({ key, choices }, place) => {
      const letters = columnLetters(place + 1);
      return [key, `'${CHOICE_SHEET}'!$${letters}$1:$${letters}$${choices.length}`];
    }),
  );
}

/** A column of the sheet for each column with choices. */
export function choiceRows(columns: readonly CollectedColumn[]): string[][] {
  const lists = columns.filter(({ kind }) => kind === 'choice').map(({ choices }) => choices);
  const rows = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: rows }, (_, row) => lists.map((list) => list[row] ?? ''));
}
