import { chosenRecords } from '#shared/rules/foreign-forms/choose-records.ts';
import type { Field, FieldRecord } from '#shared/rules/foreign-forms/fields.ts';
import type { PointedBlock, PointedCell, Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import type { FillValue } from '#main/core/excel/fill/cell-content.ts';
import type { FilledBlock, FilledCell, FilledSheet } from '#main/core/excel/fill/filled-sheet.ts';
import type { FieldScope, FieldSource } from '#main/core/fields/field-source.ts';
import { cellName } from '#shared/workbook.ts';
import { fillValue } from './fill-values.ts';

export interface GatheredFills {
  sheets: FilledSheet[];
  /** What stays empty although it was pointed at, and why. */
  remarks: string[];
}

/** Each source is read once, however many cells it fills. */
interface ReadSource {
  source: FieldSource;
  fields: ReadonlyMap<string, Field>;
  records: readonly FieldRecord[];
}

/**
 * What goes into which cell of a form.
 * @param step called before each source is read, which may end the work by throwing
 */
export function gatherFills(
  pointing: Pointing,
  sources: readonly FieldSource[],
  scope: FieldScope,
  step: (sourceName: string) => void,
): GatheredFills {
  const known = readSources(pointing, sources, scope, step);
  const remarks = new Set<string>();
  const gatherer = { known, remark: (text: string) => void remarks.add(text) };
  const names = [...new Set([...pointing.cells, ...pointing.blocks].map(({ sheet }) => sheet))];
  const sheets = names.map((sheet) => ({
    sheet,
    cells: pointing.cells.filter((cell) => cell.sheet === sheet).map((cell) => filledCell(cell, gatherer)),
    blocks: pointing.blocks
      .filter((block) => block.sheet === sheet)
      .map((block) => filledBlock(block, gatherer)),
  }));
  return { sheets, remarks: [...remarks] };
}

interface Gatherer {
  known: ReadonlyMap<string, ReadSource | string>;
  remark: (text: string) => void;
}

function readSources(
  { cells, blocks }: Pointing,
  sources: readonly FieldSource[],
  scope: FieldScope,
  step: (sourceName: string) => void,
): Map<string, ReadSource | string> {
  const keys = new Set([...cells, ...blocks].map(({ source }) => source));
  const known = new Map<string, ReadSource | string>();
  for (const key of keys) {
    const source = sources.find((each) => each.key === key);
    if (source === undefined) known.set(key, '指定的内容在这个版本的程序里没有');
    else if (source.needsPeriod && scope.periodUid === null)
      known.set(key, `“${source.name}”要选考核期才能填`);
    else {
      step(source.name);
      const fields = new Map(source.fields(scope).map((field) => [field.key, field]));
      known.set(key, { source, fields, records: source.read(scope) });
    }
  }
  return known;
}

function filledCell(
  { sheet, row, column, source, field, format }: PointedCell,
  gatherer: Gatherer,
): FilledCell {
  const found = gatherer.known.get(source);
  const place = `${sheet} ${cellName(row, column)}`;
  if (found === undefined || typeof found === 'string') {
    gatherer.remark(`${place} 没有填：${found ?? ''}`);
    return { row, column, value: null };
  }
  const definition = found.fields.get(field);
  if (definition === undefined) {
    gatherer.remark(`${place} 没有填：“${found.source.name}”里没有原来指定的内容了，请重新指定`);
    return { row, column, value: null };
  }
  const value = fillValue(found.records[0], definition, format);
  if (value === null) gatherer.remark(`${place} 没有填：“${definition.name}”没有数据`);
  return { row, column, value };
}

function filledBlock(block: PointedBlock, gatherer: Gatherer): FilledBlock {
  const { sheet, top, bottom, source, columns } = block;
  const found = gatherer.known.get(source);
  const place = `${sheet} 第 ${top} 行起`;
  const shape = { top, bottom, columns: columns.map(({ column }) => column) };
  if (found === undefined || typeof found === 'string') {
    gatherer.remark(`${place}没有填：${found ?? ''}`);
    return { ...shape, records: [] };
  }
  for (const { field, column } of columns) {
    if (!found.fields.has(field))
      gatherer.remark(
        `${sheet} ${cellName(top, column)} 一列没有填：“${found.source.name}”里没有原来指定的内容了，请重新指定`,
      );
  }
  const records = chosenRecords(found.records, block);
  if (records.length === 0) gatherer.remark(`${place}没有符合条件的内容，留空`);
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
