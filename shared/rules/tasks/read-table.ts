import type { FeedbackCycle } from './feedback-cycle.ts';
import { type TaskKind, taskKindNames, taskKinds } from './model.ts';
import type { ReadContext } from './read-due.ts';
import { taskHeadings } from './table-columns.ts';
import { readCycle, type ReadTask } from './read-sentence.ts';
import { readTypedDay } from './read-typed-day.ts';
import { plainText, type UnitNames } from './unit-names.ts';

/*
 * A table of tasks as it is pasted from Excel: a 任务分解表 or 台账 of any city, with or without its heading row.
 */

export type TaskColumn =
  | 'number'
  | 'title'
  | 'content'
  | 'leads'
  | 'supporting'
  | 'due'
  | 'assigned'
  | 'source'
  | 'kind'
  | 'cycle';

const taskColumnNames: Readonly<Record<TaskColumn, string>> = {
  number: '序号',
  title: '任务',
  content: '具体内容',
  leads: '牵头单位',
  supporting: '配合单位',
  due: '完成时限',
  assigned: '交办日期',
  source: '来源',
  kind: '类别',
  cycle: '反馈周期',
};

/** The first that fits counts; what stands nearer to the beginning is more particular. */
const headings: readonly { column: TaskColumn; words: RegExp }[] = [
  { column: 'number', words: /^(?:序号|编号|号)$/u },
  ...taskHeadings,
];

export interface ReadRow extends ReadTask {
  /** Line of the paste, from 1. */
  row: number;
  /** 一 / 1.1 …: places the row in the tree of a plan; empty without such a column. */
  number: string;
  kind: TaskKind | null;
  sourceText: string;
  assignedOn: string | null;
  /** What was not understood, in words for the clerk. */
  problems: string[];
}

export interface ReadTable {
  /** What each column was taken for; null: not used. */
  columns: (TaskColumn | null)[];
  hasHeading: boolean;
  rows: ReadRow[];
}

export function readTable(
  cells: readonly (readonly string[])[],
  names: UnitNames,
  context: ReadContext,
): ReadTable {
  const filled = cells
    .map((row, index) => ({ row: index + 1, cells: row.map((cell) => cell.trim()) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  const [first, ...rest] = filled;
  if (first === undefined) return { columns: [], hasHeading: false, rows: [] };
  const headed = columnsOfHeading(first.cells);
  const columns =
    headed ??
    columnsByContent(
      filled.map((row) => row.cells),
      names,
      context,
    );
  const rows = (headed === null ? filled : rest).map((row) => readRow(row, columns, names, context));
  return { columns, hasHeading: headed !== null, rows: rows.filter(({ title }) => title !== '') };
}

/** A heading row names the task and at least one thing more; every filled cell of it is short. */
function columnsOfHeading(cells: readonly string[]): (TaskColumn | null)[] | null {
  const taken = new Set<TaskColumn>();
  const columns = cells.map((cell) => {
    const text = plainText(cell);
    if (text === '' || text.length > 12) return null;
    const column =
      headings.find((heading) => heading.words.test(text) && !taken.has(heading.column))?.column ?? null;
    if (column !== null) taken.add(column);
    return column;
  });
  if (!taken.has('title') && taken.has('content')) {
    columns[columns.indexOf('content')] = 'title';
    taken.add('title');
  }
  const meaningful = cells.filter((cell) => cell !== '').every((cell) => plainText(cell).length <= 12);
  return taken.has('title') && taken.size >= 2 && meaningful ? columns : null;
}

/** Without headings: days are due days, units lead and then support, the first text is the task, the second its content. */
export function columnsByContent(
  rows: readonly (readonly string[])[],
  names: UnitNames,
  context: ReadContext,
): (TaskColumn | null)[] {
  const width = Math.max(...rows.map((row) => row.length));
  const left: Record<'text' | 'units', TaskColumn[]> = {
    text: ['title', 'content'],
    units: ['leads', 'supporting'],
  };
  let hasDue = false;
  return Array.from({ length: width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const most = (fits: (cell: string) => boolean) => cells.filter(fits).length * 2 > cells.length;
    if (cells.length === 0) return null;
    if (most((cell) => /^[\d.、()（）一二三四五六七八九十]{1,6}$/u.test(cell))) return 'number';
    if (!hasDue && most((cell) => readTypedDay(cell, context) !== null)) {
      hasDue = true;
      return 'due';
    }
    if (most((cell) => unitsOfCell(cell, names).uids.length > 0)) return left.units.shift() ?? null;
    return left.text.shift() ?? null;
  });
}

function readRow(
  { row, cells }: { row: number; cells: readonly string[] },
  columns: readonly (TaskColumn | null)[],
  names: UnitNames,
  context: ReadContext,
): ReadRow {
  const problems: string[] = [];
  const textOf = (column: TaskColumn): string => cells[columns.indexOf(column)] ?? '';
  const read = readCells(textOf, names, context, (_column, text) => problems.push(text));
  return { row, number: plainText(textOf('number')), ...read, problems };
}

/** A row of a table as a task. @param note hears of what was not understood, in words for the clerk */
export function readCells(
  textOf: (column: Exclude<TaskColumn, 'number'>) => string,
  names: UnitNames,
  context: ReadContext,
  note: (column: Exclude<TaskColumn, 'number'>, text: string) => void,
): Omit<ReadRow, 'row' | 'number' | 'problems'> {
  const units = (column: 'leads' | 'supporting'): string[] => {
    const { uids, unknown } = unitsOfCell(textOf(column), names);
    if (unknown.length > 0) note(column, `没有找到${taskColumnNames[column]}“${unknown.join('、')}”`);
    return uids;
  };
  const day = (column: 'due' | 'assigned', from: ReadContext): string | null => {
    const text = textOf(column);
    if (text === '' || /长期|持续|常态/u.test(text)) return null;
    const read = readTypedDay(text, from);
    if (read === null) note(column, `没有看懂${taskColumnNames[column]}“${text}”`);
    return read;
  };
  const assignedOn = day('assigned', { ...context, day: '2000-01-01' });
  const leadUids = units('leads');
  return {
    title: oneLine(textOf('title')).slice(0, 200),
    content: textOf('content').slice(0, 4_000),
    kind: kindOf(textOf('kind')),
    leadUids,
    supportingUids: units('supporting').filter((uid) => !leadUids.includes(uid)),
    assignedOn,
    dueOn: day('due', { ...context, day: assignedOn ?? context.day }),
    feedbackCycle: cycleOf(textOf('cycle')),
    sourceText: oneLine(textOf('source')).slice(0, 200),
  };
}

function unitsOfCell(cell: string, names: UnitNames): { uids: string[]; unknown: string[] } {
  const uids = new Set<string>();
  const unknown: string[] = [];
  // 各县(市、区) holds the mark that parts units.
  const parts = cell.replaceAll(/[(（]市、区[)）]/gu, '(市区)').split(/[、，,；;\n/]+/u);
  for (const part of parts.map((each) => each.trim()).filter((each) => each !== '')) {
    const found = names.named(part);
    if (found.length === 0) unknown.push(part);
    for (const uid of found) uids.add(uid);
  }
  return { uids: [...uids], unknown };
}

function kindOf(text: string): TaskKind | null {
  return taskKinds.find((kind) => taskKindNames[kind] === text) ?? null;
}

function cycleOf(text: string): FeedbackCycle {
  return text === '' ? { kind: 'none' } : readCycle(`${text.startsWith('每') ? '' : '每'}${text}报送`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n\t]+\s*/gu, '');
}
