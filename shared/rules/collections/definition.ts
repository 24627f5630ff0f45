import { headingUnit } from './reading/heading-unit.ts';

/*
 * What a collection (下发收集) asks of units: the columns of the table that each of them is handed, and its rows.
 *
 * Values stand everywhere in one canonical text for each kind:
 *   text    as written, without space around it
 *   whole   -12
 *   decimal -12.5, exact, without needless zeros
 *   money   whole 分: 1234.50 元 is 123450
 *   day     2026-09-30
 *   choice  one of the column's choices
 *   yesNo   yes or no
 * Nothing was said: the column is missing from the values.
 */

export const columnKinds = ['text', 'whole', 'decimal', 'money', 'day', 'choice', 'yesNo'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export const columnKindNames: Readonly<Record<ColumnKind, string>> = {
  text: '文字',
  whole: '整数',
  decimal: '小数',
  money: '金额(元)',
  day: '日期',
  choice: '从列表选',
  yesNo: '是、否',
};

export const numberKinds: readonly ColumnKind[] = ['whole', 'decimal', 'money'];

/** Canonical values of the column's kind, both included; null: no limit. Only numbers and days have any. */
export interface ValueRange {
  min: string | null;
  max: string | null;
}

export interface CollectedColumn extends ValueRange {
  /** Stays the same as long as the collection. */
  key: string;
  heading: string;
  kind: ColumnKind;
  required: boolean;
  /** Filled in by us; has to come back unchanged. */
  locked: boolean;
  /** Of the kind `choice`; else none. */
  choices: string[];
  /** Digits behind the point, of the kind `decimal`; money always has two. */
  decimals: number;
  /** What to write there, for who fills it in; may be empty. */
  hint: string;
  /**
   * Of the kind `day`: key of a column of yes and no. Where that says yes this is the day on which it came true: it has
   * to be there, and cannot lie ahead.
   */
  whenYes: string | null;
}

/** A column of text that need not be filled in, but for what is said of it. */
export function collectedColumn(
  key: string,
  heading: string,
  more: Partial<Omit<CollectedColumn, 'key' | 'heading'>> = {},
): CollectedColumn {
  const usual = { kind: 'text' as const, required: false, locked: false, choices: [], decimals: 0, hint: '' };
  return { key, heading, ...usual, min: null, max: null, whenYes: null, ...more };
}

export const rowKinds = ['given', 'free', 'givenAndFree'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface CollectionDefinition {
  columns: CollectedColumn[];
  /** Whether rows are given by us, written by the unit, or both. */
  rows: RowKind;
  /** Empty rows below the given ones; 0 where all rows are given. */
  blankRows: number;
}

/** Canonical values by key of the column. */
export type RowValues = Record<string, string>;

/** A row that is handed out. */
export interface GivenRow {
  /** Uid of the record that it is about, or another key of this unit's rows; letters, digits and hyphens. */
  key: string;
  /** What it is filled with: of locked columns, and what is stored already of the others. */
  values: RowValues;
  /** Narrower than those of the columns, by their keys: what an indicator can give. Mostly empty. */
  ranges: Record<string, ValueRange>;
}

/** A table of the clerk's own: its columns, and the rows that every unit is given alike. */
export interface DesignedForm {
  definition: CollectionDefinition;
  rows: GivenRow[];
}

/** What one unit is handed. */
export interface UnitRows {
  organizationUid: string;
  unitName: string;
  rows: GivenRow[];
}

/** Where what is asked comes from, and where it goes when it has been collected. */
export type CollectionOrigin =
  /** Self scores (自评分) of a group's units. */
  | { kind: 'selfScores'; groupUid: string }
  /** A CollectedLedger of a feature, by its key. */
  | { kind: 'ledger'; ledger: string }
  /** A table of the clerk's own; what was collected stays in the collection. */
  | { kind: 'form' };

/** How many of everything a collection may have. */
export const collectionLimits = {
  columns: 60,
  choices: 200,
  givenRows: 2_000,
  blankRows: 1_000,
  units: 1_500,
} as const;

/** @returns why this cannot be handed out, in Chinese; null: it can */
export function definitionProblem({ columns, rows, blankRows }: CollectionDefinition): string | null {
  const headings = columns.map(({ heading }) => plainHeading(heading));
  const twice = columns.find((_column, index) => headings.indexOf(headings[index] ?? '') !== index);
  if (twice !== undefined) return `有两栏都叫“${twice.heading}”，收回来分不清，请改一个名称`;
  if (columns.every(({ locked }) => locked)) return '没有一栏可以填写，请至少留一栏给单位填';
  const empty = columns.find(({ kind, choices }) => kind === 'choice' && choices.length === 0);
  if (empty !== undefined) return `“${empty.heading}”要从列表选，请写上有哪些可选`;
  const scaled = columns.find(({ kind, heading }) => kind === 'money' && headingUnit(heading).scale > 1);
  if (scaled !== undefined) return `“${scaled.heading}”不是按元填的，请把标题改成元，或者把种类改成小数`;
  if (rows !== 'given' && blankRows === 0) return '单位要自己添行，请写明留几行';
  return null;
}

/** As headings are compared: without what layout adds. */
export function plainHeading(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '');
}
