/** Where something dragged is let go: on a row, or in the gap before or behind it. */
export type DropPlace = 'on' | 'before' | 'behind';

/** Upper and lower part of a row that count as the gap beside it. */
const GAP_SHARE = 0.28;

export function pointedPlace({ top, height }: { top: number; height: number }, y: number): DropPlace {
  if (y < top + height * GAP_SHARE) return 'before';
  return y > top + height * (1 - GAP_SHARE) ? 'behind' : 'on';
}
