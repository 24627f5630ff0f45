import type { Points } from '#shared/points.ts';
import { fractionOf, sumFractions } from '#shared/rules/fraction.ts';
import type { Fraction } from '#shared/rules/fraction.ts';
import type { Indicator, SchemeCategory } from '#shared/contract/schemes.ts';
import { planScheme } from '#shared/rules/scoring/object.ts';
import type { ObjectScore, SchemePlan } from '#shared/rules/scoring/object.ts';
import { columnLetters } from '#main/core/excel/write/references.ts';
import type { ExportGroup } from './export-group.ts';

/*
 * Where everything stands on one object's score sheet. It is worked out before any sheet is written, because the
 * summary in front refers to cells of the sheets behind it.
 */

/** Title, caption and column heads. */
export const HEAD_ROWS = 3;

export interface CategoryBlock {
  category: SchemeCategory;
  indicators: readonly Indicator[];
  row: number;
  firstItem: number;
}

/** Rows of the foot; null where the object's total does not need them. */
interface FootRows {
  base: number | null;
  applicable: number | null;
  bonus: number | null;
  veto: number | null;
  total: number;
  converted: number | null;
}

export interface SheetLayout {
  /** In which column the scores stand, from 1. */
  scoreColumn: number;
  blocks: readonly CategoryBlock[];
  foot: FootRows;
  plan: SchemePlan;
  /** Points of what was taken out as not applicable. */
  takenOut: Points;
  /** Points before rescaling, without bonus. */
  base: Fraction;
}

export function layOutSheet(
  { scheme }: Pick<ExportGroup, 'scheme'>,
  score: ObjectScore,
  scoreColumn: number,
): SheetLayout {
  const plan = planScheme(scheme);
  const blocks: CategoryBlock[] = [];
  let row = HEAD_ROWS + 1;
  for (const category of scheme.categories) {
    const indicators = scheme.indicators.filter(({ categoryUid }) => categoryUid === category.uid);
    blocks.push({ category, indicators, row, firstItem: row + 1 });
    row += 1 + indicators.length;
  }
  const takenOut = pointsTakenOut(plan, scheme.indicators, score);
  const needs = { applicable: takenOut > 0, bonus: hasBonus(plan), veto: score.veto.effect !== null };
  const parts = needs.applicable || needs.bonus || needs.veto;
  const next = (needed: boolean): number | null => {
    if (!needed) return null;
    row += 1;
    return row - 1;
  };
  const foot = {
    base: next(parts),
    applicable: next(needs.applicable),
    bonus: next(needs.bonus),
    veto: next(needs.veto),
    total: next(true) ?? row,
    converted: next(scheme.settings.convertTo !== null),
  };
  const counted = score.categories.filter(({ uid }) => !plan.bonusCategories.has(uid));
  return { scoreColumn, blocks, foot, plan, takenOut, base: sumFractions(counted.map(({ sum }) => sum)) };
}

/** The row of one indicator; null where the sheet has none. */
export function itemRowOf({ blocks }: SheetLayout, indicatorUid: string): number | null {
  for (const { firstItem, indicators } of blocks) {
    const place = indicators.findIndex(({ uid }) => uid === indicatorUid);
    if (place >= 0) return firstItem + place;
  }
  return null;
}

/** Whether objects of the scheme can have points beside those for its items. */
export function hasBonus({ scheme, bonusCategories }: SchemePlan): boolean {
  return scheme.indicators.some(
    ({ categoryUid, rules }) =>
      bonusCategories.has(categoryUid) || rules.some(({ kind }) => kind === 'bonus'),
  );
}

/** The cells of a category's items; null for a category without any. */
function itemCells({ firstItem, indicators }: CategoryBlock, column: number): string | null {
  if (indicators.length === 0) return null;
  const letters = columnLetters(column);
  return `${letters}${firstItem}:${letters}${firstItem + indicators.length - 1}`;
}

/** Sum of all these blocks' items, over the cells of a column. */
export function sumOf(blocks: readonly CategoryBlock[], column: number): string {
  const cells = blocks.map((block) => itemCells(block, column)).filter((range) => range !== null);
  return cells.length === 0 ? '0' : `SUM(${cells.join(',')})`;
}

function pointsTakenOut(plan: SchemePlan, indicators: readonly Indicator[], score: ObjectScore): Points {
  return indicators.reduce((sum, { uid, categoryUid, notApplicable, maxPoints }) => {
    const isOut =
      score.indicators.get(uid)?.status === 'notApplicable' &&
      notApplicable === 'rescale' &&
      !plan.bonusCategories.has(categoryUid);
    return isOut ? sum + maxPoints : sum;
  }, 0);
}

/** The points of a bonus category's item and those of its bonus rules stand in one cell. */
export function itemScore(layout: SheetLayout, indicator: Indicator, score: ObjectScore): Fraction {
  const own = score.indicators.get(indicator.uid);
  if (own === undefined) return fractionOf(0);
  const inBonusCategory = layout.plan.bonusCategories.has(indicator.categoryUid);
  return inBonusCategory ? own.score.add(own.bonus) : own.score;
}
