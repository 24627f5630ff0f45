import type { Correction, ListChoice } from '#shared/contract/table-import.ts';
import {
  type Mapping,
  mappedColumns,
  mappingByWords,
  proposedForm,
  type TableForm,
} from '#shared/rules/tables/form.ts';
import { eitherOf, type ListColumns, meaningsOf, missingColumns } from '#shared/rules/tables/list-columns.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import { columnName } from '#shared/workbook.ts';
import type { SourceRow, SourceTable } from '../excel/read/source-table.ts';
import type { ReadStore } from '../store/read-store.ts';
import { rememberedForm, rememberedMapping } from './import-forms.ts';
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
  const form = formOf(list.key, db, table.rows, choice, {
    columns,
    unheaded: () => list.withoutHeading?.(db, table.rows, around) ?? [],
  });
  const place = table.rows.findIndex(({ row }) => row === form.headingRow);
  const headings = table.rows[place]?.cells ?? null;
  const given = {
    rows: corrected(table.rows.slice(place + 1), choice.corrections),
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
  const nothing = read.rows.length === 0 ? [ofTable(`标题行下面没有读到${list.what}。`)] : [];
  const unread = unreadProblems(given, read);
  const places = new Set(unread.map(placeOf));
  // What it is instead of a value is not judged as one.
  const others = read.problems.filter((problem) => !places.has(placeOf(problem)));
  const problems = [...nothing, ...unread, ...others].toSorted(byPlace);
  return { form, headings, columns, given, read, problems };
}

/** Of the rows that would be imported: of sums nothing is wanted. */
function unreadProblems(
  { rows, columns }: { rows: readonly SourceRow[]; columns: readonly { index: number }[] },
  read: Understood,
): ReadProblem[] {
  const wanted = new Set(read.rows.map(({ row }) => row));
  const mapped = new Set(columns.map(({ index }) => index));
  return rows.flatMap(({ row, cells, unread = [] }) =>
    unread
      .filter((index) => wanted.has(row) && mapped.has(index))
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

function placeOf({ row, column }: ReadProblem): string {
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

/**
 * As chosen; else as it was taken last; else by the words of its headings.
 * @param unheaded what the columns are where no row heads them
 */
function formOf<Meaning extends string>(
  key: string,
  db: ReadStore,
  rows: readonly SourceRow[],
  { form }: ListChoice,
  { columns, unheaded }: { columns: ListColumns<Meaning>; unheaded: () => Mapping },
): TableForm {
  if (form === null)
    return (
      rememberedForm(db, key, rows, columns) ??
      proposedForm(rows, columns) ?? { headingRow: 0, mapping: unheaded() }
    );
  const { headingRow, mapping } = form;
  if (mapping !== null) return { headingRow, mapping };
  const heading = rows.find(({ row }) => row === headingRow);
  if (heading === undefined) return { headingRow: 0, mapping: unheaded() };
  const { cells } = heading;
  return {
    headingRow,
    mapping: rememberedMapping(db, key, cells, columns) ?? mappingByWords(cells, columns),
  };
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
