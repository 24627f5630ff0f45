/** Where there is no room for all, some columns stay away; what is left shares the width that there is. */
export function columnsFor<Column extends { key?: unknown }>(
  columns: readonly Column[],
  leftOut: readonly string[],
  hasRoom: boolean,
): readonly Column[] {
  return hasRoom ? columns : columns.filter(({ key }) => typeof key !== 'string' || !leftOut.includes(key));
}

/** A width of its own where it fits would reach below the bar at the side, and scroll by just that bar. */
export function sideways(isVirtual: boolean, minWidth: number, width: number): { x?: number } {
  return isVirtual || minWidth > width ? { x: Math.max(minWidth, width) } : {};
}
