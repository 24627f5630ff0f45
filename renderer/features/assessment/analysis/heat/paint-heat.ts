import type { GroupAnalysis } from '#shared/contract/analysis.ts';
import { lossColour, type LossMeasure, lossStep } from '#shared/rules/assessment/analysis/heat.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { LossCell } from '#shared/rules/assessment/analysis/losses.ts';
import { pictureFont, shortened } from '#renderer/ui/picture/drawing.ts';
import { CATEGORY_HEIGHT, type HeatLayout, type HeatPlace } from './heat-layout.ts';

/** The part of the map that is seen: head and names stay, the cells move below them. */
export interface HeatView {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface PaintedHeat {
  analysis: GroupAnalysis;
  layout: HeatLayout;
  measure: LossMeasure;
  /** Points that the greatest loss of the map is. */
  most: number;
  active: HeatPlace | null;
}

const INK = '#1f1f1f';
const LINE = '#e4e4e7';
const STRONG_LINE = '#8b929a';
const HEAD = '#f7f7f8';
const LETTER_WIDTH = 7;
const NAME_LETTERS = 8;

/** Paints what is seen and nothing else: a map of 150 × 120 holds 18 000 cells. */
export function paintHeat(context: CanvasRenderingContext2D, heat: PaintedHeat, view: HeatView): void {
  context.textBaseline = 'middle';
  paintCells(context, heat, view);
  paintHead(context, heat, view);
  paintNames(context, heat, view);
  context.fillStyle = HEAD;
  context.fillRect(0, 0, heat.layout.leadWidth, heat.layout.headHeight);
}

interface Span {
  first: number;
  last: number;
}

function spanOf(scrolled: number, room: number, size: number, count: number): Span {
  return {
    first: Math.max(0, Math.floor(scrolled / size)),
    last: Math.min(count - 1, Math.floor((scrolled + room) / size)),
  };
}

function rowsSeen({ analysis, layout }: PaintedHeat, view: HeatView): Span {
  return spanOf(view.top, view.height - layout.headHeight, layout.cellHeight, analysis.objects.length);
}

function columnsSeen({ analysis, layout }: PaintedHeat, view: HeatView): Span {
  return spanOf(view.left, view.width - layout.leadWidth, layout.cellWidth, analysis.indicators.length);
}

function paintCells(context: CanvasRenderingContext2D, heat: PaintedHeat, view: HeatView): void {
  const { analysis, layout, measure, most, active } = heat;
  const { cellWidth, cellHeight } = layout;
  const [rows, columns] = [rowsSeen(heat, view), columnsSeen(heat, view)];
  context.font = `11px ${pictureFont}`;
  context.textAlign = 'center';
  context.fillStyle = LINE;
  context.fillRect(
    layout.leadWidth,
    layout.headHeight,
    layout.width - layout.leadWidth - view.left,
    layout.height - layout.headHeight - view.top,
  );
  for (let row = rows.first; row <= rows.last; row += 1) {
    const y = layout.headHeight + row * cellHeight - view.top;
    for (let column = columns.first; column <= columns.last; column += 1) {
      const cell = analysis.objects[row]?.cells[column] ?? 'empty';
      const { maxPoints = 0 } = analysis.indicators[column] ?? {};
      const x = layout.leadWidth + column * cellWidth - view.left;
      context.fillStyle = cellColour(cell, (lost) => lossStep(lost, measure === 'share' ? maxPoints : most));
      context.fillRect(x, y, cellWidth - 1, cellHeight - 1);
      const text = cellText(cell);
      if (text === '' || text.length * LETTER_WIDTH > cellWidth) continue;
      context.fillStyle = INK;
      context.fillText(text, x + cellWidth / 2, y + cellHeight / 2);
    }
  }
  if (active === null) return;
  context.strokeStyle = '#b3261e';
  context.lineWidth = 2;
  context.strokeRect(
    layout.leadWidth + active.column * cellWidth - view.left,
    layout.headHeight + active.row * cellHeight - view.top,
    cellWidth - 1,
    cellHeight - 1,
  );
}

function cellColour(cell: LossCell, stepOf: (lost: number) => number): string {
  if (typeof cell === 'number') return `#${lossColour(stepOf(cell))}`;
  return cell === 'notApplicable' ? '#ececee' : '#fff';
}

/** A sign beside the colour: nothing has to be told by colour alone. */
function cellText(cell: LossCell): string {
  if (cell === 'notApplicable') return '/';
  if (cell === 'empty') return '·';
  return cell === 0 ? '' : pointsText(cell);
}

function paintHead(context: CanvasRenderingContext2D, heat: PaintedHeat, view: HeatView): void {
  const { analysis, layout } = heat;
  const { leadWidth, headHeight, cellWidth } = layout;
  context.fillStyle = HEAD;
  context.fillRect(leadWidth, 0, view.width - leadWidth, headHeight);
  const { first, last } = columnsSeen(heat, view);
  context.font = `12px ${pictureFont}`;
  for (const { name, from, to } of categorySpans(analysis)) {
    const left = Math.max(leadWidth, leadWidth + from * cellWidth - view.left);
    const right = Math.min(view.width, leadWidth + (to + 1) * cellWidth - view.left);
    if (right <= left) continue;
    context.fillStyle = STRONG_LINE;
    context.fillRect(right - 1, 0, 1, view.height);
    context.fillStyle = INK;
    context.textAlign = 'left';
    const letters = Math.floor((right - left - 8) / 12);
    if (letters >= 2) context.fillText(shortened(name, letters), left + 4, CATEGORY_HEIGHT / 2);
  }
  context.textAlign = 'center';
  for (let column = first; column <= last; column += 1) {
    const x = leadWidth + (column + 0.5) * cellWidth - view.left;
    if (x < leadWidth) continue;
    context.fillStyle = INK;
    const middle = CATEGORY_HEIGHT + (headHeight - CATEGORY_HEIGHT) / 2;
    context.fillText(columnName(analysis, column), x, middle, cellWidth - 2);
  }
  context.fillStyle = LINE;
  context.fillRect(0, headHeight - 1, view.width, 1);
}

/** The number in the document, or the place where it numbers nothing. */
function columnName({ indicators }: GroupAnalysis, column: number): string {
  const number = indicators[column]?.number ?? '';
  return number === '' ? String(column + 1) : number;
}

function categorySpans({
  categories,
  indicators,
}: GroupAnalysis): { name: string; from: number; to: number }[] {
  return categories.map(({ uid, name }) => ({
    name,
    from: indicators.findIndex(({ categoryUid }) => categoryUid === uid),
    to: indicators.findLastIndex(({ categoryUid }) => categoryUid === uid),
  }));
}

function paintNames(context: CanvasRenderingContext2D, heat: PaintedHeat, view: HeatView): void {
  const { analysis, layout } = heat;
  const { leadWidth, headHeight, cellHeight } = layout;
  context.fillStyle = HEAD;
  context.fillRect(0, headHeight, leadWidth, view.height - headHeight);
  const { first, last } = rowsSeen(heat, view);
  context.font = `12px ${pictureFont}`;
  context.textAlign = 'left';
  context.fillStyle = INK;
  for (let row = first; row <= last; row += 1) {
    const middle = headHeight + (row + 0.5) * cellHeight - view.top;
    if (middle < headHeight) continue;
    context.fillText(shortened(analysis.objects[row]?.shortName ?? '', NAME_LETTERS), 8, middle);
  }
  context.fillStyle = LINE;
  context.fillRect(leadWidth - 1, 0, 1, view.height);
}
