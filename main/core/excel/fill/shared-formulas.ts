import { columnName } from '#shared/workbook.ts';
import { mapReferences, type ReferenceEnd } from './formula-references.ts';
import type { ParsedCell, ParsedRow } from './parsed-row.ts';
import { attributeOf, decodeXml } from './xml-text.ts';

/** A formula that many cells share: only the first of them spells it. */
interface Master {
  row: number;
  column: number;
  formula: string;
}

export type SharedFormulas = ReadonlyMap<string, Master>;

export function sharedFormulas(rows: Iterable<readonly [row: number, ParsedRow]>): SharedFormulas {
  const masters = new Map<string, Master>();
  for (const [row, { cells }] of rows) {
    for (const { column, formula } of cells) {
      if (formula === undefined || formula.text === '' || attributeOf(formula.tag, 't') !== 'shared')
        continue;
      masters.set(attributeOf(formula.tag, 'si') ?? '', { row, column, formula: decodeXml(formula.text) });
    }
  }
  return masters;
}

/** What the cell of a form works out, spelled; undefined where it works out nothing. */
export function spelledFormula(cell: ParsedCell, row: number, masters: SharedFormulas): string | undefined {
  const { formula, column } = cell;
  if (formula === undefined) return undefined;
  if (formula.text !== '' || attributeOf(formula.tag, 't') !== 'shared') return decodeXml(formula.text);
  const master = masters.get(attributeOf(formula.tag, 'si') ?? '');
  return master && movedBy(master.formula, row - master.row, column - master.column);
}

function movedBy(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, ({ first, last }) => {
    const ends = { first: moveEnd(first, rows, columns), last: last && moveEnd(last, rows, columns) };
    return [ends.first, ends.last].every((end) => end === undefined || end.row >= 1) ? ends : null;
  });
}

function moveEnd(end: ReferenceEnd, rows: number, columns: number): ReferenceEnd {
  const row = end.isFixed ? end.row : end.row + rows;
  if (columns === 0 || end.column === '' || end.column.startsWith('$')) return { ...end, row };
  let number = 0;
  for (const letter of end.column.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return { ...end, row, column: columnName(number + columns) };
}
