const LETTERS = 26;
const LETTER_A = 65;

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % LETTERS;
  const before = column > LETTERS ? columnLetters((column - 1 - rest) / LETTERS) : '';
  return before + String.fromCharCode(LETTER_A + rest);
}

export function cellReference(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** A cell of another sheet as a formula names it. */
export function foreignReference(sheetName: string, row: number, column: number): string {
  return `'${sheetName.replaceAll("'", "''")}'!${cellReference(row, column)}`;
}
