import type { RowValues } from '../definition.ts';

/** 保留现有, 采用返回, 采用较新. */
export const mergeRules = ['stored', 'returned', 'newer'] as const;
export type MergeRule = (typeof mergeRules)[number];

export const mergeRuleNames: Readonly<Record<MergeRule, string>> = {
  stored: '保留现有',
  returned: '采用返回',
  newer: '采用较新',
};

/** What each rule does, for the clerk who chooses. */
export const mergeRuleWords: Readonly<Record<MergeRule, string>> = {
  stored: '已有内容的一律不动',
  returned: '一律用单位最后交回的',
  newer: '下发以后这里改过的不动，没有改过的用单位最后交回的',
};

/** A value that a return has for a cell. */
export interface MergeCandidate {
  returnUid: string;
  fileName: string;
  /** Instant, UTC milliseconds. */
  receivedAt: number;
  value: string;
}

/** A cell where what came back is not what is stored, or returns are not of one mind. */
export interface MergeCell {
  /** Unit, row and column. */
  id: string;
  unitUid: string;
  unitName: string;
  /** What the row is about, in words. */
  row: string;
  column: string;
  heading: string;
  /** Canonical; empty: nothing is stored. */
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
  unitUid: string;
  unitName: string;
  /** Of a given row; null: written by the unit. */
  key: string | null;
  name: string;
  stored: RowValues;
  given: RowValues;
  /** The earliest return first. */
  returned: { returnUid: string; fileName: string; receivedAt: number; values: RowValues }[];
}
