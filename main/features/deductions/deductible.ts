import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';

/** Points are taken from what is there at the beginning: not from bonuses, which are earned. */
export function deductibleIndicators({ scheme }: GroupFrame): Indicator[] {
  const bonus = new Set(scheme.categories.filter((category) => category.bonus).map(({ uid }) => uid));
  return scheme.indicators.filter(({ categoryUid, maxPoints }) => !bonus.has(categoryUid) && maxPoints > 0);
}
