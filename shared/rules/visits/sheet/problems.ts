import { columnName } from '../../../workbook.ts';
import type { ReadProblem, TableRow } from '../../tables/row-texts.ts';
import { unreadProblems } from '../../tables/unread-cells.ts';

/** What is wrong with a sheet, in words, with its place. */
export class SheetProblems {
  readonly all: ReadProblem[] = [];

  /** @param index of the column from 0; null: of the whole row */
  error(row: number, index: number | null, text: string): void {
    this.#add('error', row, index, text);
  }

  warning(row: number, index: number | null, text: string): void {
    this.#add('warning', row, index, text);
  }

  /** @returns whether each cell that is meant has a value, were it an empty one */
  checkRead(source: TableRow, isMeant: (index: number) => boolean): boolean {
    const unread = unreadProblems(source, isMeant);
    this.all.push(...unread);
    return unread.length === 0;
  }

  /** @returns whether it is short enough */
  checkLength(row: number, index: number | null, text: string, limit: number): boolean {
    if (text.length <= limit) return true;
    this.error(row, index, `写了 ${text.length} 个字，最多 ${limit} 个字，请缩短。`);
    return false;
  }

  #add(severity: ReadProblem['severity'], row: number, index: number | null, text: string): void {
    this.all.push({ severity, row, column: index === null ? '' : columnName(index + 1), text });
  }
}
