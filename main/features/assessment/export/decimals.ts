import type { Points } from '#shared/points.ts';
import type { ObjectScore } from '#shared/rules/scoring/object.ts';
import { isThousandth } from './live-numbers.ts';
import type { SheetLayout } from './sheet-layout.ts';

const MOST = 3;

export interface SheetDecimals {
  /** Of the column 分值: as many as the scheme's points have. */
  full: number;
  /** Of the column 考评分: those that the scheme shows, or more where an item's score has more. */
  score: number;
}

export function decimalsOf({ plan, blocks }: SheetLayout, score: ObjectScore): SheetDecimals {
  const { indicators, settings } = plan.scheme;
  const full = [...indicators, ...blocks.map(({ category }) => category)].map(({ maxPoints }) => maxPoints);
  const scored = [...score.indicators.values()].flatMap((own) =>
    isThousandth(own.score) ? [own.points] : [],
  );
  return { full: neededBy(full), score: Math.max(settings.decimals, neededBy(scored)) };
}

function neededBy(points: readonly Points[]): number {
  return points.reduce((most, one) => Math.max(most, decimalsOfPoints(one)), 0);
}

function decimalsOfPoints(points: Points): number {
  const zeros = [1000, 100, 10].findIndex((unit) => points % unit === 0);
  return zeros === -1 ? MOST : zeros;
}
