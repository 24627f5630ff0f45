import type { Correction, ListChoice } from '#shared/contract/table-import.ts';
import { mappedColumns, type TableForm } from '#shared/rules/tables/form.ts';
import { eitherOf, type ListColumns, meaningsOf, missingColumns } from '#shared/rules/tables/list-columns.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import { unreadHeadings } from '#shared/rules/tables/unread-cells.ts';
import { columnName } from '#shared/workbook.ts';
import type { SourceRow, SourceTable } from '../excel/read/source-table.ts';
import type { ReadStore } from '../store/read-store.ts';
import { layOut } from './lay-out.ts';
import type { GivenTable, ListImport, Plain, Surroundings, Understood } from './list-import.ts';

/** A table as a list understands it under the clerk's choice. */
export interface UnderstoodTable<Meaning extends string, Read> {
  form: TableForm;
  /** Of the row that the form names; null: it names none. */
  headings: readonly string[] | null;
  columns: ListColumns<Meaning>;
  given: GivenTable<Meaning> & { rows: readonly SourceRow[] };
  /** Null where the form does not allow to read it. */
  read: Read | null;
  problems: readonly ReadProblem[];
}

export function understandTable<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
  db: ReadStore,
  table: SourceTable,
  choice: ListChoice,
  around: Surroundings<Options>,
): UnderstoodTable<Meaning, Read> {
  const columns = list.columns(db);
  const { form, heading, rows, problems: ofText } = layOut(list, db, table, choice, { columns, around });
  const headings = heading?.cells ?? null;
  const given = {
    rows: corrected(rows, choice.corrections),
    columns: mappedColumns(form.mapping, headings ?? [], columns),
  };
  const missing = missingColumns(
    meaningsOf(columns).map((meaning) => ({ ...columns[meaning], meaning })),
    given.columns.map(({ meaning }) => meaning),
  );
  if (missing.length > 0) {
    const names = missing.map((either) => eitherOf(either.map(({ name }) => `“${name}”`))).join('、');
    const text = `还不知道哪一列是${names}，请点标题所在的行，并在各列上面选好。`;
    return { form, headings, columns, given, read: null, problems: [ofTable(text)] };
  }
  const read = list.understand(db, given, around);
  const nothing = read.rows.length === 0 ? [ofTable(nothingWords(list.what, form))] : [];
  const unread = unreadProblems(given, read);
  const places = new Set(unread.map(placeOf));
  // What it is instead of a value is not judged as one.
  const others = read.problems.filter((problem) => !places.has(placeOf(problem)));
  const unnamed = heading === null ? [] : unnamedColumns(heading, given.columns);
  const problems = [...nothing, ...ofText, ...unnamed, ...unread, ...others].toSorted(byPlace);
  return { form, headings, columns, given, read, problems };
}

function nothingWords(what: string, { headingRow }: TableForm): string {
  return headingRow === 0 ? `没有读到${what}，请核对内容后重新选文件或粘贴。` : `标题行下面没有读到${what}。`;
}

/** Headings without a value, of columns that are not read for it. */
function unnamedColumns(heading: SourceRow, columns: readonly { index: number }[]): ReadProblem[] {
  const unread = (heading.unread ?? []).filter((place) => !columns.some(({ index }) => index === place));
  return unreadHeadings({ ...heading, unread });
}

/** Of the rows that would be imported, and where something is missed: of sums nothing is wanted. */
function unreadProblems(
  { rows, columns }: { rows: readonly SourceRow[]; columns: readonly { index: number }[] },
  read: Understood,
): ReadProblem[] {
  const wanted = new Set(read.rows.map(({ row }) => row));
  const missed = new Set(read.problems.map(placeOf));
  const mapped = new Set(columns.map(({ index }) => index));
  const isMissed = (row: number, index: number) =>
    missed.has(placeOf({ row, column: columnName(index + 1) }));
  return rows.flatMap(({ row, cells, unread = [] }) =>
    unread
      .filter((index) => mapped.has(index) && (wanted.has(row) || isMissed(row, index)))
      .map((index) => ({
        severity: 'error' as const,
        row,
        column: columnName(index + 1),
        text: unreadWords(cells[index] ?? ''),
      })),
  );
}

function unreadWords(text: string): string {
  return text === ''
    ? '这一格没有读出来，请在这里填上。'
    : '这一格是公式，文件里没有它的结果；请用 Excel 或 WPS 打开、保存以后重新导入，或在这里填上结果。';
}

function placeOf({ row, column }: Pick<ReadProblem, 'row' | 'column'>): string {
  return `${row} ${column}`;
}

function byPlace(one: ReadProblem, other: ReadProblem): number {
  if (one.row !== other.row) return one.row - other.row;
  // A to Z stand before AA.
  if (one.column.length !== other.column.length) return one.column.length - other.column.length;
  return one.column < other.column ? -1 : Number(one.column > other.column);
}

function ofTable(text: string): ReadProblem {
  return { severity: 'error', row: 0, column: '', text };
}

function corrected(rows: readonly SourceRow[], corrections: readonly Correction[]): readonly SourceRow[] {
  if (corrections.length === 0) return rows;
  const ofRow = Map.groupBy(corrections, ({ row }) => row);
  return rows.map((source) => {
    const changes = ofRow.get(source.row);
    if (changes === undefined) return source;
    const cells = [...source.cells];
    for (const { column, text } of changes) {
      while (cells.length <= column) cells.push('');
      cells[column] = text.trim();
    }
    const put = new Set(changes.map(({ column }) => column));
    return { row: source.row, cells, unread: (source.unread ?? []).filter((index) => !put.has(index)) };
  });
}
