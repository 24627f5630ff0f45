import {
  type CollectedColumn,
  collectedColumn,
  type ColumnKind,
  type DesignedForm,
  type GivenRow,
  plainHeading,
} from './definition.ts';

/* A table of the clerk's own, proposed from a workbook: its headings become columns, its filled rows given rows. */

/** A title and notes may stand above the headings. */
const HEADING_ROWS = 15;
const BLANK_ROWS = 30;
const LONGEST_HEADING = 60;

const kindWords: readonly [RegExp, ColumnKind][] = [
  [/^是否/u, 'yesNo'],
  [/(日期|时间|年月日)$/u, 'day'],
  [/(金额|经费|罚款)[^万]*$/u, 'money'],
  [/(率|比例|%|万元\)?)$/u, 'decimal'],
  [/(数|数量|人次|个数|户数|次数|起数|[(](个|人|次|户|处|起|家|件|项)[)])$/u, 'whole'],
];

type Line = readonly string[];

/** @param lines of the sheet, empty ones left out @returns null where no row has two headings */
export function proposeForm(lines: readonly Line[]): DesignedForm | null {
  const place = headingPlace(lines);
  const headings = distinctHeadings(lines[place] ?? []);
  if (headings.length < 2) return null;
  const given = lines.slice(place + 1).filter((line) => isGiven(line, headings));
  const isFilled = ({ index }: Heading) =>
    given.length > 0 && given.every((line) => cell(line, index) !== '');
  const hasAny = ({ index }: Heading) => given.some((line) => cell(line, index) !== '');
  const columns = headings.map((heading, order): CollectedColumn => {
    // What stands there already is kept as it is written.
    const kind = hasAny(heading) ? 'text' : kindOf(heading.text);
    return collectedColumn(`c${order + 1}`, heading.text, { kind, locked: isFilled(heading) });
  });
  const rows = given.map((line, order) => rowOf(line, order, headings));
  return rows.length === 0
    ? { definition: { columns, rows: 'free', blankRows: BLANK_ROWS }, rows }
    : { definition: { columns, rows: 'given', blankRows: 0 }, rows };
}

interface Heading {
  text: string;
  index: number;
}

/** The row with most different words; of two alike the first. */
function headingPlace(lines: readonly Line[]): number {
  const counts = lines.slice(0, HEADING_ROWS).map((line) => distinctHeadings(line).length);
  return counts.indexOf(Math.max(0, ...counts));
}

/** Numbers are no headings; a merged cell covers several places with the same words. */
function distinctHeadings(line: Line): Heading[] {
  const seen = new Set<string>();
  return line
    .map((text, index) => ({ text: text.trim().slice(0, LONGEST_HEADING), index }))
    .filter(({ text }) => {
      const plain = plainHeading(text);
      const isNew = plain !== '' && !/^[\d.]+$/u.test(plain) && !seen.has(plain);
      seen.add(plain);
      return isNew;
    });
}

/** Rows that only sum up, or whose running number was drawn further than the list goes, ask nothing. */
function isGiven(line: Line, headings: readonly Heading[]): boolean {
  const filled = headings.map(({ index }) => cell(line, index)).filter((text) => text !== '');
  const isNumberOnly = filled.every((text) => /^\d+$/u.test(text));
  const isSum = filled.some((text) => /^(合计|小计|总计)$/u.test(plainHeading(text)));
  const isNote = filled.length > 0 && /^(备?注|说明|填表人|审核人|单位负责人)[:：]/u.test(filled[0] ?? '');
  return !isNumberOnly && !isSum && !isNote;
}

function rowOf(line: Line, order: number, headings: readonly Heading[]): GivenRow {
  const values = headings.map(({ index }, column) => [`c${column + 1}`, cell(line, index)] as const);
  return {
    key: `r${order + 1}`,
    values: Object.fromEntries(values.filter(([, text]) => text !== '')),
    ranges: {},
  };
}

function cell(line: Line, index: number): string {
  return (line[index] ?? '').trim();
}

function kindOf(heading: string): ColumnKind {
  const plain = plainHeading(heading);
  return kindWords.find(([words]) => words.test(plain))?.[1] ?? 'text';
}
