import type { Points } from '../../../points.ts';
import { decimalText } from '../../scoring/points-text.ts';

/** How an object stood in some period. */
export interface Stood {
  total: Points | null;
  rank: number | null;
}

export interface Movement {
  /** Places won; negative: lost. Null where either has no rank. */
  places: number | null;
  /** Points won; null where either has no total, or the schemes' full points differ. */
  points: Points | null;
}

/** @param sameFull whether both were scored out of the same points: else totals say nothing about each other */
export function movementOf(now: Stood, before: Stood, sameFull: boolean): Movement {
  return {
    places: now.rank === null || before.rank === null ? null : before.rank - now.rank,
    points: !sameFull || now.total === null || before.total === null ? null : now.total - before.total,
  };
}

/** 上升2名, 下降1名, 持平; empty where there is nothing to compare. */
export function placesWord(places: number | null): string {
  if (places === null) return '';
  if (places === 0) return '名次持平';
  return places > 0 ? `上升${places}名` : `下降${-places}名`;
}

/**
 * 上升2名 +1.5; 新增 for who was not assessed then, and nothing of who is not scored completely.
 * @param sameFull as for `movementOf`
 */
export function movementText(
  now: Stood & { complete: boolean },
  before: Stood | null,
  { sameFull, decimals }: { sameFull: boolean; decimals: number },
): string {
  if (!now.complete) return '—';
  if (before === null) return '新增';
  const { places, points } = movementOf(now, before, sameFull);
  const change = points === null ? '' : `${points > 0 ? '+' : ''}${decimalText(points, decimals)}`;
  const words = [placesWord(places), change].filter((word) => word !== '').join(' ');
  return words === '' ? '—' : words;
}
