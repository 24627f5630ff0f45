import { numberingOf } from '../plans/numbering.ts';
import { parentsOf } from '../plans/tree.ts';
import { findHeadingRow, headedColumns, type HeadedColumn, meaningsByWord } from '../tables/headings.ts';
import { type ReadProblem, RowTexts, type TableRow } from '../tables/row-texts.ts';
import { unreadAbove, unreadHeadings, unreadProblems } from '../tables/unread-cells.ts';
import type { Severity } from '../findings/model.ts';
import { type ItemFields, plainItem, tidyItem } from './model.ts';

/*
 * A checklist as a table. With headings: columns in any order, sections in a column of their own or as lines of it.
 * Without: indented lines, numbered lines (一、 （一） 1.), or two columns, section and question.
 */

export type Meaning =
  | 'level'
  | 'kind'
  | 'section'
  | 'text'
  | 'article'
  | 'demand'
  | 'dueDays'
  | 'severity'
  | 'element';

const words: Readonly<Record<Meaning, string>> = {
  level: '层级 级次',
  kind: '类型',
  section: '检查项目 项目 检查类别 类别 分类 检查部位 检查事项 事项',
  text: '检查内容 内容 检查要点 检查内容及要求 检查标准 问题 检查问题 具体内容',
  article: '条款 依据 检查依据 法律依据 依据条款 法规依据 法律法规依据',
  demand: '整改要求 整改意见 整改措施 处置要求',
  dueDays: '整改期限天 整改天数 期限天 整改期限 期限 天数',
  severity: '隐患级别 级别 隐患等级 等级',
  element: '判定要素 重大火灾隐患判定要素 判定依据',
};
const meanings = meaningsByWord(words);

export interface ReadItem extends ItemFields {
  row: number;
  /** From 0; below the nearest row before it that is less deep. */
  level: number;
}

export interface ReadChecklist {
  /** Above the headings; empty where nothing stands there. */
  title: string;
  source: string;
  note: string;
  items: ReadItem[];
  problems: ReadProblem[];
}

export const itemLimits = { text: 300, article: 200, demand: 300, element: 200 } as const;
const MAX_DAYS = 365;

/** @param rows cells as they are, blanks at their beginning included */
export function readChecklist(rows: readonly TableRow[]): ReadChecklist {
  const filled = rows.filter(
    ({ cells, unread }) => unread !== undefined || cells.some((cell) => cell.trim() !== ''),
  );
  const headings = findHeadingRow(filled, 'text', (cells) => headedColumns(cells, meanings));
  const read =
    headings === null
      ? { title: '', source: '', note: '', ...readLines(filled) }
      : readTable(filled, headings);
  const problems = [...read.problems];
  for (const item of read.items) problems.push(...lengthProblems(item));
  return { ...read, problems };
}

function readTable(
  rows: readonly TableRow[],
  { columns, place }: { columns: HeadedColumn<Meaning>[]; place: number },
): ReadChecklist {
  const texts = new RowTexts<Meaning>(columns);
  const items: ReadItem[] = [];
  const problems = [
    ...unreadAbove(rows.slice(0, place)),
    ...rows.slice(place, place + 1).flatMap(unreadHeadings),
  ];
  let section = '';
  for (const source of rows.slice(place + 1)) {
    const unread = unreadProblems(source, (index) => columns.some((column) => column.index === index));
    problems.push(...unread);
    if (unread.length > 0) continue;
    const named = texts.text(source, 'section');
    const text = texts.text(source, 'text');
    // A merged cell stands on every row that it covers, or on the first one only.
    if (named !== '' && named !== section && named !== text)
      items.push(sectionOf(source.row, 0, withoutNumber(named)));
    if (named !== '') section = named;
    if (text !== '') items.push(itemOf(texts, source, hasSections(columns) && section !== '' ? 1 : 0));
  }
  return {
    ...aboveOf(rows.slice(0, place)),
    items: leveled(items, columns),
    problems: [...problems, ...texts.problems],
  };
}

function hasSections(columns: readonly HeadedColumn<Meaning>[]): boolean {
  return columns.some(({ meaning }) => meaning === 'section');
}

function itemOf(texts: RowTexts<Meaning>, source: TableRow, usual: number): ReadItem {
  const text = (meaning: Meaning): string => texts.text(source, meaning);
  const level = /^\d{1,2}$/u.test(text('level')) ? Math.max(0, Number(text('level')) - 1) : usual;
  return {
    row: source.row,
    level,
    ...tidyItem({
      kind: /标题|项目|分类/u.test(text('kind')) ? 'section' : 'question',
      text: withoutNumber(text('text')),
      article: text('article'),
      demand: text('demand'),
      dueDays: daysOf(texts, source),
      severity: severityOf(text('severity')),
      element: text('element'),
    }),
  };
}

/** Where the table itself tells neither level nor section, numbers do. */
function leveled(items: readonly ReadItem[], columns: readonly HeadedColumn<Meaning>[]): ReadItem[] {
  const tells = columns.some(({ meaning }) => meaning === 'level' || meaning === 'section');
  return tells ? nested(items) : [...items];
}

