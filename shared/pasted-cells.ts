/** Cells as Excel and WPS put them on the clipboard: tabs and line ends, quoted where a cell holds them itself. */
export function pastedCells(text: string): string[][] {
  return separatedCells(text, '\t');
}

/** @param separator one character that stands between the cells of a row */
export function separatedCells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"(?=[${separator}\\r\\n]|$)|([^${separator}\\r\\n]*))(${separator}|\\r\\n|\\r|\\n|$)`,
    'gy',
  );
  for (const [, quoted, plain, end] of text.matchAll(field)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === separator) continue;
    rows.push(cells);
    cells = [];
    if (end === '') break;
  }
  return rows;
}
