import { bodyLimits } from '#shared/rules/papers/limits.ts';
import type { PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { joinLines } from './join-lines.ts';
import { alignOf, isHidden, isIgnored, ownStyle, styleWithin } from './style.ts';

interface PlacedCell {
  element: HTMLTableCellElement;
  across: number;
  down: number;
}

/** A table of a word processor or a sheet, without its looks; nothing if it holds no words. */
export function readTable(table: HTMLTableElement): PaperTable[] {
  const rows = [...table.rows].filter((row) => !isHidden(row)).slice(0, bodyLimits.rows);
  const { placed, width } = placeCells(rows);
  if (width === 0 || table.textContent.trim() === '') return [];
  return [
    {
      kind: 'table',
      caption: table.caption?.textContent.trim().slice(0, bodyLimits.caption) ?? '',
      columns: widthsOf(table, placed, width),
      headRows: headRowsOf(rows),
      rows: placed.map((cells) => cells.map(readCell)),
      landscape: false,
    },
  ];
}

/** The cells of each row, cut to the table's height and width, so that together they cover every place once. */
function placeCells(rows: readonly HTMLTableRowElement[]): { placed: PlacedCell[][]; width: number } {
  const width = Math.min(bodyLimits.columns, widthOf(rows));
  const covered = rows.map(() => new Set<number>());
  const placed = rows.map((row, top) => {
    const cells: PlacedCell[] = [];
    let left = 0;
    for (const element of row.cells) {
      while (covered[top]?.has(left)) left += 1;
      if (left >= width) break;
      const across = freeAcross(covered[top], left, Math.min(element.colSpan, width - left));
      const down = Math.max(1, Math.min(element.rowSpan || rows.length, rows.length - top));
      cells.push({ element, across, down });
      for (let y = top; y < top + down; y += 1) {
        for (let x = left; x < left + across; x += 1) covered[y]?.add(x);
      }
    }
    return cells;
  });
  return { placed, width };
}

function freeAcross(covered: ReadonlySet<number> | undefined, left: number, wanted: number): number {
  let across = 1;
  while (across < wanted && !covered?.has(left + across)) across += 1;
  return across;
}

function widthOf(rows: readonly HTMLTableRowElement[]): number {
  const hanging: { across: number; until: number }[] = [];
  const widths = rows.map((row, top) => {
    const above = hanging.filter(({ until }) => until > top).reduce((sum, { across }) => sum + across, 0);
    let own = 0;
    for (const cell of row.cells) {
      own += cell.colSpan;
      if (cell.rowSpan > 1) hanging.push({ across: cell.colSpan, until: top + cell.rowSpan });
    }
    return above + own;
  });
  return Math.max(0, ...widths);
}

/** Shares from the columns' or the first plain row's own widths; where any is missing, all are alike. */
function widthsOf(table: HTMLTableElement, placed: readonly PlacedCell[][], width: number): number[] {
  const columns = [...table.querySelectorAll('col')].flatMap((column) =>
    Array.from({ length: column.span }, () => pixels(column)),
  );
  const plainRow = placed.find((cells) => cells.length === width);
  const ofCells = plainRow?.map(({ element }) => pixels(element)) ?? [];
  for (const widths of [columns, ofCells]) {
    if (widths.length !== width || widths.some((one) => one <= 0)) continue;
    const sum = widths.reduce((total, one) => total + one, 0);
    return widths.map((one) => Math.max(0.1, Math.round((one / sum) * 1_000) / 10));
  }
  return Array.from({ length: width }, () => 1);
}

const UNIT_PX: Readonly<Record<string, number>> = { pt: 4 / 3, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };

function pixels(element: HTMLElement): number {
  const [, count = '', unit = 'px'] =
    /^([\d.]+)\s*(\D*)$/.exec(ownStyle(element, 'width') || (element.getAttribute('width') ?? '')) ?? [];
  return Number(count) * (UNIT_PX[unit] ?? 1);
}

function headRowsOf(rows: readonly HTMLTableRowElement[]): number {
  const isHead = (row: HTMLTableRowElement) =>
    row.parentElement?.tagName === 'THEAD' ||
    (row.cells.length > 0 && [...row.cells].every(({ tagName }) => tagName === 'TH'));
  const first = rows.findIndex((row) => !isHead(row));
  const heads = first === -1 ? 0 : first;
  // Sheets and word processors say nothing of heads: the first row nearly always is one.
  return Math.min(bodyLimits.headRows, heads === 0 && rows.length > 1 ? 1 : heads);
}

function readCell({ element, across, down }: PlacedCell): PaperCell {
  const lines = linesOf(element)
    .map((line) => joinLines(line).trim())
    .filter((line, index, all) => line !== '' || (index > 0 && index < all.length - 1));
  const align = alignOf(element);
  const cell: PaperCell = {
    text: lines.join('\n').slice(0, bodyLimits.cellText),
    align: align === 'center' || align === 'right' ? align : 'left',
    across,
    down,
  };
  return isAllBold(element) ? { ...cell, bold: true } : cell;
}

const lineTags = 'p, div, li, tr, h1, h2, h3, h4, h5, h6';

function linesOf(element: Element): string[] {
  const lines = [''];
  const collect = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) lines[lines.length - 1] += child.data;
      else if (child instanceof HTMLBRElement) lines.push('');
      else if (child instanceof HTMLElement && !isIgnored(child) && !isHidden(child)) {
        if (child.matches(lineTags) && lines.at(-1)?.trim() !== '') lines.push('');
        collect(child);
        if (child.matches(lineTags) && lines.at(-1)?.trim() !== '') lines.push('');
      }
    }
  };
  collect(element);
  return lines;
}

function isAllBold(cell: HTMLElement): boolean {
  const texts: boolean[] = [];
  const collect = (element: HTMLElement, bold: boolean): void => {
    const style = styleWithin(element, { bold, place: 'indented' });
    for (const child of element.childNodes) {
      if (child instanceof Text && child.data.trim() !== '') texts.push(style.bold);
      else if (child instanceof HTMLElement) collect(child, style.bold);
    }
  };
  // A head is set apart by its place: that th means bold is the browser's look.
  collect(cell, false);
  return cell.tagName !== 'TH' && texts.length > 0 && texts.every(Boolean);
}
