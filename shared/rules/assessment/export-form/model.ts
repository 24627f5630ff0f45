import type { ColumnKey, Orientation, SheetKind } from './definitions.ts';

/* How a period's workbook looks: kept by the office, several side by side (导出格式). */

export const paperSizes = ['A4', 'A3'] as const;
export type PaperSize = (typeof paperSizes)[number];

export interface ColumnForm<Key extends ColumnKey = ColumnKey> {
  key: Key;
  /** As it is printed above the column. */
  name: string;
}

export interface SheetForm {
  kind: SheetKind;
  shown: boolean;
  /** Follows the workbook's title: 结果汇总表. */
  ending: string;
  orientation: Orientation;
  /** Those that are shown, in their order. */
  columns: ColumnForm[];
}

/** In millimetres. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface PageForm {
  paper: PaperSize;
  margins: Margins;
  /** As wide as one page at most. */
  fitToWidth: boolean;
  /** The heads of a table stand on each of its pages. */
  repeatHeads: boolean;
}

export interface ExportForm {
  /** With {考核期} where the period's name stands. */
  title: string;
  /** 填报单位. */
  unit: string;
  /** Lines to sign on below each table: 考核组长签名. */
  signatures: string[];
  /** Room for the seal below each score sheet. */
  seal: boolean;
  /** With {考核期}, without ending. */
  fileName: string;
  /** Decimals that scores are shown with; null: as the scheme says. */
  decimals: number | null;
  /** Every kind once, in the order of the workbook. */
  sheets: SheetForm[];
  page: PageForm;
}

/** A form as one workbook is written by it: the period's name has been put in. */
export interface ExportOptions extends ExportForm {
  /** Printed above the tables. */
  date: string;
}

export const PERIOD_PLACE = '{考核期}';

/** Also the other way round, so that a title typed with this period's name serves the next one. */
export function withPeriodPlace<Form extends ExportForm>(form: Form, periodTitle: string): Form {
  return renamed(form, (text) => text.replaceAll(periodTitle, PERIOD_PLACE));
}

export function filledForm(form: ExportForm, periodTitle: string): ExportForm {
  return renamed(form, (text) => text.replaceAll(PERIOD_PLACE, periodTitle));
}

function renamed<Form extends ExportForm>(form: Form, rename: (text: string) => string): Form {
  return { ...form, title: rename(form.title), fileName: rename(form.fileName) };
}
