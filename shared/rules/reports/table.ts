/** What the rows of a report are. */
export const rowKinds = ['county', 'township', 'memberUnit', 'trade', 'siteKind', 'level', 'month'] as const;
export type RowKind = (typeof rowKinds)[number];
/** Months are counted one after another, whatever is counted. */
export type CountedBy = Exclude<RowKind, 'month'>;

export const rowKindNames: Readonly<Record<RowKind, string>> = {
  county: '县(市、区)',
  township: '乡镇(街道)',
  memberUnit: '成员单位',
  trade: '行业',
  siteKind: '场所类别',
  level: '挂牌级别',
  month: '月份',
};

/** Key of the row of what belongs to none of the others. */
export const REST = 'rest';

/** How numbers of a column are written. */
export interface NumberLook {
  /** Empty: the measure is not there any more. */
  unit: string;
  /** Digits behind the point at most; of a share in per cent. */
  places: number;
}

export interface ReportColumn extends NumberLook {
  /** Key of the measure. */
  measure: string;
  heading: string;
  isShare?: true;
}

/** Null: there is nothing to tell (a share of nothing), or there was nothing at that time. A share is a fraction of 1. */
export interface ReportCell {
  value: number | null;
  /** The same time a year ago. */
  lastYear: number | null;
  /** The period before. */
  before: number | null;
}

export const NO_NUMBER: ReportCell = { value: null, lastYear: null, before: null };

export interface ReportRow {
  key: string;
  name: string;
  /** In the order of the columns. */
  cells: ReportCell[];
}

/** A report as it is counted for one time. */
export interface ReportTable {
  title: string;
  from: string;
  to: string;
  rowKind: RowKind;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** Counted over everything: shares are of the whole, and what two units share counts once. */
  total: ReportCell[];
}
