/** What a foreign workbook may at most ask of us; beyond it the file is refused. */
export interface ReadLimits {
  fileBytes: number;
  /** All parts together, as the zip directory declares them and as they really expand. */
  expandedBytes: number;
  /** Expanded size through file size. */
  expansionRatio: number;
  /** Small good files compress very well, so the ratio counts only from this expanded size on. */
  ratioAppliesFromBytes: number;
  entries: number;
  sheets: number;
  /** Rows, cells and merges of all sheets together; rows and cells that hold nothing are not counted. */
  rows: number;
  cells: number;
  merges: number;
  cellFormats: number;
  xmlDepth: number;
  xmlAttributes: number;
  /** Characters of one tag or one run of text. */
  xmlTokenCharacters: number;
  cellCharacters: number;
  /** Texts of all cells together: one shared text can be shown by every cell. */
  totalCharacters: number;
  warnings: number;
}

const MEBIBYTE = 1024 * 1024;

export const defaultReadLimits: ReadLimits = {
  fileBytes: 20 * MEBIBYTE,
  expandedBytes: 200 * MEBIBYTE,
  expansionRatio: 200,
  ratioAppliesFromBytes: 50 * MEBIBYTE,
  entries: 2_000,
  sheets: 256,
  rows: 200_000,
  cells: 2_000_000,
  merges: 5_000,
  cellFormats: 65_536,
  xmlDepth: 64,
  xmlAttributes: 256,
  xmlTokenCharacters: 1_000_000,
  cellCharacters: 32_767,
  totalCharacters: 32_000_000,
  warnings: 100,
};
