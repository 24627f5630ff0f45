/** Room between neighbours in the protocol order, so that moving one changes one row. */
export const ORDER_STEP = 1_000;

/**
 * Orders for `count` newcomers between two neighbours (null: no neighbour on that side).
 * @returns null where there is no room left: then all siblings are numbered anew
 */
export function ordersBetween(before: number | null, after: number | null, count: number): number[] | null {
  const low = before ?? (after === null ? 0 : after - ORDER_STEP * (count + 1));
  const step = after === null ? ORDER_STEP : Math.floor((after - low) / (count + 1));
  if (step < 1) return null;
  return Array.from({ length: count }, (_unused, index) => low + step * (index + 1));
}
