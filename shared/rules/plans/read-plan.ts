import type { ReadContext } from '../tasks/read-due.ts';
import { type ReadRow, type ReadTable, readTable } from '../tasks/read-table.ts';
import type { UnitNames } from '../tasks/unit-names.ts';
import { numberingOf } from './numbering.ts';
import { parentsOf } from './tree.ts';

/*
 * A 任务分解表 as an outline. Read as a table of tasks first; then the headings are told from the tasks: lines that fill
 * the whole width (merged in Excel), and lines that say neither who nor when while more stands below them.
 */

export interface ReadPlanRow extends ReadRow {
  /** From 0; below the nearest row before it that is less deep. */
  level: number;
  isHeading: boolean;
}

export interface ReadPlan extends Pick<ReadTable, 'columns' | 'hasHeading'> {
  rows: ReadPlanRow[];
}

/** A line as it was found, before its level is known. */
interface Line {
  row: ReadRow;
  /** Fills the width of the table alone. */
  isAlone: boolean;
  rank: number | null;
  text: string;
}

/** Of a heading without number: as 一、. */
const PLAIN_HEADING = 3;
/** Of a task without number: below every heading. */
const PLAIN_TASK = 99;

type Cells = readonly (readonly string[])[];

export function readPlan(cells: Cells, names: UnitNames, context: ReadContext): ReadPlan {
  const alone = aloneCells(cells);
  // Lines without neighbours would be taken for the title of a column, or for its contents.
  const others = cells.map((row, index) => (alone.has(index + 1) ? [] : row));
  const { cells: parted, groups } = withoutGroups(others, readTable(others, names, context));
  const table = readTable(parted, names, context);
  const first = others.findIndex((row) => filledOf(row).length > 0) + 1;
  const lines = [
    ...table.rows.flatMap((row) => [
      ...[groups.get(row.row)].flatMap((text) => (text === undefined ? [] : aloneLine(row.row, text))),
      taskLine(row),
    ]),
    ...[...alone]
      // What stands above the headings of the columns is the title of the table.
      .filter(([row]) => !table.hasHeading || row > first)
      .map(([row, text]) => aloneLine(row, text)),
  ].toSorted((one, other) => one.row.row - other.row.row);
  return { columns: table.columns, hasHeading: table.hasHeading, rows: outlined(lines) };
}

/** Lines of a table of several columns that hold one cell only, by their number from 1. */
function aloneCells(cells: Cells): Map<number, string> {
  const filled = cells.map(filledOf);
  if (!filled.some((row) => row.length > 1)) return new Map();
  return new Map(
    filled.flatMap((row, index) => (row.length === 1 ? [[index + 1, row[0] ?? ''] as const] : [])),
  );
}

/**
 * Where the column of tasks is merged over several lines (重点工作 | 具体任务 | …), it holds groups, and the tasks stand
 * in the next one.
 */
function withoutGroups(
  cells: Cells,
  { columns, hasHeading }: ReadTable,
): { cells: Cells; groups: ReadonlyMap<number, string> } {
  const [title, content] = [columns.indexOf('title'), columns.indexOf('content')];
  const heading = cells.findIndex((row) => filledOf(row).length > 0);
  const isMerged = (row: readonly string[]) =>
    (row[title] ?? '').trim() === '' && (row[content] ?? '').trim() !== '';
  if (!hasHeading || content < 0 || !cells.some(isMerged)) return { cells, groups: new Map() };
  const groups = new Map<number, string>();
  const parted = cells.map((row, index) => {
    if (index <= heading) return row;
    const group = (row[title] ?? '').trim();
    if (group !== '') groups.set(index + 1, group);
    return row.with(title, row[content] ?? '').with(content, '');
  });
  return { cells: parted, groups };
}

function filledOf(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function taskLine(row: ReadRow): Line {
  const ofColumn = row.number === '' ? null : numberingOf(row.number);
  const ofTitle = numberingOf(row.title);
  return {
    row,
    isAlone: false,
    rank: (ofColumn ?? ofTitle)?.rank ?? null,
    text: ofTitle === null || ofTitle.rest === '' ? row.title : ofTitle.rest,
  };
}

function aloneLine(row: number, text: string): Line {
  const title = text.replaceAll(/\s*[\r\n\t]+\s*/gu, '').slice(0, 200);
  return {
    row: {
      row,
      number: '',
      title,
      content: '',
      kind: null,
      leadUids: [],
      supportingUids: [],
      assignedOn: null,
      dueOn: null,
      feedbackCycle: { kind: 'none' },
      sourceText: '',
      problems: [],
    },
    isAlone: true,
    rank: numberingOf(title)?.rank ?? null,
    text: title,
  };
}

function outlined(lines: readonly Line[]): ReadPlanRow[] {
  const ranks = lines.map(({ rank, isAlone }) => rank ?? (isAlone ? PLAIN_HEADING : PLAIN_TASK));
  const parents = parentsOf(ranks);
  const withChildren = new Set(parents);
  const levels: number[] = [];
  return lines.map(({ row, isAlone, text }, index) => {
    const parent = parents[index] ?? null;
    const level = parent === null ? 0 : (levels[parent] ?? 0) + 1;
    levels.push(level);
    const isHeading = isAlone || (withChildren.has(index) && saysNothing(row));
    return { ...row, level, isHeading, title: isHeading ? headingText(row) : text };
  });
}

/** Neither who, nor when, nor what exactly. */
function saysNothing({ leadUids, supportingUids, dueOn, content, problems }: ReadRow): boolean {
  return (
    leadUids.length === 0 &&
    supportingUids.length === 0 &&
    dueOn === null &&
    content === '' &&
    problems.length === 0
  );
}

/** With the number that stands in a column of its own. */
function headingText({ number, title }: ReadRow): string {
  return number === '' || numberingOf(title) !== null
    ? title
    : `${number}${/[、.)）]$/u.test(number) ? '' : '、'}${title}`;
}
