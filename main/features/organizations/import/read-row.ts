import {
  type OrganizationLevel,
  levelNames,
  organizationLevels,
} from '#shared/rules/organizations/levels.ts';
import {
  markOf,
  type Meaning,
  type PathLevel,
  pathLevels,
} from '#shared/rules/organizations/table-columns.ts';
import type { HeadedColumn } from '#shared/rules/tables/headings.ts';
import type { ListColumns } from '#shared/rules/tables/list-columns.ts';
import type { RowTexts, TableRow } from '#shared/rules/tables/row-texts.ts';

/** One row as its columns say it; nothing has been looked up yet. */
export interface ReadRow {
  row: number;
  /** Names of the levels that have columns, from the county down, filled from above where cells were left empty. */
  path: { level: PathLevel; name: string }[];
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

/** Of each level with a column; empty where there is nothing on it. */
type Path = Partial<Record<PathLevel, string>>;

const no = new Set(['', '否', '不是', '无', '0', '×', '✗', 'N', 'n', '/', '-', '—']);

/** Reads rows one after another: a cell that was left empty means the one above it. */
export class RowReader {
  readonly #texts: RowTexts<Meaning>;
  readonly #columns: ListColumns<Meaning>;
  readonly #levels: readonly PathLevel[];
  readonly #marks: readonly { meaning: Meaning; mark: string }[];
  readonly #hasMarks: boolean;
  #above: Path = {};

  constructor(
    headed: readonly HeadedColumn<Meaning>[],
    texts: RowTexts<Meaning>,
    columns: ListColumns<Meaning>,
  ) {
    const has = (wanted: Meaning) => headed.some(({ meaning }) => meaning === wanted);
    this.#texts = texts;
    this.#columns = columns;
    this.#levels = pathLevels.filter(has);
    this.#marks = headed.flatMap(({ meaning }) => {
      const mark = markOf(meaning);
      return mark === null ? [] : [{ meaning, mark }];
    });
    this.#hasMarks = has('marks');
  }

  /** @returns null for a row that is about no organization */
  read(source: TableRow): ReadRow | null {
    const text = (meaning: Meaning): string => this.#texts.text(source, meaning);
    const cells = this.#levels.map((level) => [level, text(level)] as const);
    const name = text('name');
    if (!this.#isNamed(source, name, cells)) return null;
    this.#texts.check(source, this.#columns);
    const path = fillFromAbove(cells, this.#above);
    this.#above = path;
    return {
      row: source.row,
      path: this.#levels.flatMap((level) => {
        const above = path[level] ?? '';
        return above === '' ? [] : [{ level, name: above }];
      }),
      name,
      shortName: text('shortName'),
      levelText: text('level'),
      parentText: text('parent'),
      markNames: this.#hasMarks ? splitMarks(text('marks')) : null,
      markAnswers: this.#marks.map(({ meaning, mark }) => ({ mark, yes: !no.has(text(meaning)) })),
      code: text('code').replaceAll(/\s/gu, ''),
    };
  }

  /** Notes what names nothing. */
  #isNamed(
    source: TableRow,
    name: string,
    cells: readonly (readonly [level: PathLevel, text: string])[],
  ): boolean {
    const own = name === '' ? cells.findLast(([, text]) => text !== '')?.[0] : 'name';
    if (own !== undefined) return this.#texts.name(source, own, '机构名称') !== null;
    const lowest = this.#levels.at(-1);
    if (!this.#saysMore(source)) this.#texts.name(source, lowest ?? 'name', '机构名称');
    else if (lowest === undefined) this.#texts.note('error', source.row, 'name', '名称是空的。');
    else this.#texts.note('warning', source.row, lowest, '没有机构名称，这一行不导入。');
    return false;
  }

  #saysMore(source: TableRow): boolean {
    const others: readonly Meaning[] = ['shortName', 'level', 'parent', 'marks', 'code'];
    return others.some((meaning) => this.#texts.text(source, meaning) !== '');
  }
}

/**
 * Cells before the first filled one are taken from above, as merged cells arrive when they are pasted; behind it an
 * empty cell means that there is nothing on that level.
 */
function fillFromAbove(cells: readonly (readonly [PathLevel, string])[], above: Path): Path {
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
  return text.split(/[，,、；;\s]+/u).filter((part) => part !== '');
}

const levelWords: readonly (readonly [OrganizationLevel, RegExp])[] = [
  ['memberUnit', /成员|部门/u],
  ['village', /村|社区|居/u],
  ['township', /乡|镇|街/u],
  ['county', /县|区/u],
  ['city', /市/u],
];

/** 乡镇级, 街道, 县(市、区) …; undefined for a word that is none of them. */
export function readLevel(text: string): OrganizationLevel | undefined {
  const exact = organizationLevels.find((level) => levelNames[level] === text);
  return exact ?? levelWords.find(([, pattern]) => pattern.test(text))?.[0];
}
