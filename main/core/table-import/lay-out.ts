import type { ListChoice } from '#shared/contract/table-import.ts';
import { mappingByWords, proposedForm, type TableForm } from '#shared/rules/tables/form.ts';
import { type ListColumns, meaningsOf } from '#shared/rules/tables/list-columns.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { SourceRow, SourceTable } from '../excel/read/source-table.ts';
import type { ReadStore } from '../store/read-store.ts';
import { rememberedForm, rememberedMapping } from './import-forms.ts';
import type { ListImport, Plain, Surroundings, TakenApart, Understood } from './list-import.ts';

/** The rows that the list is made of, under what tells what their columns mean. */
interface LaidOut {
  form: TableForm;
  /** The row that the form names; null: it names none. */
  heading: SourceRow | null;
  rows: readonly SourceRow[];
  problems: readonly ReadProblem[];
}

/** As chosen; else as it was taken last; else by the words of its headings; else as a text, or without a heading. */
export function layOut<Meaning extends string, Options, Read extends Understood & Plain<Read>>(
  list: ListImport<Meaning, Options, Read>,
  db: ReadStore,
  { rows }: SourceTable,
  choice: ListChoice,
  { columns, around }: { columns: ListColumns<Meaning>; around: Surroundings<Options> },
): LaidOut {
  const isText = choice.form?.inWords === true;
  const headed = isText ? null : headedForm(list.key, db, rows, choice, columns);
  const text = headed === null && (isText || choice.form === null) ? list.takeApart?.(db, rows) : undefined;
  if (text !== undefined && (isText || saysMore(text, rows, columns))) {
    const apart = text.rows.map((row) => ({ ...row, cells: [...row.cells], unread: [] }));
    const form = { headingRow: 0, mapping: text.mapping, inWords: true } as const;
    return { form, heading: null, rows: apart, problems: text.problems };
  }
  const form = headed ?? { headingRow: 0, mapping: list.withoutHeading?.(db, rows, around) ?? [] };
  const place = rows.findIndex(({ row }) => row === form.headingRow);
  return { form, heading: rows[place] ?? null, rows: rows.slice(place + 1), problems: [] };
}

/** Whether something was found in the text; what has no columns is nothing but a text. */
function saysMore<Meaning extends string>(
  text: TakenApart<Meaning>,
  rows: readonly SourceRow[],
  columns: ListColumns<Meaning>,
): boolean {
  const required = meaningsOf(columns).filter((meaning) => columns[meaning].isRequired === true);
  const needed = required.map((meaning) => text.mapping.indexOf(meaning));
  const isFound = text.rows.some(({ cells }) => needed.every((index) => (cells[index] ?? '') !== ''));
  return isFound || rows.every(({ cells }) => cells.length < 2);
}

/** Null: nothing tells of a heading. */
function headedForm<Meaning extends string>(
  key: string,
  db: ReadStore,
  rows: readonly SourceRow[],
  { form }: ListChoice,
  columns: ListColumns<Meaning>,
): TableForm | null {
  if (form === null) return rememberedForm(db, key, rows, columns) ?? proposedForm(rows, columns);
  const { headingRow, mapping } = form;
  if (mapping !== null) return { headingRow, mapping };
  const cells = rows.find(({ row }) => row === headingRow)?.cells;
  if (cells === undefined) return null;
  return {
    headingRow,
    mapping: rememberedMapping(db, key, cells, columns) ?? mappingByWords(cells, columns),
  };
}
