import type { GroupFrame } from '#shared/contract/assessment.ts';
import type { GroupScorer } from '#shared/rules/scoring/group.ts';
import type { SheetCellView } from '#renderer/ui/sheet-grid/types.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';

/** A category's sum so far; empty, as the total, while nothing in it is scored: 0.00 would look like a score. */
export function subtotalViews({ scheme }: GroupFrame, scorer: GroupScorer) {
  const { decimals } = scheme.settings;
  const ownIndicators = Map.groupBy(scheme.indicators, ({ categoryUid }) => categoryUid);

  return (objectUid: string, categoryUid: string): SheetCellView => {
    const { categories, indicators } = scorer.score(objectUid);
    const statuses = (ownIndicators.get(categoryUid) ?? []).map(({ uid }) => indicators.get(uid)?.status);
    const isUntouched = statuses.includes('empty') && !statuses.includes('scored');
    if (isUntouched) return { text: '', tone: 'readonly' };
    const points = categories.find(({ uid }) => uid === categoryUid)?.points ?? 0;
    return { text: decimalText(points, decimals), tone: 'readonly' };
  };
}
