import { cellReference } from '../write/references.ts';
import { cellXml, type DateCells, type FillValue } from './cell-content.ts';
import { moveFormula, type RowPlans } from './move-references.ts';
import { type ParsedCell, type ParsedRow, parseRow, rowPlaces, type RowPlace } from './parsed-row.ts';
import { planRows } from './row-plan.ts';
import { sharedFormulas, type SharedFormulas, spelledFormula } from './shared-formulas.ts';
import { attributeOf, encodeXml, withAttribute, withoutAttribute } from './xml-text.ts';

/** By row as it is afterwards, then by column. */
export type ValuesByRow = ReadonlyMap<number, ReadonlyMap<number, FillValue>>;

export interface RowsTask {
  sheet: string;
  /** Of the sheet's own names. */
  prefix: string;
  plans: RowPlans;
  values: ValuesByRow;
  /** Rows of the form that must be there, though the form may not spell them. */
  needed: readonly number[];
  columnStyle(column: number): string | undefined;
  dates: DateCells;
  check(): void;
}

export interface WrittenRows {
  xml: string;
  /** Cells with a formula moved, came or went. */
  formulasMoved: boolean;
}

interface Line {
  from: number;
  to: number;
  isCopy: boolean;
}

const ROWS_BETWEEN_CHECKS = 500;

/**
 * The rows of a sheet, filled and moved. Rows that nothing happens to are taken as they are; results of formulas are
 * left out, because they would be those of the empty form.
 */
export function writeRows(xml: string, from: number, to: number, task: RowsTask): WrittenRows {
  const places = rowPlaces(xml, from, to);
  const plan = task.plans.get(task.sheet.toLowerCase()) ?? planRows([]);
  const section = xml.slice(from, to);
  const isShared = /\st\s*=\s*["']shared["']/u.test(section);
  const parsed = (place: RowPlace) => parseRow(xml, place);
  const masters = isShared
    ? sharedFormulas(places.map((place) => [place.row, parsed(place)] as const))
    : new Map<string, never>();
  const writer = { task, masters, formulasMoved: false };
  const hasFormula = new RegExp(`<${task.prefix}f[\\s>/]`, 'u');
  const pieces: string[] = [];
  let written = 0;
  const write = (row: ParsedRow, line: Line) => {
    pieces.push(writeRow(row, line, writer));
    written += 1;
    if (written % ROWS_BETWEEN_CHECKS === 0) task.check();
  };
  for (const place of withNeeded(places, [
    ...task.needed,
    ...plan.insertions.map(({ pattern }) => pattern),
  ])) {
    const { row } = place;
    const line: Line = { from: row, to: plan.row(row), isCopy: false };
    const copied = plan.insertions.find(({ pattern }) => pattern === row);
    const raw = xml.slice(place.start, place.end);
    const isSame = line.to === row && copied === undefined && !task.values.has(row) && !hasFormula.test(raw);
    if (isSame) {
      pieces.push(raw);
      continue;
    }
    const pattern = place.start === place.end ? emptyRow(task.prefix) : parsed(place);
    write(pattern, line);
    for (let copy = 1; copy <= (copied?.count ?? 0); copy += 1)
      write(pattern, { from: row, to: line.to + copy, isCopy: true });
  }
  return { xml: pieces.join(''), formulasMoved: writer.formulasMoved };
}

/** Rows that the form does not spell, between those that it does. */
function withNeeded(places: readonly RowPlace[], needed: readonly number[]): RowPlace[] {
  const there = new Set(places.map(({ row }) => row));
  const missing = [...new Set(needed)].filter((row) => !there.has(row));
  if (missing.length === 0) return [...places];
  return [...places, ...missing.map((row) => ({ row, start: 0, end: 0 }))].toSorted(
    (one, other) => one.row - other.row,
  );
}

function emptyRow(prefix: string): ParsedRow {
  return { tag: `<${prefix}row>`, cells: [], rest: '' };
}

interface Writer {
  task: RowsTask;
  masters: SharedFormulas;
  formulasMoved: boolean;
}

function writeRow(row: ParsedRow, line: Line, writer: Writer): string {
  const { task } = writer;
  const values = task.values.get(line.to);
  const cells: { column: number; xml: string }[] = row.cells.map((cell) => {
    const value = values?.get(cell.column);
    return {
      column: cell.column,
      xml: value === undefined ? writeCell(cell, line, writer) : fillCell(cell, value, line, writer),
    };
  });
  if (values !== undefined) {
    const there = new Set(row.cells.map(({ column }) => column));
    for (const [column, value] of values) {
      if (there.has(column) || value === null) continue;
      const place = { reference: cellReference(line.to, column), style: styleOf(row, column, task) };
      cells.push({ column, xml: cellXml(task.prefix, place, value, task.dates) });
    }
    cells.sort((one, other) => one.column - other.column);
  }
  const content = cells.map(({ xml }) => xml).join('');
  // Which columns a row spans is only a hint, and need not be true any more.
  const tag = withAttribute(withoutAttribute(row.tag, 'spans'), 'r', String(line.to));
  return `${tag}${content}${row.rest}</${task.prefix}row>`;
}

/** As the row or the column would show a new cell. */
function styleOf({ tag }: ParsedRow, column: number, task: RowsTask): string | undefined {
  const hasOwn = attributeOf(tag, 'customFormat') === '1' || attributeOf(tag, 'customFormat') === 'true';
  return (hasOwn ? attributeOf(tag, 's') : undefined) ?? task.columnStyle(column);
}

function fillCell(cell: ParsedCell, value: FillValue, line: Line, writer: Writer): string {
  if (cell.formula !== undefined) writer.formulasMoved = true;
  const { prefix, dates } = writer.task;
  const place = { reference: cellReference(line.to, cell.column), style: attributeOf(cell.tag, 's') };
  return cellXml(prefix, place, value, dates);
}

function writeCell(cell: ParsedCell, line: Line, writer: Writer): string {
  const { task } = writer;
  const tag = withAttribute(cell.tag, 'r', cellReference(line.to, cell.column));
  const formula = spelledFormula(cell, line.from, writer.masters);
  if (formula === undefined || cell.formula === undefined) {
    return cell.inner === '' ? `${tag.slice(0, -1)}/>` : `${tag}${cell.inner}</${task.prefix}c>`;
  }
  if (line.isCopy || line.from !== line.to) writer.formulasMoved = true;
  const moved = moveFormula(formula, { sheet: task.sheet, rows: line }, task.plans);
  // A result, and what kind of result it is, would be that of the empty form.
  return `${withoutAttribute(tag, 't')}${formulaXml(cell.formula.tag, moved, line, writer)}</${task.prefix}c>`;
}

/** A formula that was shared is spelled in each of its cells; one for several cells at once keeps its range. */
function formulaXml(tag: string, formula: string, line: Line, { task }: Writer): string {
  const name = `${task.prefix}f`;
  const type = attributeOf(tag, 't');
  const open = `${tag.replace(/\s*\/?>$/u, '')}>`;
  const own = type === undefined || type === 'shared' ? `<${name}>` : movedRange(open, line);
  return `${own}${encodeXml(formula)}</${name}>`;
}

/** Nobody can put rows between those of such a range. */
function movedRange(tag: string, line: Line): string {
  const ref = attributeOf(tag, 'ref');
  if (ref === undefined) return tag;
  const moved = ref.replaceAll(/\d+/gu, (row) => String(Number(row) + line.to - line.from));
  return withAttribute(tag, 'ref', moved);
}
