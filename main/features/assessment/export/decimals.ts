import type { Points } from '#shared/points.ts';
import type { ExportForm } from '#shared/rules/assessment/export-form/model.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import { isThousandth } from './live-numbers.ts';
import type { SheetLayout } from './sheet-layout.ts';

const MOST = 3;

export interface SheetDecimals {
  /** Of the column 分值: as many as the scheme's points have. */
  full: number;
  /** Of the column 考评分: as the form says, else those that the scheme shows, or more where an item's score has more. */
  score: number;
}

/** Of totals and subtotals. */
export function totalDecimals(
  { decimals }: Pick<ExportForm, 'decimals'>,
  settings: Pick<SchemeSettings, 'decimals'>,
): number {
  return decimals ?? settings.decimals;
}

export function decimalsOf(
  { plan, blocks }: SheetLayout,
  score: ObjectScore,
  form: Pick<ExportForm, 'decimals'>,
): SheetDecimals {
  const { settings } = plan.scheme;
  const scored = [...score.indicators.values()].flatMap((own) =>
    isThousandth(own.score) ? [own.points] : [],
  );
  return {
    full: fullDecimals({ plan, blocks }),
    score: form.decimals ?? Math.max(settings.decimals, neededBy(scored)),
  };
}

export function fullDecimals({ plan, blocks }: Pick<SheetLayout, 'plan' | 'blocks'>): number {
  const items = [...plan.scheme.indicators, ...blocks.map(({ category }) => category)];
  return neededBy(items.map(({ maxPoints }) => maxPoints));
}

function neededBy(points: readonly Points[]): number {
  return points.reduce((most, one) => Math.max(most, decimalsOfPoints(one)), 0);
}

function decimalsOfPoints(points: Points): number {
  const zeros = [1000, 100, 10].findIndex((unit) => points % unit === 0);
  return zeros === -1 ? MOST : zeros;
}
