import type { PaperBlock, PaperCell, PaperTable } from './model.ts';
import type { HeadingLevel } from './numbering.ts';

const CHINESE_COUNT = '[〇零一二三四五六七八九十百]{1,4}';
const numberForms: readonly (readonly [HeadingLevel, RegExp])[] = [
  [1, new RegExp(`^${CHINESE_COUNT}、`)],
  [2, new RegExp(`^[（(]${CHINESE_COUNT}[）)]、?`)],
  // Not 1.5米, and not the year of 2026.5.1.
  [3, /^[0-9０-９]{1,2}[.．、](?![0-9０-９])/],
  [4, /^[（(][0-9０-９]{1,2}[）)]、?/],
];

export interface TypedHeading {
  level: HeadingLevel;
  /** How many characters at the beginning are number and space. */
  length: number;
}

/** The heading level that a typed number at the beginning stands for (GB/T 9704-2012 cl. 7.3.3); null: none. */
export function typedHeading(text: string): TypedHeading | null {
  const indent = text.length - text.trimStart().length;
  const line = text.slice(indent);
  for (const [level, form] of numberForms) {
    const number = form.exec(line)?.[0];
    if (number === undefined) continue;
    const rest = line.slice(number.length);
    return { level, length: indent + number.length + (rest.length - rest.trimStart().length) };
  }
  return null;
}

/** One line of text as a block: a typed number makes it a heading and is left out, since it is numbered by position. */
export function readLine(text: string): PaperBlock {
  const heading = typedHeading(text);
  const rest = text.slice(heading?.length ?? 0).trim();
  const runs = rest === '' ? [] : [{ text: rest }];
  return heading === null
    ? { kind: 'paragraph', place: 'indented', runs }
    : { kind: 'heading', level: heading.level, runs };
}

/**
 * A text from anywhere as blocks. Empty lines are left out; neighbouring lines that are parted by tabs, as copied
 * from a sheet, become a table.
 */
export function readText(text: string): PaperBlock[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/).filter((line) => line.trim() !== '');
  const blocks: PaperBlock[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = tableEnd(lines, index);
    if (end > index) {
      blocks.push(readSheet(lines.slice(index, end)));
      index = end;
    } else {
      blocks.push(readLine(lines[index] ?? ''));
      index += 1;
    }
  }
  return blocks;
}

const MOST_COLUMNS = 30;

/** Where the table that begins at this line ends; the line itself if none begins here. */
function tableEnd(lines: readonly string[], start: number): number {
  const columns = columnsOf(lines[start]);
  if (columns < 2 || columns > MOST_COLUMNS) return start;
  let end = start;
  while (end < lines.length && columnsOf(lines[end]) === columns) end += 1;
  return end - start < 2 ? start : end;
}

/** A tab before the first character is an indent, not a column. */
function columnsOf(line = ''): number {
  return line.trimStart() === line ? line.split('\t').length : 1;
}

function readSheet(lines: readonly string[]): PaperTable {
  const rows = lines.map((line) => line.split('\t').map(plainCell));
  return {
    kind: 'table',
    caption: '',
    columns: (rows[0] ?? []).map(() => 1),
    headRows: 1,
    rows,
    landscape: false,
  };
}

/** A cell as text alone gives it. */
function plainCell(text: string): PaperCell {
  return { text: text.trim(), align: 'left', across: 1, down: 1 };
}
