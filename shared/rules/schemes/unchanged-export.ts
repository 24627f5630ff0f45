import { type CellData, lookUpSheet, type SheetData } from '../../workbook.ts';
import { workbookText } from '../../workbook-text.ts';
import type { SchemeContent } from './content.ts';
import { layOutScheme, layoutHeads } from './sheet-layout.ts';

function comparable(value: string | number): string {
  return typeof value === 'number' ? String(value) : workbookText(value).trim();
}

function valueOf(cell: CellData): string {
  return typeof cell.value === 'boolean' ? cell.text : comparable(cell.value);
}

function areSame(written: readonly string[], expected: readonly (string | number)[]): boolean {
  return Array.from(expected, comparable).every((text, place) => text === (written[place] ?? ''));
}

/** Whether a sheet still is what `layOutScheme` made of the scheme, cell by cell. */
export function isUnchangedExport(sheet: SheetData, scheme: SchemeContent): boolean {
  const layout = layOutScheme(scheme);
  const look = lookUpSheet(sheet);
  const inOrder = (row: number) =>
    look
      .cellsOfRow(row)
      .map(valueOf)
      .filter((text) => text !== '');
  const byColumn = (row: number) => {
    const texts: string[] = layoutHeads.map(() => '');
    for (const cell of look.cellsOfRow(row)) texts[cell.column - 1] = valueOf(cell);
    return texts;
  };
  const caption = [layout.captionLeft, layout.captionRight].map(comparable).filter((text) => text !== '');
  const firstRow = 4;
  const firstFoot = firstRow + layout.rows.length;
  return (
    sheet.rows < firstFoot + layout.foot.length &&
    areSame(inOrder(1), [layout.title]) &&
    areSame(inOrder(2), caption) &&
    areSame(byColumn(3), layoutHeads) &&
    layout.rows.every(({ cells }, place) => areSame(byColumn(firstRow + place), cells)) &&
    layout.foot.every((text, place) => areSame(inOrder(firstFoot + place), [text]))
  );
}
