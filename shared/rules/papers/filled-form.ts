import type { Paper, PaperCell, PaperTable } from './model.ts';

/** What stands in the places of a form; null: there is no such thing here, and rows that name it are left out. */
export type FormValues = Readonly<Record<string, string | null>>;

/** Entries that have a row each. */
export interface FormList {
  /** Places of one entry; a row that has one of them is a row of the list. */
  names: readonly string[];
  entries: readonly FormValues[];
  /** Rows of the form without an entry stay, to be written in by hand. */
  keepsRoom: boolean;
}

type Row = PaperTable['rows'][number];

const PLACE = /\{([^{}\n]{1,30})\}/gu;
/** In a row of a list: which entry it is. */
const SERIAL = '序号';

/** A form as it is printed: every place filled, also one of a name that nobody knows, with nothing. */
export function filledForm(form: Paper, values: FormValues, lists: readonly FormList[]): Paper {
  const filled = (text: string) => fill(text, values);
  return {
    ...form,
    head: { ...form.head, issuers: form.head.issuers.map(filled).filter((name) => name !== '') },
    title: filled(form.title),
    body: form.body.map((block) =>
      block.kind === 'table' ? { ...block, rows: rowsOf(block.rows, values, lists) } : block,
    ),
  };
}

function rowsOf(rows: readonly Row[], values: FormValues, lists: readonly FormList[]): Row[] {
  const listOf = (row: Row) => lists.find(({ names }) => names.some((name) => placesOf(row).includes(name)));
  return rows
    .flatMap((row, index) => {
      const list = listOf(row);
      if (list === undefined) return [{ row, values }];
      const slots = rows.filter((each) => listOf(each) === list).length;
      const slot = rows.slice(0, index).filter((each) => listOf(each) === list).length;
      return entriesAt(list, slot, slot === slots - 1).map((entry) => ({
        row,
        values: { ...values, ...entry },
      }));
    })
    .filter(({ row, values: own }) => !placesOf(row).some((name) => own[name] === null))
    .map(({ row, values: own }) => row.map((cell): PaperCell => ({ ...cell, text: fill(cell.text, own) })));
}

/** What the rows of a list print: one entry each, the last row all that are left. */
function entriesAt({ entries, keepsRoom }: FormList, slot: number, isLast: boolean): FormValues[] {
  const own = isLast ? entries.slice(slot) : entries.slice(slot, slot + 1);
  const shown = own.length === 0 && keepsRoom ? [{}] : own;
  return shown.map((entry, index) => ({ ...entry, [SERIAL]: String(slot + index + 1) }));
}

function placesOf(row: Row): string[] {
  return row.flatMap(({ text }) => [...text.matchAll(PLACE)].map(([, name = '']) => name));
}

/** A name above an empty place has no empty line below it. */
function fill(text: string, values: FormValues): string {
  return text.replaceAll(PLACE, (_, name: string) => values[name] ?? '').replace(/\n+$/u, '');
}
