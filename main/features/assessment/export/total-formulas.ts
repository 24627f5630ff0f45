import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import type { ObjectScore, SchemePlan } from '#shared/rules/scoring/object.ts';
import { cellReference } from '#main/core/excel/write/references.ts';
import { isThousandth, type LiveNumber, pointsNumber, roundedNumber } from './live-numbers.ts';
import { type CategoryBlock, type SheetLayout, sumOf } from './sheet-layout.ts';

/* The way from the items to the total, as formulas over the cells of one score sheet. */

export function subtotal(
  { scoreColumn }: SheetLayout,
  block: CategoryBlock,
  place: number,
  score: ObjectScore,
): LiveNumber | null {
  const sum = score.categories[place]?.sum;
  return sum === undefined ? null : roundedNumber(sumOf([block], scoreColumn), sum);
}

/** Without bonus, before rescaling. */
export function baseSum(layout: SheetLayout): LiveNumber {
  return roundedNumber(baseExpression(layout), layout.base);
}

export function bonusSum(layout: SheetLayout, score: ObjectScore): LiveNumber {
  return roundedNumber(bonusExpression(layout, score), score.bonus);
}

/** Null where nothing that counts applies to the object. */
export function totalNumber(layout: SheetLayout, score: ObjectScore): LiveNumber | null {
  if (score.total === null) return null;
  const base = rescaledBase(layout);
  const { bonus } = layout.foot;
  if (bonus === null) return roundedNumber(afterVeto(base, layout, score), score.total);
  const added = isThousandth(score.bonus) ? scoreCell(layout, bonus) : bonusExpression(layout, score);
  return roundedNumber(afterVeto(`${base}+${added}`, layout, score), score.total);
}

export function convertedNumber(layout: SheetLayout, score: ObjectScore): LiveNumber | null {
  const { settings } = layout.plan.scheme;
  if (score.converted === null || settings.convertTo === null) return null;
  const factor = `${pointsNumber(settings.convertTo)}/${pointsNumber(layout.plan.full)}`;
  return roundedNumber(`(${afterVeto(rescaledBase(layout), layout, score)})*${factor}`, score.converted);
}

/** What a veto takes, as a number of its own; null where it does not take points. */
export function vetoPoints({ veto }: ObjectScore): number | null {
  return veto.effect === 'zeroTotal' || veto.deducted === 0 ? null : veto.deducted;
}

function scoreCell({ scoreColumn }: SheetLayout, row: number): string {
  return cellReference(row, scoreColumn);
}

function baseExpression({ blocks, scoreColumn }: SheetLayout): string {
  const counted = blocks.filter(({ category }) => !category.bonus);
  return sumOf(counted, scoreColumn);
}

function rescaledBase(layout: SheetLayout): string {
  const { applicable } = layout.foot;
  const base = baseExpression(layout);
  return applicable === null
    ? base
    : `${base}*${pointsNumber(layout.plan.full)}/${scoreCell(layout, applicable)}`;
}

/** Points of bonus rules of ordinary items have no cell of their own and stand in the formula. */
function bonusExpression({ blocks, plan, scoreColumn }: SheetLayout, score: ObjectScore): string {
  const bonusBlocks = blocks.filter(({ category, indicators }) => category.bonus && indicators.length > 0);
  const fromRules = plan.scheme.indicators.flatMap(({ uid, categoryUid }) => {
    const bonus = plan.bonusCategories.has(categoryUid) ? 0 : (score.indicators.get(uid)?.bonus ?? 0);
    return bonus === 0 ? [] : [String(pointsNumber(bonus))];
  });
  const parts = [...(bonusBlocks.length === 0 ? [] : [sumOf(bonusBlocks, scoreColumn)]), ...fromRules];
  return capped(parts.length === 0 ? '0' : parts.join('+'), plan.scheme.settings);
}

function capped(expression: string, { bonusCap }: SchemeSettings): string {
  return bonusCap === null ? expression : `MIN(${pointsNumber(bonusCap)},${expression})`;
}

function afterVeto(expression: string, layout: SheetLayout, score: ObjectScore): string {
  const { foot, plan } = layout;
  const taken = foot.veto === null || vetoPoints(score) === null ? null : scoreCell(layout, foot.veto);
  return vetoed(expression, taken, plan, score);
}

/** @param taken the cell or number that the veto takes; null where it takes none */
export function vetoed(
  expression: string,
  taken: string | null,
  { negativeTotals }: SchemePlan,
  { veto }: ObjectScore,
): string {
  if (veto.effect === 'zeroTotal') return `MIN(0,${expression})`;
  if (veto.effect === null || taken === null) return expression;
  const rest = `${expression}-${taken}`;
  return negativeTotals ? rest : `MAX(0,${rest})`;
}
