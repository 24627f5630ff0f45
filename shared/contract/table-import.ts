import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Right } from '../rights.ts';
import type { TableForm } from '../rules/tables/form.ts';
import { pastedSchema, uidSchema } from './fields.ts';
import type { ImportPreview, ImportRow } from './import-preview.ts';
import { reversible, service } from './operation.ts';

/* How every list takes in a table: read, look over and correct what was read, then take all of it over or nothing. */

/** A row as it stands in the table, with the clerk's corrections. */
export interface ListImportRow extends ImportRow {
  cells: string[];
}

/** What stands there and goes: the table takes the place of all of it, and does not name it. */
export interface Leaving {
  names: string[];
  /** What becomes of them: 不再任职. */
  verb: string;
  /** What makes it look like a mistake; empty for nothing. */
  doubt: string;
}

export interface ListPreview extends Omit<ImportPreview<ListImportRow>, 'stagedUid' | 'columns'> {
  /** What was read, whatever is wrong with it. */
  stagedUid: string;
  form: TableForm;
  /** The first rows of the table, from which the heading is chosen. */
  firstRows: { row: number; cells: string[] }[];
  /** Columns of the table. */
  width: number;
  /** What a column can mean, in the order of the list. */
  meanings: {
    meaning: string;
    name: string;
    isRequired: boolean;
    isOneRequired: boolean;
    isLong: boolean;
  }[];
  /** What else would happen: words that are added to the office's lists. */
  notes: string[];
  /** Null: nothing goes. */
  leaving: Leaving | null;
  /** The list may also be a text that is not set in columns. */
  mayBeInWords: boolean;
}

const sourceSchema = z.union([
  z.object({ text: pastedSchema }),
  z.object({ fileToken: uidSchema, sheet: z.string().max(60).nullable() }),
  /** What was read before, under another choice. */
  z.object({ stagedUid: uidSchema }),
]);
export type ListSource = z.infer<typeof sourceSchema>;

/** Cells that were put right in the preview; more of them are put right in the file. */
const MOST_CORRECTIONS = 5_000;
const MOST_COLUMNS = 1_000;

const choiceSchema = z.object({
  /** Null: as proposed. */
  form: z
    .object({
      headingRow: z.int().min(0),
      /** Null: as its headings propose. */
      mapping: z.array(z.string().max(60).nullable()).max(MOST_COLUMNS).nullable(),
      /** Taken as a text, whatever the mapping says. */
      inWords: z.literal(true).optional(),
    })
    .nullable(),
  corrections: z
    .array(
      z.object({
        row: z.int().min(1),
        column: z.int().min(0).max(MOST_COLUMNS),
        text: z.string().max(5_000),
      }),
    )
    .max(MOST_CORRECTIONS, '改动太多，请在原来的表格里改好后重新导入'),
});
export type ListChoice = z.infer<typeof choiceSchema>;
export type Correction = ListChoice['corrections'][number];

/**
 * The operations of a list that can be imported.
 * @param what it is a list of: 督查人员
 * @param options what the clerk may choose beside the form; null where there is nothing
 */
export function tableImport<Options extends z.ZodType>(what: string, right: Right, options: Options) {
  return {
    /** Starts a job; its result is a ListPreview. Nothing is stored until `importTable`. */
    readTable: service(`读取${what}表格`, right)
      .input(z.object({ source: sourceSchema, choice: choiceSchema, options }))
      .output(type<{ jobUid: string }>()),
    /** All rows or none, as they were shown. */
    importTable: reversible(`导入${what}`, right)
      .input(z.object({ stagedUid: uidSchema, choice: choiceSchema, options }))
      .output(type<{ added: number; changed: number }>()),
  };
}
