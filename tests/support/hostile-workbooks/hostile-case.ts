import type { WorkbookErrorCode } from '#main/core/excel/read/workbook-error.ts';

/** A workbook that must not be read as if it were sound. */
export interface HostileCase {
  name: string;
  /** The code it is refused with, or 'warning': read, naming the trouble. */
  outcome: WorkbookErrorCode | 'warning';
  build: () => Uint8Array;
}
