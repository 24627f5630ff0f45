const ENDING = '.xlsx';

/** With the ending that programs know a workbook by, whether the clerk typed it or not. */
export function workbookFileName(name: string): string {
  return name.toLowerCase().endsWith(ENDING) ? name : `${name}${ENDING}`;
}
