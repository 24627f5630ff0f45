/** What a received text may at most hold; beyond it the file is refused. */
export const textLimits = {
  characters: 2_000_000,
  blocks: 50_000,
  cells: 200_000,
  /** Word itself allows 63. */
  columns: 63,
  styles: 10_000,
  lists: 10_000,
} as const;
