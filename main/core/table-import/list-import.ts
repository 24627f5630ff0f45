import type { ImportRow } from '#shared/contract/import-preview.ts';
import type { Leaving } from '#shared/contract/table-import.ts';
import type { HeadedColumn } from '#shared/rules/tables/headings.ts';
import type { Mapping } from '#shared/rules/tables/form.ts';
import type { ListColumns } from '#shared/rules/tables/list-columns.ts';
import type { ReadProblem, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { Caller, WriteContext } from '../handlers.ts';
import type { ReadStore } from '../store/read-store.ts';

/** What taking over one row would do. */
export interface UnderstoodRow {
  row: number;
  action: ImportRow['action'];
  /** Entries that a row to add adds, where that is not one: it may name what it stands under, too. */
  adds?: number;
  /** What would change, or what is understood of a newcomer, in words. */
  changes: readonly string[];
}

export interface Understood {
  rows: readonly UnderstoodRow[];
  problems: readonly ReadProblem[];
  /** What else would happen. */
  notes: readonly string[];
  /** Left out where nothing goes. */
  leaving?: Leaving | null | undefined;
}

/** As it is taken over: its rows are given once, one after the other, for they may come straight from a file. */
export type Taken<Read extends Understood> = Omit<Read, 'rows'> & { rows: Iterable<Read['rows'][number]> };

/** What can wait in a file between the preview and the clerk's yes. */
export type Plain<Read> = { [Key in keyof Read]: PlainValue<Read[Key]> };
type PlainValue<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | ((...given: never[]) => unknown)
    ? never
    : Plain<Value>;

/** The rows below the heading, corrected, and what their columns mean. */
export interface GivenTable<Meaning extends string> {
  rows: readonly TableRow[];
  columns: readonly HeadedColumn<Meaning>[];
}

/** A text that was taken apart: a table without headings. */
export interface TakenApart<Meaning extends string> {
  /** Each has a number of its own. */
  rows: readonly TableRow[];
  mapping: readonly Meaning[];
  /** Of the text. */
  problems: readonly ReadProblem[];
}

export interface Surroundings<Options> {
  options: Options;
  today: string;
  resourcesFolder: string;
  /** Who reads or takes over; opens what only some may know. */
  caller: Pick<Caller, 'userUid' | 'secretKey'>;
  /** See WriteContext; of the taking over alone. */
  hush?: () => void;
}

/** Keeps what waits from those who may not know it. */
export interface Sealing {
  seal: (words: unknown) => string;
  open: (sealed: string) => unknown;
}

/** A list that tables can be imported into. */
export interface ListImport<Meaning extends string, Options, Read extends Understood & Plain<Read>> {
  /** Under which its readings wait and its forms are remembered; never changes. */
  key: string;
  /** What it is a list of, and the word that counts them: 督查人员, 人. */
  what: string;
  unit: string;
  /** Rows of tables that an entry takes; one where not given. */
  rowsEach?: number;
  /** Of the office as it is: its own kinds may have columns of their own. */
  columns: (db: ReadStore) => ListColumns<Meaning>;
  /** What the columns of a table without headings are; where it cannot tell, the clerk has to say. */
  withoutHeading?: (db: ReadStore, rows: readonly TableRow[], around: Surroundings<Options>) => Mapping;
  /** Where it may also be a text that is not set in columns. */
  takeApart?: (db: ReadStore, rows: readonly TableRow[]) => TakenApart<Meaning>;
  /** Where what is read must not lie open while it waits; null: this time it may. */
  sealing?: (db: ReadStore, around: Surroundings<Options>) => Sealing | null;
  /** Reads against what is stored, changes nothing. The same table and store give the same result. */
  understand: (db: ReadStore, table: GivenTable<Meaning>, around: Surroundings<Options>) => Read;
  /** Stores the rows to add or change; there are no errors among the problems. */
  write: (read: Taken<Read>, context: WriteContext) => void;
  /** What of the list it was, before the counts in the log; nothing where not given. */
  about?: (db: ReadStore, options: Options, today: string) => string;
}
