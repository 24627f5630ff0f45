import {
  type OrganizationLevel,
  levelNames,
  organizationLevels,
} from '#shared/rules/organizations/levels.ts';
import type { Column, Headings, Meaning } from './headings.ts';
import type { SourceRow } from '#main/core/excel/read/source-table.ts';

/** One row as its columns say it; nothing has been looked up yet. */
export interface ReadRow {
  row: number;
  /** Names of the levels that have columns, from the county down, filled from above where cells were left empty. */
  path: { level: OrganizationLevel; name: string; column: Column }[];
  /** Name from a 名称 column. */
  name: string;
  shortName: string;
  levelText: string;
  parentText: string;
  /** Names in the 标记 column; null where there is none. */
  markNames: string[] | null;
  /** Marks with a column of their own. */
  markAnswers: { mark: string; yes: boolean }[];
  code: string;
}

const levelsInOrder = ['county', 'township', 'village', 'memberUnit'] as const;
type ColumnLevel = (typeof levelsInOrder)[number];
const no = new Set(['', '否', '不是', '无', '0', '×', '✗', 'N', 'n', '/', '-', '—']);

/** A reader of rows one after another: a cell that was left empty means the one above it. */
export function rowReader({ columns }: Headings): (source: SourceRow) => ReadRow {
  const columnOf = (kind: Meaning['kind']) => columns.find((column) => column.meaning.kind === kind);
  const levelColumns = levelsInOrder.flatMap((level) => {
    const column = columnOf(level);
    return column === undefined ? [] : [{ level, column }];
  });
  const [nameColumn, shortColumn, levelColumn] = [columnOf('name'), columnOf('shortName'), columnOf('level')];
  const [parentColumn, marksColumn, codeColumn] = [columnOf('parent'), columnOf('marks'), columnOf('code')];
  const markColumns = columns.flatMap(({ index, meaning }) =>
    meaning.kind === 'mark' ? [{ index, mark: meaning.mark }] : [],
  );
  let above: Partial<Record<ColumnLevel, string>> = {};

  return ({ row, cells }) => {
    const text = (column: Column | undefined) => (column === undefined ? '' : (cells[column.index] ?? ''));
    const filled = fillFromAbove(
      levelColumns.map(({ level, column }) => [level, text(column)] as const),
      above,
    );
    above = filled;
    return {
      row,
      path: levelColumns.flatMap(({ level, column }) => {
        const name = filled[level] ?? '';
        return name === '' ? [] : [{ level, name, column }];
      }),
      name: text(nameColumn),
      shortName: text(shortColumn),
      levelText: text(levelColumn),
      parentText: text(parentColumn),
      markNames: marksColumn === undefined ? null : splitMarks(text(marksColumn)),
      markAnswers: markColumns.map(({ index, mark }) => ({ mark, yes: !no.has(cells[index] ?? '') })),
      code: text(codeColumn).replaceAll(/\s/g, ''),
    };
  };
}

/**
 * Cells before the first filled one are taken from above, as merged cells arrive when they are pasted; behind it an
 * empty cell means that there is nothing on that level.
 */
function fillFromAbove(
  cells: readonly (readonly [ColumnLevel, string])[],
  above: Partial<Record<ColumnLevel, string>>,
): Partial<Record<ColumnLevel, string>> {
  const first = cells.findIndex(([, text]) => text !== '');
  if (first === -1) return above;
  return Object.fromEntries(
    cells.map(([level, text], index) => [
      level,
      index < first && level !== 'memberUnit' ? (above[level] ?? '') : text,
    ]),
  );
}

function splitMarks(text: string): string[] {
  return text.split(/[，,、；;\s]+/).filter((part) => part !== '');
}

const levelWords: readonly (readonly [OrganizationLevel, RegExp])[] = [
  ['memberUnit', /成员|部门/],
  ['village', /村|社区|居/],
  ['township', /乡|镇|街/],
  ['county', /县|区/],
  ['city', /市/],
];

/** 乡镇级, 街道, 县(市、区) …; undefined for a word that is none of them. */
export function readLevel(text: string): OrganizationLevel | undefined {
  const exact = organizationLevels.find((level) => levelNames[level] === text);
  return exact ?? levelWords.find(([, pattern]) => pattern.test(text))?.[0];
}
