import { WorkbookError } from '../read/workbook-error.ts';
import type { FillValue } from './cell-content.ts';
import type { FilledSheet } from './filled-sheet.ts';
import { moveSheetPart } from './move-parts.ts';
import type { RowPlans } from './move-references.ts';
import type { FormSheet, OpenForm } from './open-form.ts';
import { planRows } from './row-plan.ts';
import { writeRows } from './write-rows.ts';
import { attributeOf } from './xml-text.ts';
import { tokensOf } from './xml-tokens.ts';

interface WrittenSheet {
  formulasMoved: boolean;
}

interface Task {
  fill: FilledSheet | undefined;
  plans: RowPlans;
  check: () => void;
}

/** A sheet part with its rows filled and moved, and all else that names rows. */
export function writeSheet(form: OpenForm, sheet: FormSheet, task: Task): WrittenSheet {
  const xml = form.read(sheet.part) ?? '';
  const { fill, plans, check } = task;
  const data = findRows(xml, sheet.name);
  const values = valuesOf(fill, plans);
  const rows = writeRows(xml, data.from, data.to, {
    sheet: sheet.name,
    prefix: data.prefix,
    plans,
    values,
    needed: neededRows(fill),
    columnStyle: columnStyles(xml, data.from),
    dates: form.dates,
    check,
  });
  const around = (from: number, to: number) =>
    plans.size === 0 ? xml.slice(from, to) : moveSheetPart(xml, sheet.name, plans, from, to);
  const inner = data.isEmpty ? `<${data.prefix}sheetData>${rows.xml}</${data.prefix}sheetData>` : rows.xml;
  form.write(
    sheet.part,
    around(0, data.start) + xml.slice(data.start, data.from) + inner + around(data.to, xml.length),
  );
  return { formulasMoved: rows.formulasMoved };
}

interface RowsPlace {
  prefix: string;
  /** Of what is written around the rows, and of the rows themselves. */
  start: number;
  from: number;
  to: number;
  /** The element has no content, and stands wholly before `to`. */
  isEmpty: boolean;
}

export function findRows(xml: string, sheet: string): RowsPlace {
  let place: RowsPlace | undefined;
  for (const { kind, name, start, end } of tokensOf(xml)) {
    if (name !== 'sheetData') continue;
    const prefix = /^<\/?([^\s:/>]+:)?/u.exec(xml.slice(start, end))?.[1] ?? '';
    if (kind === 'empty') return { prefix, start, from: start, to: end, isEmpty: true };
    if (kind === 'open') place = { prefix, start, from: end, to: end, isEmpty: false };
    if (kind === 'close' && place !== undefined) return { ...place, to: start };
  }
  throw new WorkbookError('damaged', `工作表“${sheet}”里没有单元格的内容`);
}

function valuesOf(fill: FilledSheet | undefined, plans: RowPlans): Map<number, Map<number, FillValue>> {
  const values = new Map<number, Map<number, FillValue>>();
  if (fill === undefined) return values;
  const plan = plans.get(fill.sheet.toLowerCase()) ?? planRows([]);
  const set = (row: number, column: number, value: FillValue) => {
    const there = values.get(row);
    if (there === undefined) values.set(row, new Map([[column, value]]));
    else there.set(column, value);
  };
  for (const { row, column, value } of fill.cells) set(plan.row(row), column, value);
  for (const { top, bottom, columns, records } of fill.blocks) {
    // Rows that are left over are emptied: what stood there was no record.
    const rows = Math.max(records.length, bottom - top + 1);
    for (let index = 0; index < rows; index += 1) {
      for (const [place, column] of columns.entries())
        set(plan.row(top) + index, column, records[index]?.[place] ?? null);
    }
  }
  return values;
}

/** In the rows of the form. */
function neededRows(fill: FilledSheet | undefined): number[] {
  if (fill === undefined) return [];
  const ofBlocks = fill.blocks.flatMap(({ top, bottom }) =>
    Array.from({ length: bottom - top + 1 }, (_, index) => top + index),
  );
  return [...fill.cells.map(({ row }) => row), ...ofBlocks];
}

function columnStyles(xml: string, end: number): (column: number) => string | undefined {
  const ranges: { first: number; last: number; style: string }[] = [];
  for (const { kind, name, start, end: tagEnd } of tokensOf(xml, 0, end)) {
    if (name !== 'col' || kind === 'close') continue;
    const tag = xml.slice(start, tagEnd);
    const style = attributeOf(tag, 'style');
    const [first, last] = [Number(attributeOf(tag, 'min')), Number(attributeOf(tag, 'max'))];
    if (style !== undefined) ranges.push({ first, last, style });
  }
  return (column) => ranges.find(({ first, last }) => first <= column && column <= last)?.style;
}