/** No line stands more than one level below the one before it, and none below a question. */
function nested(items: readonly ReadItem[]): ReadItem[] {
  const open: ReadItem[] = [];
  return items.map((item) => {
    const parents = open.slice(0, item.level);
    const level = parents.length;
    open.length = level;
    if (item.kind === 'section') open.push(item);
    return { ...item, level };
  });
}

function daysOf(texts: RowTexts<Meaning>, source: TableRow): number | null {
  const written = texts.text(source, 'dueDays');
  if (written === '') return null;
  if (/^(?:立即|当场|即时)/u.test(written)) return 0;
  const days = Number(/^(\d+)\s*(?:个?工作日|天|日)?(?:内|以内)?$/u.exec(written)?.[1] ?? Number.NaN);
  if (Number.isInteger(days) && days <= MAX_DAYS) return days;
  texts.note('error', source.row, 'dueDays', `没有看懂“${written}”，请写天数，如 15；当场改正写 0。`);
  return null;
}

function severityOf(text: string): Severity {
  return text.includes('重大') ? 'major' : 'ordinary';
}

/** Title, and lines 依据： and 备注： between it and the headings. */
function aboveOf(rows: readonly TableRow[]): Pick<ReadChecklist, 'title' | 'source' | 'note'> {
  const lines = rows.flatMap(({ cells }) => [
    ...new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')),
  ]);
  const said = (label: string): string =>
    lines
      .find((line) => line.startsWith(label))
      ?.slice(label.length)
      .trim() ?? '';
  const title = lines.find((line) => !/^(?:依据|备注)：/u.test(line)) ?? '';
  return { title, source: said('依据：'), note: said('备注：') };
}

/** A line without headings: one cell, indented or numbered; or section, question, article, demand beside each other. */
interface Line {
  row: number;
  depth: number;
  /** Of what stands beside it. */
  depthBeside: number;
  texts: string[];
}

function readLines(rows: readonly TableRow[]): Pick<ReadChecklist, 'items' | 'problems'> {
  const lines = rows.filter(({ unread }) => unread === undefined).map(lineOf);
  const isIndented = new Set(lines.map(({ depth }) => depth)).size > 1;
  const flat: { rank: number; item: ReadItem }[] = [];
  let section = '';
  for (const { row, depth, depthBeside, texts } of lines) {
    const [first = '', second, article = '', demand = ''] = texts;
    const rank = isIndented ? depth : (numberingOf(first)?.rank ?? PLAIN);
    if (second === undefined) {
      flat.push({ rank, item: questionOf(row, first) });
      section = first;
    } else {
      if (first !== section) flat.push({ rank, item: sectionOf(row, 0, withoutNumber(first)) });
      section = first;
      const question = { ...questionOf(row, second), article, demand };
      flat.push({ rank: isIndented ? depthBeside : rank + BESIDE, item: question });
    }
  }
  return { items: outlined(flat), problems: rows.flatMap((row) => unreadProblems(row)) };
}

/** Of a line without number: below every numbered one. */
const PLAIN = 99;
/** A question beside its section stands a little below it. */
const BESIDE = 0.5;
const BLANKS_PER_CELL = 100;

function lineOf({ row, cells }: TableRow): Line {
  const first = cells.findIndex((cell) => cell.trim() !== '');
  const blanks = /^[\s\u3000]*/u.exec(cells[first] ?? '')?.[0] ?? '';
  // A full-width blank is as wide as two.
  const width = [...blanks].reduce((sum, blank) => sum + (blank === '\u3000' ? 2 : 1), 0);
  const beside = cells.findIndex((cell, index) => index > first && cell.trim() !== '');
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return {
    row,
    depth: first * BLANKS_PER_CELL + width,
    depthBeside: beside * BLANKS_PER_CELL,
    texts,
  };
}

function outlined(flat: readonly { rank: number; item: ReadItem }[]): ReadItem[] {
  const parents = parentsOf(flat.map(({ rank }) => rank));
  const holding = new Set(parents);
  const levels: number[] = [];
  return flat.map(({ item }, index) => {
    const parent = parents[index] ?? null;
    const level = parent === null ? 0 : (levels[parent] ?? 0) + 1;
    levels.push(level);
    return holding.has(index) ? sectionOf(item.row, level, item.text) : { ...item, level };
  });
}

function sectionOf(row: number, level: number, text: string): ReadItem {
  return { row, level, kind: 'section', text, ...plainItem };
}

function questionOf(row: number, text: string): ReadItem {
  return { row, level: 0, kind: 'question', text: withoutNumber(text), ...plainItem };
}

/** Numbers are made by the places; 2米 is none. */
function withoutNumber(text: string): string {
  const rest = numberingOf(text)?.rest ?? '';
  return rest === '' ? text : rest;
}

function lengthProblems(item: ReadItem): ReadProblem[] {
  return (Object.keys(itemLimits) as (keyof typeof itemLimits)[]).flatMap((field) => {
    const { length } = item[field];
    const text = `“${item[field].slice(0, 12)}…”有 ${length} 个字，最多 ${itemLimits[field]} 个字，请缩短或拆开。`;
    return length > itemLimits[field]
      ? [{ severity: 'error' as const, row: item.row, column: '', text }]
      : [];
  });
}
