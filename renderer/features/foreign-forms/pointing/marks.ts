import type { OfferedSource } from '#shared/contract/foreign-forms.ts';
import { blockAt, type Pointing } from '#shared/rules/foreign-forms/pointing.ts';
import type { MarkedText } from '../sheet/form-rows.ts';
import type { CellMark } from '../sheet/form-sheet.tsx';
import { cellAt } from './change-pointing.ts';
import { fieldOf } from './field-select.tsx';

/** How a place that was pointed at shows what it will take. */
export function markOf(
  pointing: Pointing,
  sources: readonly OfferedSource[],
  sheet: string,
  place: { row: number; column: number },
): CellMark | null {
  const cell = cellAt(pointing, sheet, place);
  if (cell !== undefined) return named(sources, cell);
  const block = blockAt(pointing, sheet, place.row);
  const column = block?.columns.find((each) => each.column === place.column);
  return block === undefined || column === undefined
    ? null
    : named(sources, { source: block.source, field: column.field });
}

/** Texts of all marks of a sheet, each column's once for every row that repeats. */
export function markedTexts(
  { cells, blocks }: Pointing,
  sources: readonly OfferedSource[],
  sheet: string,
): MarkedText[] {
  const single = cells.filter((cell) => cell.sheet === sheet);
  const repeated = blocks
    .filter((block) => block.sheet === sheet)
    .flatMap(({ source, columns }) => columns.map((column) => ({ ...column, source })));
  return [...single, ...repeated].map((choice) => ({
    column: choice.column,
    text: named(sources, choice).text ?? '',
  }));
}

function named(sources: readonly OfferedSource[], choice: { source: string; field: string }): CellMark {
  const source = sources.find(({ key }) => key === choice.source);
  const field = fieldOf(sources, choice);
  if (field === undefined) {
    // With another period it may be there again.
    return { text: '〔没有这项内容〕', tone: 'warning', tooltip: '这个考核期里没有原来指定的内容' };
  }
  return { text: `〔${field.name}〕`, tone: 'changed', tooltip: `${source?.name ?? ''}：${field.name}` };
}
