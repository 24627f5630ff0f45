/** Cells as Excel and WPS put them on the clipboard: tabs and line ends, quoted where a cell holds them itself. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (const [, quoted, plain, separator] of text.matchAll(field)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (separator === '\t') continue;
    rows.push(cells);
    cells = [];
    if (separator === '') break;
  }
  return rows;
}
