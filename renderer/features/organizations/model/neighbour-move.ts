interface Placed {
  uid: string;
}

/**
 * Where chosen rows go when they are moved up or down by one; several move together.
 * @returns behind which row (null: to the front), or null where they stand at the end already
 */
export function neighbourMove(
  rows: readonly Placed[],
  chosen: readonly string[],
  direction: -1 | 1,
): { after: string | null } | null {
  const taken = new Set(chosen);
  const places = rows.flatMap((row, place) => (taken.has(row.uid) ? [place] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  const others = (part: readonly Placed[]) => part.filter((row) => !taken.has(row.uid));
  if (direction === -1) {
    const before = others(rows.slice(0, first));
    return before.length === 0 ? null : { after: before.at(-2)?.uid ?? null };
  }
  const [next] = others(rows.slice(last + 1));
  return next === undefined ? null : { after: next.uid };
}
