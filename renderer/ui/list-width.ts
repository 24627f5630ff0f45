/** A width of its own where it fits would reach below the bar at the side, and scroll by just that bar. */
export function sideways(isVirtual: boolean, minWidth: number, width: number): { x?: number } {
  return isVirtual || minWidth > width ? { x: Math.max(minWidth, width) } : {};
}
