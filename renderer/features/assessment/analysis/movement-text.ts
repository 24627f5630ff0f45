import type { AnalysedObject, EarlierGroup, GroupAnalysis } from '#shared/contract/analysis.ts';
import { movementOf, placesWord } from '#shared/rules/assessment/analysis/movement.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';

/** 上升2名 +1.5; 新增 for who was not assessed then. */
export function movementText(
  object: AnalysedObject,
  which: 'previous' | 'lastYear',
  { fullPoints, decimals, [which]: group }: GroupAnalysis,
): string {
  const before = object[which];
  if (before === null || group === null) return '新增';
  const { places, points } = movementOf(object, before, group.fullPoints === fullPoints);
  const change = points === null ? '' : signed(points, decimals);
  const words = [placesWord(places), change].filter((word) => word !== '').join(' ');
  return words === '' ? '—' : words;
}

function signed(points: number, decimals: number): string {
  return `${points > 0 ? '+' : ''}${decimalText(points, decimals)}`;
}

/** Why only ranks are compared, where it is so. */
export function comparisonNotes({ fullPoints, previous, lastYear }: GroupAnalysis): string[] {
  const isOther = (group: EarlierGroup | null): group is EarlierGroup =>
    group !== null && group.fullPoints !== fullPoints;
  return [previous, lastYear]
    .filter(isOther)
    .map(
      (group) =>
        `“${group.periodTitle}”满分 ${group.fullPoints / 1000} 分，本期 ${fullPoints / 1000} 分，只比较名次。`,
    );
}
