import { columnName } from '../../../workbook.ts';
import type { ReadProblem, TableRow } from '../../tables/row-texts.ts';
import { unreadProblems } from '../../tables/unread-cells.ts';
import { headWord, readMark, type SheetIdentity } from './marks.ts';

/** One line of a filled sheet. */
export interface SheetLine {
  row: number;
  indicatorUid: string;
  /** As it stands in the cell; empty: nothing was entered. */
  score: string;
  reason: string;
}

export interface ReadScoreSheet {
  identity: SheetIdentity;
  /** Where it says whom it is about. */
  row: number;
  /** All that is written in that row. */
  title: string;
  lines: SheetLine[];
  /** Letters of the columns that are filled in. */
  letters: { score: string; reason: string };
  problems: ReadProblem[];
}

const LOST_COLUMN = '这张表的列被改动了，找不到要填的一列，请用重新导出的表填写。';

/** Null: this is no score sheet, or its hidden marks are gone. */
export function readScoreSheet(rows: readonly TableRow[]): ReadScoreSheet | null {
  const marked = rows.map((source) => ({ source, mark: readMark(source.cells) }));
  const about = marked.find(({ mark }) => mark?.kind === 'sheet');
  if (about?.mark?.kind !== 'sheet') return null;
  const { kind: _kind, ...identity } = about.mark;
  const problems: ReadProblem[] = [];
  const columns = columnsOf(marked);
  if (columns === null)
    problems.push({ severity: 'error', row: about.source.row, column: '', text: LOST_COLUMN });
  const letters = {
    score: columns === null ? '' : columnName(columns.score + 1),
    reason: columns?.reason === undefined ? '' : columnName(columns.reason + 1),
  };
  const lines = columns === null ? [] : readLines(marked, columns, letters.score, problems);
  const title = about.source.cells.join('');
  return { identity, row: about.source.row, title, lines, letters, problems };
}

interface MarkedRow {
  source: TableRow;
  mark: ReturnType<typeof readMark>;
}

interface Columns {
  /** Place of the heads among the rows. */
  place: number;
  score: number;
  reason: number | undefined;
}

function columnsOf(rows: readonly MarkedRow[]): Columns | null {
  const place = rows.findIndex(({ mark }) => mark?.kind === 'heads');
  const heads = rows[place];
  if (heads?.mark?.kind !== 'heads') return null;
  const { mark, source } = heads;
  const words = source.cells.map(headWord);
  const score = words.indexOf(mark.score);
  const reason = words.indexOf(mark.reason);
  return score < 0 ? null : { place, score, reason: reason < 0 ? undefined : reason };
}

function readLines(
  rows: readonly MarkedRow[],
  { place, score, reason }: Columns,
  letter: string,
  problems: ReadProblem[],
): SheetLine[] {
  const met = new Map<string, number>();
  const lines: SheetLine[] = [];
  const lastItem = rows.findLastIndex(({ mark }) => mark?.kind === 'item');
  for (const { source, mark } of rows.slice(place + 1, lastItem + 1)) {
    const { row, cells } = source;
    const text = (cells[score] ?? '').trim();
    if (mark?.kind === 'item') {
      const before = met.get(mark.indicatorUid);
      if (before !== undefined)
        problems.push({
          severity: 'error',
          row,
          column: '',
          text: `这一项在第 ${before} 行已经有了，请删去一行。`,
        });
      met.set(mark.indicatorUid, row);
      const unread = unreadProblems(source, (index) => index === score || index === reason);
      problems.push(...unread);
      if (unread.length > 0) continue;
      const said = reason === undefined ? '' : (cells[reason] ?? '').trim();
      lines.push({ row, indicatorUid: mark.indicatorUid, score: text, reason: said });
    } else if (mark === null && !isHeading(cells, score)) {
      const isUnread = source.unread?.includes(score) ?? false;
      if (!isUnread && !/\d/u.test(text)) continue;
      const written = isUnread ? '写着的公式' : `写着的“${text}”`;
      problems.push({
        severity: 'warning',
        row,
        column: letter,
        text: `这一行不是表上原有的指标，${written}没有读。`,
      });
    }
  }
  return lines;
}

/** A category's line has a merged name, and whatever is summed up in it is worked out anew. */
function isHeading(cells: readonly string[], score: number): boolean {
  const before = cells.slice(0, score).filter((cell) => cell !== '');
  return new Set(before.slice(0, 2)).size < 2 && before.length > 1;
}
