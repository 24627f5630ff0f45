/** A row of a table as it was understood, and what would happen with it. */
export interface ImportRow {
  row: number;
  action: 'add' | 'change' | 'same' | 'none';
  /** What is wrong with it, or what would change. */
  remark: string;
}

/** What a table says and what taking it over would do; nothing has been stored yet. */
export interface ImportPreview<Row extends ImportRow> {
  /** Null while errors stand in the way: nothing can be taken over then. */
  stagedUid: string | null;
  sheet: string;
  sheets: string[];
  columns: { letter: string; heading: string; meaning: string }[];
  rowCount: number;
  adds: number;
  changes: number;
  same: number;
  /** The first rows as they were read, those with problems first. */
  rows: Row[];
  problems: {
    severity: 'error' | 'warning';
    /** Of several sheets the one that is meant. */
    place?: string;
    row: number;
    column: string;
    text: string;
  }[];
  errorCount: number;
  warningCount: number;
}

/** Rows and problems shown of a long list; the counts are of all. */
export const PREVIEW_ROWS = 500;
