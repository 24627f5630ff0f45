/** How much a form may hold; said in words by `formProblems`. */
export const formLimits = {
  name: 30,
  title: 60,
  unit: 60,
  signature: 30,
  signatures: 6,
  fileName: 80,
  ending: 20,
  columnName: 20,
  decimals: 3,
  margin: 50,
} as const;
