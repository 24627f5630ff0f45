import type { GroupResultRow } from '#shared/contract/assessment.ts';
import type { Fraction } from '#shared/rules/fraction.ts';
import { fractionOf, roundHalfUp, sumFractions } from '#shared/rules/fraction.ts';
import { afterVeto, type ObjectScore } from '#shared/rules/scoring/object.ts';
import { cellReference, foreignReference } from '#main/core/excel/write/references.ts';
import { exactNumber, isThousandth, type LiveNumber, pointsNumber, roundedNumber } from './live-numbers.ts';
import type { SheetLayout } from './sheet-layout.ts';
import type { SummaryColumns } from './summary-columns.ts';
import { vetoed, vetoPoints } from './total-formulas.ts';

/* The numbers of one row of the summary: taken from the object's own sheet, or without one from the row's own cells. */

export interface SummaryNumbers {
  /** By category. */
  subtotals: readonly (LiveNumber | null)[];
  bonus: LiveNumber | null;
  total: LiveNumber | null;
  converted: LiveNumber | null;
}

export interface ObjectPlan {
  /** Of the object's own sheet; null where the workbook has none. */
  name: string | null;
  layout: SheetLayout;
}

const CANNOT_FOLLOW = '此数由未四舍五入的各项得分算出，表中四舍五入后的各项得分算不出它，所以这里直接写入。';

export function linkedNumbers(row: GroupResultRow, name: string, layout: SheetLayout): SummaryNumbers {
  const linked = (points: number | null, target: number | null): LiveNumber | null => {
    if (points === null || target === null) return null;
    const formula = `ROUND(${foreignReference(name, target, layout.scoreColumn)},3)`;
    return { content: { formula, result: pointsNumber(points) } };
  };
  return {
    subtotals: layout.blocks.map((block, place) => linked(row.subtotals[place] ?? null, block.row)),
    bonus: linked(row.bonus, layout.foot.bonus),
    total: linked(row.total, layout.foot.total),
    converted: linked(row.converted, layout.foot.converted),
  };
}

/** @param row of the sheet, from 1 */
export function ownNumbers(
  score: ObjectScore,
  layout: SheetLayout,
  { places }: SummaryColumns,
  row: number,
): SummaryNumbers {
  const first = places.get('categories');
  const way = first === undefined ? null : baseOfCells(score, layout, cellReferences(first, row));
  const bonusColumn = places.get('bonus');
  const added =
    bonusColumn === undefined ? numberTerm(score.bonusPoints) : `+${cellReference(row, bonusColumn)}`;
  const withBonus = way && {
    expression: `${way.expression}${added}`,
    worth: way.worth.add(fractionOf(score.bonusPoints)),
  };
  return {
    subtotals: score.categories.map(({ sum }) => plainNumber(sum)),
    bonus: layout.foot.bonus === null ? null : plainNumber(score.bonus),
    total: score.total && followed(withBonus && afterVetoOfCells(withBonus, score, layout), score.total),
    converted: score.converted && followed(convertedOfCells(way, score, layout), score.converted),
  };
}

/** A formula over cells with what it is worth, in thousandths. */
interface Way {
  expression: string;
  worth: Fraction;
}

function numberTerm(points: number): string {
  return points === 0 ? '' : `+${pointsNumber(points)}`;
}

function cellReferences(first: number, row: number): (place: number) => string {
  return (place) => cellReference(row, first + place);
}

function baseOfCells(
  { categories }: ObjectScore,
  { blocks, plan, takenOut }: SheetLayout,
  cell: (place: number) => string,
): Way {
  const counted = blocks.flatMap(({ category }, place) => (category.bonus ? [] : [place]));
  const sum = sumFractions(counted.map((place) => fractionOf(categories[place]?.points ?? 0)));
  const expression = counted.length === 0 ? '0' : `SUM(${counted.map(cell).join(',')})`;
  const rest = plan.full - takenOut;
  if (takenOut === 0 || rest === 0) return { expression, worth: sum };
  return {
    expression: `${expression}*${pointsNumber(plan.full)}/${pointsNumber(rest)}`,
    worth: sum.mul(fractionOf(plan.full, rest)),
  };
}

function afterVetoOfCells({ expression, worth }: Way, score: ObjectScore, { plan }: SheetLayout): Way {
  const taken = vetoPoints(score);
  return {
    expression: vetoed(expression, taken === null ? null : String(pointsNumber(taken)), plan, score),
    worth: afterVeto(plan, worth, score.veto),
  };
}

function convertedOfCells(way: Way | null, score: ObjectScore, layout: SheetLayout): Way | null {
  const { convertTo } = layout.plan.scheme.settings;
  if (way === null || convertTo === null) return null;
  const base = afterVetoOfCells(way, score, layout);
  return {
    expression: `(${base.expression})*${pointsNumber(convertTo)}/${pointsNumber(layout.plan.full)}`,
    worth: base.worth.mul(fractionOf(convertTo, layout.plan.full)),
  };
}

/** Live only where the rounded cells lead to the same; a number that nothing in the sheet leads to stands as it is. */
function followed(way: Way | null, exact: Fraction): LiveNumber {
  const content = pointsNumber(roundHalfUp(exact));
  if (way === null) return { content };
  return roundHalfUp(way.worth) === roundHalfUp(exact)
    ? roundedNumber(way.expression, way.worth)
    : { content, note: CANNOT_FOLLOW };
}

function plainNumber(exact: Fraction): LiveNumber {
  const number = exactNumber(exact);
  return isThousandth(exact) || typeof number === 'number'
    ? { content: number }
    : roundedNumber(number.formula, exact);
}
