import { columnName } from '../../../workbook.ts';
import type { CollectedColumn, CollectionDefinition, GivenRow } from '../definition.ts';
import { readValue } from '../reading/read-value.ts';
import { showValue } from '../show-value.ts';
import { dayProblems } from './day-problems.ts';
import { findColumns } from './find-columns.ts';
import type { FoundTable, SheetRow } from './find-tables.ts';
import type { ProblemKind, ReturnedRow, ReturnProblem } from './model.ts';

/** More are not told one by one: such a table is filled in anew. */
const MOST_PROBLEMS = 500;
const sums = /^(?:合计|小计|总计|共计)$/u;

export interface ReadTable {
  rows: ReturnedRow[];
  problems: ReturnProblem[];
}

/** Reads a returned table against what was asked, and what this unit was given; whose it is has been settled. */
export function readTable(
  table: FoundTable,
  definition: CollectionDefinition,
  given: readonly GivenRow[],
  today: string,
): ReadTable {
  const reader = new TableReader(table, definition, given, today);
  reader.read();
  const { rows, problems } = reader;
  if (problems.length <= MOST_PROBLEMS) return { rows, problems };
  const more = problems.length - MOST_PROBLEMS;
  const text = `另有 ${more} 处没有列出，请用下发的表重新填`;
  return {
    rows,
    problems: [...problems.slice(0, MOST_PROBLEMS), { ...whole, kind: 'wrong', text }],
  };
}

const whole = { row: 0, column: '', cell: null, guess: null } as const;

class TableReader {
  readonly rows: ReturnedRow[] = [];
  readonly problems: ReturnProblem[];
  readonly #table: FoundTable;
  readonly #definition: CollectionDefinition;
  readonly #given: ReadonlyMap<string, GivenRow>;
  readonly #places: ReadonlyMap<string, number>;
  readonly #today: string;
  readonly #met = new Map<string, number>();
  readonly #locked: readonly CollectedColumn[];
  /** What the unit fills in. */
  readonly #entries: readonly CollectedColumn[];

  constructor(
    table: FoundTable,
    definition: CollectionDefinition,
    given: readonly GivenRow[],
    today: string,
  ) {
    const { places, problems } = findColumns(definition.columns, table.heads);
    this.#table = table;
    this.#definition = definition;
    this.#given = new Map(given.map((row) => [row.key, row]));
    this.#places = places;
    this.#today = today;
    this.problems = problems;
    this.#locked = definition.columns.filter(({ locked }) => locked);
    this.#entries = definition.columns.filter(({ locked }) => !locked);
  }

