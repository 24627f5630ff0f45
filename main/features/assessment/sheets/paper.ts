import { formLabel, formPair, formPaper, formRoom } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { shownText } from '../export/shown-text.ts';
import { spanText } from '../export/texts.ts';
import type { BlankSheet } from './blank-sheets.ts';
import { columnName, partsOf, type SheetParts } from './drawing.ts';

const FACT_COLUMNS = [34, 54, 28, 64];
const SIGNING_COLUMNS = [40, 50, 40, 50];
const SIGNING_HEIGHT = 14;
/** On paper type is larger than in a workbook, and a score takes more room by hand. */
const widened: Readonly<Partial<Record<string, number>>> = { number: 1.6, points: 1.2, score: 1.5 };
/** A name next to which somebody signs; two stand beside each other. */
const SIGNATURES_IN_A_ROW = 2;

/** The same sheet as it is printed, to be filled in by hand. */
export function blankPaper(sheet: BlankSheet): Paper {
  const { object, group, options } = sheet;
  const parts = partsOf(sheet);
  const { period } = group;
  const form = formPaper(options.unit, titleOf(parts), FACT_COLUMNS, [
    [
      ...formPair('被考评单位', object.name),
      ...formPair('考评时间', spanText(period.first_day, period.last_day)),
    ],
    [...formPair('考核组', group.row.name), ...formPair('填写的分', columnName(sheet))],
  ]);
  return { ...form, body: [...form.body, tableOf(parts), signingTable(parts)] };
}

function titleOf({ head: [title] }: SheetParts): string {
  const [cell] = title.cells;
  return cell === undefined ? '' : shownText(cell.content, undefined);
}

function tableOf({ head: [, , heads], table, total, columns, widths }: SheetParts): PaperBlock {
  return {
    kind: 'table',
    caption: '',
    columns: widths.map((width, place) => width * (widened[columns[place]?.key ?? ''] ?? 1)),
    headRows: 1,
    rows: [heads, ...table, total].map(rowOf),
    landscape: false,
  };
}

function rowOf({ cells }: StreamedRow): PaperTable['rows'][number] {
  return cells.map(cellOf);
}

function cellOf({ content, style, across = 1, down = 1 }: StreamedCell): PaperCell {
  const { font, alignment, numFmt } = style;
  const horizontal = alignment?.horizontal;
  return {
    text: shownText(content, numFmt),
    bold: font?.bold ?? false,
    align: horizontal === 'center' || horizontal === 'right' ? horizontal : 'left',
    across,
    down,
  };
}

function signingTable({ signatures }: SheetParts): PaperBlock {
  const rows: PaperCell[][] = [];
  for (let first = 0; first < signatures.length; first += SIGNATURES_IN_A_ROW) {
    const pair = signatures.slice(first, first + SIGNATURES_IN_A_ROW);
    const isAlone = pair.length < SIGNATURES_IN_A_ROW;
    rows.push(pair.flatMap((name) => [formLabel(name), formRoom('', isAlone ? 3 : 1, SIGNING_HEIGHT)]));
  }
  return { kind: 'table', caption: '', columns: SIGNING_COLUMNS, headRows: 0, rows, landscape: false };
}
