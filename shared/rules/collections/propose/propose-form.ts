import {
  type CollectedColumn,
  collectedColumn,
  type ColumnKind,
  type DesignedForm,
  type GivenRow,
  plainHeading,
} from '../definition.ts';
import { type Heading, headingsIn, type HeadRows } from './heads.ts';
import type { SheetTexts } from './sheet-texts.ts';

/* A table of the clerk's own, proposed from a workbook: its headings become columns, its filled rows given rows. */

const BLANK_ROWS = 30;

const kindWords: readonly [RegExp, ColumnKind][] = [
  [/^是否/u, 'yesNo'],
  [/(日期|时间|年月日)$/u, 'day'],
  [/(金额|经费|罚款)[^万]*$/u, 'money'],
  [/(率|比例|%|万元\)?)$/u, 'decimal'],
  [/(数|数量|人次|个数|户数|次数|起数|[(](个|人|次|户|处|起|家|件|项)[)])$/u, 'whole'],
];

type Line = readonly string[];

/** @returns null where there are no two headings */
export function proposeForm(sheet: SheetTexts, heads: HeadRows): DesignedForm | null {
  const headings = headingsIn(sheet, heads);
  if (headings.length < 2) return null;
  const given = linesBelow(sheet, heads).filter((line) => isGiven(line, headings));
  const isFilled = ({ column }: Heading) =>
    given.length > 0 && given.every((line) => cell(line, column) !== '');
  const hasAny = ({ column }: Heading) => given.some((line) => cell(line, column) !== '');
  const columns = headings.map((heading, order): CollectedColumn => {
    // What stands there already is kept as it is written.
    const kind = hasAny(heading) ? 'text' : kindOf(heading.own);
    return collectedColumn(`c${order + 1}`, heading.text, { kind, locked: isFilled(heading) });
  });
  const rows = given.map((line, order) => rowOf(line, order, headings));
  return rows.length === 0
    ? { definition: { columns, rows: 'free', blankRows: BLANK_ROWS }, rows }
    : { definition: { columns, rows: 'given', blankRows: 0 }, rows };
}

function linesBelow(sheet: SheetTexts, { bottom }: HeadRows): Line[] {
  return Array.from({ length: Math.max(0, sheet.rows - bottom) }, (_unused, place) =>
    sheet.lineOf(bottom + 1 + place),
  ).filter((line) => line.some((text) => text !== ''));
}

/** Rows that only sum up, or whose running number was drawn further than the list goes, ask nothing. */
function isGiven(line: Line, headings: readonly Heading[]): boolean {
  const filled = headings.map(({ column }) => cell(line, column)).filter((text) => text !== '');
  const isNumberOnly = filled.every((text) => /^\d+$/u.test(text));
  const isSum = filled.some((text) => /^(合计|小计|总计)$/u.test(plainHeading(text)));
  const isNote = filled.length > 0 && /^(备?注|说明|填表人|审核人|单位负责人)[:：]/u.test(filled[0] ?? '');
  return !isNumberOnly && !isSum && !isNote;
}

function rowOf(line: Line, order: number, headings: readonly Heading[]): GivenRow {
  const values = headings.map(({ column }, place) => [`c${place + 1}`, cell(line, column)] as const);
  return {
    key: `r${order + 1}`,
    values: Object.fromEntries(values.filter(([, text]) => text !== '')),
    ranges: {},
  };
}

function cell(line: Line, column: number): string {
  return line[column - 1] ?? '';
}

function kindOf(heading: string): ColumnKind {
  const plain = plainHeading(heading);
  return kindWords.find(([words]) => words.test(plain))?.[1] ?? 'text';
}
