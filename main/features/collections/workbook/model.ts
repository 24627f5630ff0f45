import type { CollectionDefinition, RowValues, UnitRows } from '#shared/rules/collections/definition.ts';
import type { CollectedIdentity } from '#shared/rules/collections/marks.ts';

/** What a unit has returned, on the workbook on which it corrects that. */
export interface Corrections {
  /** Lines for the cover. */
  words: readonly string[];
  /** By key of the given row. */
  given: ReadonlyMap<string, CorrectedRow>;
  /** The rows that the unit wrote itself. */
  own: readonly CorrectedRow[];
}

export interface CorrectedRow {
  /** What came back and could be read; canonical. */
  values: RowValues;
  /** What stands in the other cells, as it was written, by column. */
  unread: Readonly<Record<string, string>>;
  /** What is to be done, by column. */
  notes: ReadonlyMap<string, string>;
}

/** Everything that stands in the workbook of one unit. */
export interface HandedWorkbook {
  title: string;
  instruction: string;
  dueOn: string;
  /** Who asks. */
  office: string;
  unit: UnitRows;
  definition: CollectionDefinition;
  identity: CollectedIdentity;
  /** Handed out for the first time without any. */
  corrections?: Corrections;
}
