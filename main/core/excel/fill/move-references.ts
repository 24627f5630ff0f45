import { columnOfPlace, LAST_ROW, parsePlace, rowOfPlace } from '../read/cell-reference.ts';
import { cellReference } from '../write/references.ts';
import { mapReferences, type Reference, type ReferenceEnd } from './formula-references.ts';
import type { RowInsertion, RowPlan } from './row-plan.ts';

/** How the rows of every sheet move; by the sheet's name in lower case, where they do. */
export type RowPlans = ReadonlyMap<string, RowPlan>;

/** Where a formula stands. */
export interface FormulaPlace {
  sheet: string;
  /** Of its cell in the form, and now; undefined for what stands in no cell. */
  rows?: { from: number; to: number; isCopy: boolean };
  /** What names a block's only row means all its rows, as a chart's series does. */
  meansBlock?: boolean;
}

/** The formula as it has to read once the rows have moved. */
export function moveFormula(formula: string, place: FormulaPlace, plans: RowPlans): string {
  const own = plans.get(place.sheet.toLowerCase());
  const shift =
    place.rows?.isCopy === true ? place.rows.to - (own?.row(place.rows.from) ?? place.rows.from) : 0;
  return mapReferences(formula, (reference) => {
    const isOwn =
      reference.sheet === undefined || reference.sheet.toLowerCase() === place.sheet.toLowerCase();
    const plan = isOwn ? own : plans.get(reference.sheet?.toLowerCase() ?? '');
    if (plan === undefined) return shift === 0 ? reference : shiftedReference(reference, shift);
    const block = isOwn && place.rows !== undefined ? plan.blockOf(place.rows.from) : undefined;
    return block === undefined || place.rows === undefined
      ? movedReference(reference, plan, {
          shift,
          isGrowing: reference.isAddedUp || place.meansBlock === true,
        })
      : inBlock(reference, plan, { block, shift, ...place.rows });
  });
}

type Moved = Pick<Reference, 'first' | 'last'> | null;

/** As a copied formula's: what is not fixed moves with it. */
function shiftedReference({ first, last }: Reference, shift: number): Moved {
  const move = (end: ReferenceEnd) => (end.isFixed ? end : { ...end, row: end.row + shift });
  return bounded({ first: move(first), last: last && move(last) });
}

function movedReference(
  { first, last }: Reference,
  plan: RowPlan,
  { shift, isGrowing }: { shift: number; isGrowing: boolean },
): Moved {
  const move = (end: ReferenceEnd, row: number) => ({ ...end, row: end.isFixed ? row : row + shift });
  const from = move(first, plan.row(first.row));
  if (last !== undefined) return bounded({ first: from, last: move(last, plan.lastRow(last.row)) });
  const grown = plan.lastRow(first.row);
  // A total over the only row of a block is meant to be one over all of them.
  return bounded({
    first: from,
    last: isGrowing && grown !== plan.row(first.row) ? move(first, grown) : undefined,
  });
}

interface BlockFormula {
  block: RowInsertion;
  shift: number;
  from: number;
  to: number;
  isCopy: boolean;
}

/** A formula of a repeated row goes with its row: what it names in its block keeps its distance. */
function inBlock(reference: Reference, plan: RowPlan, formula: BlockFormula): Moved {
  const { first, last } = reference;
  const { block, shift, from, to } = formula;
  if (last !== undefined && isWholeBlock(first, last, block)) {
    return {
      first: { ...first, row: plan.row(block.top) },
      last: { ...last, row: plan.lastRow(block.bottom) },
    };
  }
  const move = (end: ReferenceEnd, isLast: boolean): ReferenceEnd => {
    if (end.isFixed) return { ...end, row: isLast ? plan.lastRow(end.row) : plan.row(end.row) };
    if (end.row > block.bottom) return { ...end, row: plan.row(end.row) };
    const row = end.row < block.top ? plan.row(end.row) + shift : to + end.row - from;
    return { ...end, row };
  };
  return bounded({ first: move(first, false), last: last && move(last, true) });
}

/**
 * In one row two columns are a range of that row; the same column named twice is the block's. With one end fixed it is
 * a total so far.
 */
function isWholeBlock(first: ReferenceEnd, last: ReferenceEnd, { top, bottom }: RowInsertion): boolean {
  if (first.row !== top || last.row !== bottom || first.isFixed !== last.isFixed) return false;
  return top !== bottom || first.column.replace('$', '') === last.column.replace('$', '');
}

function bounded(moved: Pick<Reference, 'first' | 'last'>): Moved {
  const ends = moved.last === undefined ? [moved.first] : [moved.first, moved.last];
  return ends.every(({ row }) => row >= 1 && row <= LAST_ROW) ? moved : null;
}

/** A1:B2 of one sheet, of something that spans rows: a merge, a table, a filter. */
export function moveRange(range: string, plan: RowPlan): string {
  const [first = '', last = first] = range.split(':');
  const from = moveCell(first, plan);
  const to = moveCell(last, plan, 'last');
  return from === to ? from : `${from}:${to}`;
}

export function moveCell(cell: string, plan: RowPlan, end: 'first' | 'last' = 'first'): string {
  const place = parsePlace(cell.replaceAll('$', ''));
  // Whole columns, and what is no place.
  if (place === undefined) return cell;
  const row = rowOfPlace(place);
  const moved = end === 'last' ? plan.lastRow(row) : plan.row(row);
  return moved === row ? cell : cellReference(moved, columnOfPlace(place));
}

/** Several ranges with a format or a check of their own, which copied rows take with them. */
export function moveAreas(areas: string, plan: RowPlan): string {
  return areas
    .split(/\s+/u)
    .map((area) => moveArea(area, plan))
    .join(' ');
}

function moveArea(area: string, plan: RowPlan): string {
  const [first = '', last = first] = area.split(':');
  const place = parsePlace(last);
  const pattern =
    place === undefined ? undefined : plan.insertions.find((each) => each.pattern === rowOfPlace(place));
  if (place === undefined || pattern === undefined) return moveRange(area, plan);
  const from = moveCell(first, plan);
  const to = cellReference(plan.row(pattern.pattern) + pattern.count, columnOfPlace(place));
  return `${from}:${to}`;
}