  read(): void {
    for (const source of this.#table.body) this.#readRow(source);
    for (const row of this.#given.values()) {
      if (!this.#met.has(row.key))
        this.#say('removed', 0, null, `缺“${this.#nameOf(row)}”一行，请补上，不要删行`);
    }
    const entered = this.rows.some((row) => this.#says(row));
    if (entered) return;
    const lasting = this.problems.filter(({ kind }) => kind !== 'missing');
    this.problems.splice(0, this.problems.length, ...lasting);
    const mayBeEmpty = this.#definition.rows !== 'given' && this.#given.size === 0;
    this.problems.push(
      mayBeEmpty
        ? { ...whole, kind: 'empty', text: '一行也没有填。请填好再交；确实没有的，可以按零报告收下' }
        : { ...whole, kind: 'missing', text: '一格也没有填，请填好再交' },
    );
  }

  #readRow(source: SheetRow): void {
    const { mark } = source;
    if (mark?.kind === 'row') return this.#readGiven(source, mark.key);
    const like = this.#table.identity === null ? this.#likeGiven(source) : null;
    if (like !== null) return this.#readGiven(source, like);
    if (source.isLine || this.#isEmpty(source)) return;
    if (source.cells.some((cell) => cell !== undefined && sums.test(cell.text.replaceAll(/\s/gu, ''))))
      return this.#say('note', source.row, null, '合计一行没有读');
    if (this.#definition.rows === 'given')
      return this.#say('added', source.row, null, '这一行不是下发的，请删去；要补充的请另外说明');
    this.#readCells(source, null);
  }

  #readGiven(source: SheetRow, key: string): void {
    const given = this.#given.get(key);
    if (given === undefined)
      return this.#say('added', source.row, null, '这一行不在发给这个单位的表里，请删去');
    const before = this.#met.get(key);
    if (before !== undefined)
      return this.#say('twice', source.row, null, `与第 ${before} 行是同一行，请只留一行`);
    this.#met.set(key, source.row);
    if (this.#isLockedChanged(source, given)) return this.#keepUnread(source, given);
    this.#readCells(source, given);
  }

  /** Values beside a changed name may be another's: none of them is taken. */
  #keepUnread(source: SheetRow, { key, values }: GivenRow): void {
    const unread: Record<string, string> = {};
    for (const column of this.#entries) {
      const text = this.#cellOf(source, column)?.text ?? '';
      if (text !== '') unread[column.key] = text;
    }
    this.rows.push({ row: source.row, key, values: this.#lockedOf(values), unread });
  }

  #isLockedChanged(source: SheetRow, given: GivenRow): boolean {
    let changed = false;
    for (const column of this.#locked) {
      if (!this.#places.has(column.key)) continue;
      const read = readValue(column, this.#cellOf(source, column), noRange);
      const wanted = given.values[column.key] ?? '';
      if ('value' in read && sameText(read.value, wanted)) continue;
      changed = true;
      const written = this.#cellOf(source, column)?.text ?? '';
      const words = `“${column.heading}”不能改：原来是“${showValue(column, wanted)}”，现在是“${written}”，请改回`;
      this.#say('locked', source.row, column, words);
    }
    return changed;
  }

  #readCells(source: SheetRow, given: GivenRow | null): void {
    const place = this.rows.length;
    const row: ReturnedRow = {
      row: source.row,
      key: given?.key ?? null,
      values: given === null ? {} : this.#lockedOf(given.values),
      unread: {},
    };
    this.rows.push(row);
    const columns = given === null ? this.#definition.columns : this.#entries;
    const missing: CollectedColumn[] = [];
    for (const column of columns) {
      const cell = this.#cellOf(source, column);
      const read = readValue(column, cell, given?.ranges[column.key]);
      if ('value' in read) {
        if (read.value !== '') row.values[column.key] = read.value;
        else if (column.required && this.#places.has(column.key)) missing.push(column);
        continue;
      }
      row.unread[column.key] = cell?.text ?? '';
      const [kind, text, guess] =
        'wrong' in read
          ? (['wrong', read.wrong, null] as const)
          : (['question', read.question, read.guess] as const);
      this.#say(kind, source.row, column, text, { place, guess });
    }
    for (const column of missing)
      this.#say('missing', source.row, column, `“${column.heading}”没有填`, { place, guess: null });
    for (const { column, kind, text } of dayProblems(this.#definition.columns, row, this.#today))
      if (this.#places.has(column.key)) this.#say(kind, source.row, column, text, { place, guess: null });
  }

  #lockedOf(values: GivenRow['values']): Record<string, string> {
    const locked: Record<string, string> = {};
    for (const { key } of this.#locked) if (values[key] !== undefined) locked[key] = values[key];
    return locked;
  }

  #says({ values, unread, key }: ReturnedRow): boolean {
    const columns = key === null ? this.#definition.columns : this.#entries;
    return columns.some((column) => values[column.key] !== undefined || unread[column.key] !== undefined);
  }

  #isEmpty(source: SheetRow): boolean {
    const columns = this.#definition.columns;
    return columns.every((column) => (this.#cellOf(source, column)?.text.trim() ?? '') === '');
  }

  /** Without marks a given row is known by what was given in it. */
  #likeGiven(source: SheetRow): string | null {
    if (this.#locked.length === 0) return null;
    const same = [...this.#given.values()].filter(({ values }) =>
      this.#locked.every((column) => {
        const read = readValue(column, this.#cellOf(source, column), noRange);
        return 'value' in read && sameText(read.value, values[column.key] ?? '');
      }),
    );
    return same.length === 1 ? (same[0]?.key ?? null) : null;
  }

  #cellOf({ cells }: SheetRow, { key }: CollectedColumn): SheetRow['cells'][number] {
    const place = this.#places.get(key);
    return place === undefined ? undefined : cells[place];
  }

  #nameOf({ values }: GivenRow): string {
    const named = this.#definition.columns.find(({ key, locked }) => locked && values[key] !== undefined);
    return named === undefined ? '下发' : showValue(named, values[named.key] ?? '');
  }

  #say(
    kind: ProblemKind,
    row: number,
    column: CollectedColumn | null,
    text: string,
    cell?: { place: number; guess: string | null },
  ): void {
    const place = column === null ? undefined : this.#places.get(column.key);
    this.problems.push({
      kind,
      row,
      column: place === undefined ? '' : columnName(place + 1),
      cell: cell === undefined || column === null ? null : { place: cell.place, column: column.key },
      text,
      guess: cell?.guess ?? null,
    });
  }
}

const noRange = { min: null, max: null };

/** Line breaks and blanks are lost on the way through other programs. */
function sameText(one: string, other: string): boolean {
  return one === other || one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');
}
