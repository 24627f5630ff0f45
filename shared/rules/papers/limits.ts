/** How much the parts of a paper's body may hold; lengths in characters. */
export const bodyLimits = {
  blocks: 2_000,
  runs: 500,
  runText: 5_000,
  caption: 100,
  columns: 30,
  rows: 2_000,
  headRows: 5,
  cellText: 2_000,
} as const;
