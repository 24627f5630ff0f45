import type { TableColumns } from './find-head.ts';
import type { Level } from './scheme-builder.ts';
import type { TableRow } from './table-rows.ts';

/** Which categories a row belongs to: by heading rows above it and by the category columns. */
export interface CategoryLevels {
  /** A heading row; a top one ends what stood below the one before. @returns the levels that hold from here */
  heading(read: Level, isTop: boolean): Level[];
  hasHeading(): boolean;
  at(row: TableRow): Level[];
}

export function createLevels(columns: TableColumns): CategoryLevels {
  let headings: Level[] = [];
  /** The cells of the category columns as they stood last: an empty one means the same as above. */
  let carried: (Level | null)[] = [];

  function levelAt(row: TableRow, place: number, isRenewed: boolean): Level | null {
    const column = columns.categories[place] ?? columns.content;
    const text = row.text(column);
    const kept = isRenewed ? null : (carried[place] ?? null);
    if (text === '' || (kept !== null && kept.text === text && isSameCell(row, column, kept))) return kept;
    const isLast = place === columns.categories.length - 1;
    const points = isLast ? row.points(columns.categoryPoints).points : null;
    return { text, row: row.row, column, points };
  }

  return {
    heading(read, isTop) {
      const [top] = headings;
      headings = isTop || top === undefined ? [read] : [top, read];
      carried = [];
      return headings;
    },
    hasHeading: () => headings.length > 0,
    at(row) {
      const levels: (Level | null)[] = [];
      for (const place of columns.categories.keys()) {
        const above = levels[place - 1];
        levels.push(levelAt(row, place, place > 0 && above !== carried[place - 1]));
      }
      carried = levels;
      return [...headings, ...levels.filter((level) => level !== null)];
    },
  };
}

/** The same text again without merging is the same category; another merged cell is another one. */
function isSameCell(row: TableRow, column: number, kept: Level): boolean {
  const { top, bottom } = row.span(column);
  return top === bottom || top <= kept.row;
}
