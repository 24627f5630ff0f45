import { readWrittenDay } from '../../../calendar/written-day.ts';
import { headingWord } from '../../tables/headings.ts';
import { type TableRow, wordsOf } from '../../tables/row-texts.ts';
import { FIGURE_SCALE } from '../model.ts';
import type { SheetProblems } from './problems.ts';
import { type Fact, factNames, figureName, readMark } from './words.ts';

/** What stands above the questions of a record sheet. */
export interface ReadFacts {
  /** By the hidden mark; null: it was lost. */
  targetUid: string | null;
  targetName: string;
  place: string;
  /** Where a remark about the target belongs. */
  targetRow: number;
  day: string | null;
  dayRow: number;
  team: string;
  inspectors: string[];
  note: string;
  /** In ten-thousandths. */
  values: { figureUid: string; value: number }[];
}

export interface SheetFigure {
  uid: string;
  name: string;
  unit: string;
}

const limits = { team: 30, inspector: 30, inspectors: 30, note: 2_000 } as const;
const LARGEST_FIGURE = 1e9;
const factOfWord = new Map(
  (Object.keys(factNames) as Fact[]).map((fact) => [headingWord(factNames[fact]), fact]),
);

interface Said {
  row: number;
  index: number;
  text: string;
}

export function readFacts(
  rows: readonly TableRow[],
  figures: readonly SheetFigure[],
  problems: SheetProblems,
): ReadFacts {
  const said = saidFacts(rows);
  checkRead(rows, figures, problems);
  const text = (fact: Fact): string => said.get(fact)?.text ?? '';
  const mark = rows.map(({ cells }) => readMark(cells)).find((each) => each?.kind === 'target');
  return {
    targetUid: mark?.uid ?? null,
    targetName: text('target'),
    place: text('place'),
    targetRow: said.get('target')?.row ?? 0,
    day: dayOf(said.get('day'), problems),
    dayRow: said.get('day')?.row ?? 0,
    team: limited(said.get('team'), limits.team, problems),
    inspectors: inspectorsOf(said.get('inspectors'), problems),
    note: limited(said.get('note'), limits.note, problems),
    values: valuesOf(rows, figures, problems),
  };
}

/** A value stands right of its name. */
function saidFacts(rows: readonly TableRow[]): Map<Fact, Said> {
  const said = new Map<Fact, Said>();
  for (const { row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const fact = factOfWord.get(headingWord(cell));
      if (fact !== undefined && !said.has(fact))
        said.set(fact, { row, index: index + 1, text: (cells[index + 1] ?? '').trim() });
    }
  }
  return said;
}

/** A value that could not be read is none that was left out. */
function checkRead(
  rows: readonly TableRow[],
  figures: readonly SheetFigure[],
  problems: SheetProblems,
): void {
  const names = new Set([...factOfWord.keys(), ...figures.map((figure) => headingWord(figureName(figure)))]);
  for (const source of rows)
    problems.checkRead(source, (index) => names.has(headingWord(source.cells[index - 1] ?? '')));
}

function dayOf(said: Said | undefined, problems: SheetProblems): string | null {
  if (said === undefined || said.text === '') return null;
  const day = readWrittenDay(said.text);
  if (day === null) problems.error(said.row, said.index, `“${said.text}”不是日期，请写成 2026-11-23 这样。`);
  return day;
}

function limited(said: Said | undefined, limit: number, problems: SheetProblems): string {
  if (said === undefined || !problems.checkLength(said.row, said.index, said.text, limit)) return '';
  return said.text;
}

function inspectorsOf(said: Said | undefined, problems: SheetProblems): string[] {
  if (said === undefined) return [];
  const names = [...new Set(wordsOf(withoutGaps(said.text)))];
  if (names.length > limits.inspectors)
    problems.error(said.row, said.index, `写了 ${names.length} 个检查人员，最多 ${limits.inspectors} 人。`);
  return names.filter((name) => problems.checkLength(said.row, said.index, name, limits.inspector));
}

/** Two-character names are spread over three places: 王 伟. */
function withoutGaps(names: string): string {
  return names.replaceAll(
    /(^|[、，,；;/])\s*(\p{Script=Han})\s+(\p{Script=Han})\s*(?=$|[、，,；;/])/gu,
    '$1$2$3',
  );
}

function valuesOf(
  rows: readonly TableRow[],
  figures: readonly SheetFigure[],
  problems: SheetProblems,
): ReadFacts['values'] {
  const byName = new Map(figures.map((figure) => [headingWord(figureName(figure)), figure]));
  const values: ReadFacts['values'] = [];
  for (const { row, cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const figure = byName.get(headingWord(cell));
      const text = (cells[index + 1] ?? '').trim();
      if (figure === undefined || text === '') continue;
      const value = valueOf(text, figure.unit);
      if (value === null)
        problems.error(row, index + 1, `没有看懂“${text}”，${figure.name}请只写数字，如 3。`);
      else if (!values.some(({ figureUid }) => figureUid === figure.uid))
        values.push({ figureUid: figure.uid, value });
    }
    if (readMark(cells)?.kind === 'figures') noteUnknown(row, cells, byName, problems);
  }
  return values;
}

/** A figure that was renamed or given up since must not be lost without a word. */
function noteUnknown(
  row: number,
  cells: readonly string[],
  known: ReadonlyMap<string, SheetFigure>,
  problems: SheetProblems,
): void {
  for (const [index, cell] of cells.entries()) {
    const isName = /\p{Script=Han}/u.test(cell) && !known.has(headingWord(cell));
    const isValue = known.has(headingWord(cells[index - 1] ?? ''));
    const value = (cells[index + 1] ?? '').trim();
    if (isName && !isValue && /^\d/u.test(value))
      problems.error(row, index, `现在没有统计项“${cell}”，请清空它的数字，或先在“统计项”里加上。`);
  }
}

function valueOf(text: string, unit: string): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  const number = plain.endsWith(unit) ? plain.slice(0, plain.length - unit.length) : plain;
  const value = /^\d+(?:\.\d+)?$/u.test(number) ? Number(number) : Number.NaN;
  return value <= LARGEST_FIGURE ? Math.round(value * FIGURE_SCALE) : null;
}
