import { LAST_COLUMN, LAST_ROW } from '../read/cell-reference.ts';

/** One end of a reference; `column` as it is written, with its $, empty for whole rows. */
export interface ReferenceEnd {
  column: string;
  row: number;
  /** Fixed by a $. */
  isFixed: boolean;
}

export interface Reference {
  /** Undefined for the formula's own sheet. */
  sheet: string | undefined;
  first: ReferenceEnd;
  /** Undefined for a single cell. */
  last: ReferenceEnd | undefined;
  /** The one argument of a function that adds up: SUM(D5). */
  isAddedUp: boolean;
}

/** What stands in place of a reference; null: the place is no more. */
export type MapReference = (reference: Reference) => Pick<Reference, 'first' | 'last'> | null;

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const END = String.raw`(?![\p{L}\p{N}_.\\(!\[])`;

/** In the order in which they are tried: whatever holds no reference of this workbook is passed over as a whole. */
const pattern = new RegExp(
  [
    String.raw`(?<text>"(?:[^"]|"")*")`,
    String.raw`(?<error>#[A-Z/0]+[!?]?)`,
    String.raw`(?<sheet>'(?:[^']|'')+'!|(?:\[\d+\])?${NAME}(?::${NAME})?!|\[\d+\]!)`,
    String.raw`(?<rows>\$?\d{1,7}:\$?\d{1,7})${END}`,
    String.raw`(?<cell>${CELL}(?::${CELL})?)${END}`,
    String.raw`(?<word>${NAME})`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)`,
  ].join('|'),
  'uy',
);

const addingUp =
  /(?:^|[^\p{L}\p{N}_.])(?:(?:SUM|AVERAGE|COUNTA?|MAX|MIN|PRODUCT)\(|SUBTOTAL\(\s*\d+\s*,)\s*$/iu;

/** Another name for a sheet; undefined: it keeps its own. */
export type RenameSheet = (name: string) => string | undefined;

/** The formula with some sheets called otherwise. */
export function renameSheets(formula: string, rename: RenameSheet): string {
  return mapReferences(formula, ({ first, last }) => ({ first, last }), rename);
}

/** @param formula without its = */
export function mapReferences(
  formula: string,
  map: MapReference,
  rename: RenameSheet = () => undefined,
): string {
  let written = '';
  let at = 0;
  let sheet: string | undefined;
  let start = 0;
  while (at < formula.length) {
    pattern.lastIndex = at;
    const groups = pattern.exec(formula)?.groups;
    const end = groups === undefined ? afterOther(formula, at) : pattern.lastIndex;
    const piece = formula.slice(at, end);
    if (sheet === undefined) start = at;
    const place = groups?.['cell'] ?? groups?.['rows'];
    const called = groups?.['sheet'] === undefined ? undefined : sheetOf(groups['sheet']);
    const newName = called === undefined || isElsewhere(called) ? undefined : rename(called);
    if (newName !== undefined) written += `'${newName.replaceAll("'", "''")}'!`;
    else
      written +=
        place === undefined || isElsewhere(sheet) ? piece : mapped(place, sheet, map, [formula, start, end]);
    sheet = called;
    at = end;
  }
  return written;
}

/** Brackets hold columns of a table, or more brackets. */
function afterOther(formula: string, start: number): number {
  if (formula[start] !== '[') return start + 1;
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    // An apostrophe takes its meaning from the bracket behind it.
    if (formula[at] === "'") at += 1;
    else if (formula[at] === '[') depth += 1;
    else if (formula[at] === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return formula.length;
}

function sheetOf(written: string): string {
  const name = written.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Another workbook, or several sheets at once. */
function isElsewhere(sheet: string | undefined): boolean {
  return sheet !== undefined && /[[\]:]/u.test(sheet);
}

function mapped(
  text: string,
  sheet: string | undefined,
  map: MapReference,
  [formula, start, end]: readonly [string, number, number],
): string {
  const [from = '', to] = text.split(':');
  const first = readEnd(from);
  const last = to === undefined ? undefined : readEnd(to);
  if (first === null || last === null) return text;
  const isAddedUp = last === undefined && addingUp.test(formula.slice(0, start)) && formula[end] === ')';
  const found = map({ sheet, first, last, isAddedUp });
  if (found === null) return '#REF!';
  const written = writeEnd(found.first);
  return found.last === undefined ? written : `${written}:${writeEnd(found.last)}`;
}

/** Null for what lies outside the format's bounds, which is a name then. */
function readEnd(text: string): ReferenceEnd | null {
  const [, column = '', fixed = '', digits = ''] = /^(\$?[A-Za-z]*)(\$?)(\d+)$/u.exec(text) ?? [];
  // Whole rows: their $ was taken for the column's.
  const isRow = column === '' || column === '$';
  const row = Number(digits);
  if (row < 1 || row > LAST_ROW || columnNumber(column.replace('$', '')) > LAST_COLUMN) return null;
  return { column: isRow ? '' : column, row, isFixed: fixed === '$' || column === '$' };
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function writeEnd({ column, row, isFixed }: ReferenceEnd): string {
  return `${column}${isFixed ? '$' : ''}${row}`;
}

/** Names of sheets that a formula names, as they are called. */
export function namedSheets(formula: string): string[] {
  const names: string[] = [];
  mapReferences(formula, ({ sheet, first, last }) => {
    if (sheet !== undefined) names.push(sheet);
    return { first, last };
  });
  return names;
}
