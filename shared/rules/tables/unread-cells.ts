import { columnName } from '../../workbook.ts';
import type { ReadProblem, TableRow } from './row-texts.ts';

export const UNREAD_CELL =
  '这一格没有值：它是公式而文件里没有存它的结果，或者内容读不出来。请用 Excel 或 WPS 打开这个文件、保存以后再选。';

/** What is wrong with the cells of a row that have no value, in words. @param isMeant whether a column is read at all */
export function unreadProblems(
  { row, unread = [] }: TableRow,
  isMeant: (index: number) => boolean = () => true,
): ReadProblem[] {
  return unread
    .filter(isMeant)
    .map((index) => ({ severity: 'error', row, column: columnName(index + 1), text: UNREAD_CELL }));
}

const UNREAD_HEADING = '这一格没有值，认不出它下面是哪一栏，这一列没有读；要读的，请写上栏目名称再选。';

/** Of a heading row: a column whose name has no value is not read. */
export function unreadHeadings(heading: TableRow): ReadProblem[] {
  return unreadProblems(heading).map((problem) => ({
    ...problem,
    severity: 'warning',
    text: UNREAD_HEADING,
  }));
}

const UNREAD_ABOVE =
  '表头上面这一行有没有值的格子，里面的标题或说明没有读。要读的，请用 Excel 或 WPS 打开这个文件、保存以后再选。';

/** Of the lines above a heading row: a merged title has no value in any of its cells, and is told of once. */
export function unreadAbove(lines: readonly TableRow[]): ReadProblem[] {
  const first = lines.find(({ unread = [] }) => unread.length > 0);
  return first === undefined ? [] : [{ severity: 'warning', row: first.row, column: '', text: UNREAD_ABOVE }];
}
