import type { CollectedColumn, RowValues } from '../definition.ts';

/**
 * None of them goes by time: a return that came later was filled in from a workbook of an earlier day, and does not know
 * what has been put right here since. What was changed here after it was handed out is what tells.
 */
export const mergeRules = ['stored', 'returned', 'keepChanged'] as const;
export type MergeRule = (typeof mergeRules)[number];

export const mergeRuleNames: Readonly<Record<MergeRule, string>> = {
  stored: '都保留现有',
  returned: '都采用返回',
  keepChanged: '只换没改过的',
};

/** What each rule does, for the clerk who chooses. */
export const mergeRuleWords: Readonly<Record<MergeRule, string>> = {
  stored: '已有内容的一律不动',
  returned: '一律用单位最后交回的；交回空着的不算，保留现有',
  keepChanged: '下发以后这里改过的不动，没有改过的用单位最后交回的；交回空着的不算，保留现有',
};

/** In the place of a column: no column has this key. */
export const OWN_ROWS = '';

/** In the place of a column, of new rows that several units have written: whose it becomes. No column has this key. */
export const OF_UNIT = '@unit';

/** Who says something, and where. */
export interface ReturnedBy {
  unitUid: string;
  unitName: string;
  /** As `lineUid` writes it, where several lines of one return are about one record. */
  returnUid: string;
  fileName: string;
  /** Instant, UTC milliseconds. */
  receivedAt: number;
}

/** What a return has for a cell. */
export interface MergeCandidate extends ReturnedBy {
  /** Empty: it was taken out. */
  value: string;
}

const UID_LENGTH = 36;

/** @param row of the sheet */
export function lineUid(returnUid: string, row: number): string {
  return `${returnUid}:${row}`;
}

/** The return that a candidate is out of. */
export function returnOf(candidateUid: string): string {
  return candidateUid.slice(0, UID_LENGTH);
}

/** A cell where what came back is not what is stored, or returns are not of one mind. */
export interface MergeCell {
  /** Unit, row and column. */
  id: string;
  unitUid: string;
  unitName: string;
  /** What the row is about, in words. */
  row: string;
  /** Key of the column; OWN_ROWS: it is about all rows of the unit's own at once; OF_UNIT: values are uids of units. */
  column: string;
  heading: string;
  /** Canonical, of own rows as `rowsText` writes them; empty: nothing is stored. */
  stored: string;
  /** Whether it has been changed here since it was handed out. */
  changedSince: boolean;
  /** The earliest first. */
  candidates: MergeCandidate[];
}

/** A row of a unit: what is stored, what was handed out, and what its returns say. */
export interface MergeRow {
  /** Unique among all rows. */
  id: string;
  /** Who was handed it; of a new row the first that has written it. */
  unitUid: string;
  /** Of all who say something of it. */
  unitName: string;
  /** Of the given row; null: returns have it in common as a new one. */
  key: string | null;
  name: string;
  stored: RowValues;
  given: RowValues;
  /** The earliest return first. */
  returned: (ReturnedBy & { values: RowValues })[];
}

/** The rows that a unit wrote itself. Nothing tells which of them is which, so that they are taken as a whole. */
export interface OwnRows {
  /** Unique among all rows. */
  id: string;
  unitUid: string;
  unitName: string;
  stored: readonly RowValues[];
  /** What the unit knows to be stored. */
  known: readonly RowValues[];
  /** The earliest return first. */
  returned: (ReturnedBy & { rows: readonly RowValues[] })[];
}

/** Rows as one value, to be compared and decided on; empty where there are none. */
export function rowsText(columns: readonly CollectedColumn[], rows: readonly RowValues[]): string {
  const inOrder = (values: RowValues) =>
    Object.fromEntries(columns.flatMap(({ key }) => (values[key] === undefined ? [] : [[key, values[key]]])));
  return rows.length === 0 ? '' : JSON.stringify(rows.map(inOrder));
}

/** What `rowsText` has written. */
export function rowsOfText(text: string): RowValues[] {
  return text === '' ? [] : (JSON.parse(text) as RowValues[]);
}
