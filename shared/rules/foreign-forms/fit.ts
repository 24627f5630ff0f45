import { cellName, type SheetLookup } from '../../workbook.ts';
import {
  cellHeading,
  columnHeading,
  type FormLayout,
  lookUpLayout,
  rowHeading,
  type SheetLayout,
} from './layout.ts';
import type { PointedBlock, PointedCell, Pointing } from './pointing.ts';

/** Something that was pointed at and does not stand there any more. */
export interface Misfit {
  sheet: string;
  /** Of the place that was pointed at: B3. */
  place: string;
  text: string;
}

/** What of a pointing does not fit a form, as after the upper office has changed it. */
export function misfitsOf({ cells, blocks, repeats }: Pointing, layout: FormLayout): Misfit[] {
  const sheets = new Map(layout.sheets.map((sheet) => [sheet.name, { sheet, look: lookUpLayout(sheet) }]));
  const gone = new Set<string>();
  return [...cells, ...blocks, ...repeats].flatMap((pointed) => {
    const found = sheets.get(pointed.sheet);
    if (found !== undefined) {
      if ('columns' in pointed) return blockMisfits(pointed, found);
      return 'row' in pointed ? cellMisfits(pointed, found) : [];
    }
    if (gone.has(pointed.sheet)) return [];
    gone.add(pointed.sheet);
    return [
      { sheet: pointed.sheet, place: '', text: `没有工作表“${pointed.sheet}”了，在它上面指定的内容都不能填` },
    ];
  });
}

/** Whether a column of repeated rows holds formulas, which filling it takes away from every row. */
export function hasFormulas(
  look: Pick<SheetLookup, 'cellAt'>,
  { top, bottom }: Pick<PointedBlock, 'top' | 'bottom'>,
  column: number,
): boolean {
  for (let row = top; row <= bottom; row += 1)
    if (look.cellAt(row, column)?.formula !== undefined) return true;
  return false;
}

/** Which of the places that are filled hold formulas, in words. */
export function filledFormulas({ cells, blocks }: Pointing, layout: FormLayout): string[] {
  return layout.sheets.flatMap((sheet) => {
    const look = lookUpLayout(sheet);
    const single = cells
      .filter(
        (cell) => cell.sheet === sheet.name && look.cellAt(cell.row, cell.column)?.formula !== undefined,
      )
      .map(({ row, column }) => cellName(row, column));
    const repeated = blocks
      .filter((block) => block.sheet === sheet.name)
      .flatMap((block) =>
        block.columns
          .filter(({ column }) => hasFormulas(look, block, column))
          .map(({ column }) => `${cellName(block.top, column)} 一列`),
      );
    return [...single, ...repeated].map(
      (place) => `${sheet.name}：${place} 原来是公式，填了以后公式就没有了，一般应当留着`,
    );
  });
}

interface Place {
  sheet: SheetLayout;
  look: ReturnType<typeof lookUpLayout>;
}

function cellMisfits({ row, column, heading, sheet }: PointedCell, { look }: Place): Misfit[] {
  const now = cellHeading(look, row, column);
  const place = cellName(row, column);
  return now === heading ? [] : [{ sheet, place, text: changed(place, heading, now) }];
}

function blockMisfits({ sheet, top, bottom, columns, below }: PointedBlock, { look }: Place): Misfit[] {
  const ofColumns = columns.flatMap(({ column, heading }) => {
    const now = columnHeading(look, top, column);
    const place = cellName(top, column);
    return now === heading ? [] : [{ sheet, place, text: changed(place, heading, now) }];
  });
  const end = rowHeading(look, bottom + 1);
  if (end === below) return ofColumns;
  const text = `第 ${top}—${bottom} 行是重复行，它下面一行原来是${quoted(below)}，现在是${quoted(end)}，请核对行数`;
  return [...ofColumns, { sheet, place: cellName(bottom + 1, 1), text }];
}

function changed(place: string, before: string, now: string): string {
  return `${place} 原来是${quoted(before)}，现在是${quoted(now)}`;
}

function quoted(text: string): string {
  return text === '' ? '空白' : `“${text}”`;
}
