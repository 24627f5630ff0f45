import { chosenRecords } from '#shared/rules/foreign-forms/choose-records.ts';
import type { FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import type {
  PointedBlock,
  PointedCell,
  Pointing,
  RepeatedSheet,
} from '#shared/rules/foreign-forms/pointing.ts';
import { cellName } from '#shared/workbook.ts';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';
import type { FilledBlock, FilledCell, FilledSheet } from '#main/core/excel/fill/filled-sheet.ts';
import { createSheetNames } from '#main/core/excel/write/sheet-names.ts';
import type { FieldScope, FieldSource } from '#main/core/fields/field-source.ts';
import { fillValue } from './fill-values.ts';
import { type ReadSource, readSources } from './read-sources.ts';

export interface GatheredFills {
  sheets: FilledSheet[];
  /** Sheets that are there several times, and how each is called. */
  repeated: { sheet: string; names: string[] }[];
  /** What stays empty although it was pointed at, and why. */
  remarks: string[];
}

interface Gatherer {
  known: ReadonlyMap<string, ReadSource | string>;
  remark: (text: string) => void;
}

/** Of a sheet that repeats: which source's record its cells may take. */
interface SheetRecord {
  source: string;
  record: FieldRecord;
}

/**
 * What goes into which cell of a form.
 * @param sheetNames of the form
 * @param step called before each source is read, which may end the work by throwing
 */
export function gatherFills(
  pointing: Pointing,
  sheetNames: readonly string[],
  {
    sources,
    scope,
    step,
  }: { sources: readonly FieldSource[]; scope: FieldScope; step: (name: string) => void },
): GatheredFills {
  const known = readSources(pointing, sources, scope, step);
  const remarks = new Set<string>();
  const gatherer: Gatherer = { known, remark: (text) => void remarks.add(text) };
  const repeats = new Map(pointing.repeats.map((repeat) => [repeat.sheet, repeat]));
  const nameFor = createSheetNames();
  for (const name of sheetNames) if (!repeats.has(name)) nameFor(name);
  const pointed = new Set(
    [...pointing.cells, ...pointing.blocks, ...pointing.repeats].map(({ sheet }) => sheet),
  );
  const sheets: FilledSheet[] = [];
  const repeated: GatheredFills['repeated'] = [];
  for (const sheet of sheetNames.filter((name) => pointed.has(name))) {
    const repeat = repeats.get(sheet);
    const records = repeat === undefined ? [] : recordsOfSheets(repeat, gatherer);
    if (repeat === undefined || records.length === 0) {
      sheets.push(filledSheet(pointing, sheet, sheet, null, gatherer));
      continue;
    }
    const named = records.map((record) => ({ record, name: nameFor(String(record[repeat.title] ?? '')) }));
    repeated.push({ sheet, names: named.map(({ name }) => name) });
    for (const { record, name } of named)
      sheets.push(filledSheet(pointing, sheet, name, { source: repeat.source, record }, gatherer));
  }
  return { sheets, repeated, remarks: [...remarks] };
}

function recordsOfSheets(repeat: RepeatedSheet, { known, remark }: Gatherer): FieldRecord[] {
  const found = known.get(repeat.source);
  if (found === undefined || typeof found === 'string') {
    remark(`工作表“${repeat.sheet}”没有重复：${found ?? ''}`);
    return [];
  }
  const records = chosenRecords(found.records, repeat);
  if (records.length === 0) remark(`工作表“${repeat.sheet}”没有重复：没有符合条件的内容`);
  return records;
}

/** @param name of the sheet as it will be called */
function filledSheet(
  { cells, blocks }: Pointing,
  sheet: string,
  name: string,
  own: SheetRecord | null,
  gatherer: Gatherer,
): FilledSheet {
  return {
    sheet: name,
    cells: cells.filter((cell) => cell.sheet === sheet).map((cell) => filledCell(cell, name, own, gatherer)),
    blocks: blocks
      .filter((block) => block.sheet === sheet)
      .map((block) => filledBlock(block, name, own, gatherer)),
  };
}

function filledCell(
  { row, column, source, field, format }: PointedCell,
  sheet: string,
  own: SheetRecord | null,
  { known, remark }: Gatherer,
): FilledCell {
  const found = known.get(source);
  const place = `${sheet} ${cellName(row, column)}`;
  if (found === undefined || typeof found === 'string') {
    remark(`${place} 没有填：${found ?? ''}`);
    return { row, column, value: null };
  }
  const definition = found.fields.get(field);
  if (definition === undefined) {
    remark(`${place} 没有填：“${found.source.name}”里没有原来指定的内容了，请重新指定`);
    return { row, column, value: null };
  }
  // A record of many says nothing where no sheet is its own.
  const single = found.source.kind === 'single' ? found.records[0] : undefined;
  const value = fillValue(own?.source === source ? own.record : single, definition, format);
  if (value === null) remark(`${place} 没有填：“${definition.name}”没有数据`);
  return { row, column, value };
}

function filledBlock(
  block: PointedBlock,
  sheet: string,
  own: SheetRecord | null,
  { known, remark }: Gatherer,
): FilledBlock {
  const { top, bottom, source, columns, match } = block;
  const found = known.get(source);
  const place = `${sheet} 第 ${top} 行起`;
  const shape = { top, bottom, columns: columns.map(({ column }) => column) };
  if (found === undefined || typeof found === 'string') {
    remark(`${place}没有填：${found ?? ''}`);
    return { ...shape, records: [] };
  }
  for (const { field, column } of columns) {
    if (found.fields.has(field)) continue;
    remark(
      `${sheet} ${cellName(top, column)} 一列没有填：“${found.source.name}”里没有原来指定的内容了，请重新指定`,
    );
  }
  const meant =
    match === null || own === null
      ? found.records
      : found.records.filter((record) => record[match.field] === own.record[match.ofSheet]);
  const records = chosenRecords(meant, block);
  if (records.length === 0) remark(`${place}没有符合条件的内容，留空`);
  return {
    ...shape,
    records: records.map((record) => columns.map((column) => valueAt(record, column, found))),
  };
}

function valueAt(
  record: FieldRecord,
  { field, format }: PointedBlock['columns'][number],
  { fields }: ReadSource,
): FillValue {
  const definition = fields.get(field);
  return definition === undefined ? null : fillValue(record, definition, format);
}
