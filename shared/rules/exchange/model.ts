export type PackValue = string | number | null;

/** A row as it stands in a pack: what refers to a row does so by uid, because local numbers differ from PC to PC. */
export interface PackRow {
  table: string;
  uid: string;
  /** False: it only goes along because something refers to it, and is never changed on the other PC. */
  own: boolean;
  values: Record<string, PackValue>;
  /** By column, digests of what stood there before: tells which of two values is the newer. */
  former: Record<string, string[]>;
}

/** First line of a pack. */
export interface PackHeader {
  format: 1;
  programVersion: string;
  /** Number of migrations, and hash of the schema. */
  storeVersion: number;
  schema: string;
  office: string;
  madeBy: string;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  topics: string[];
  /** Names; empty: the whole office. */
  organizations: string[];
  /** Of the scores in it; empty where it has none. */
  period: string;
  rows: number;
  files: number;
}

export const packRules = ['ours', 'theirs'] as const;
export type PackRule = (typeof packRules)[number];

export const packRuleNames: Readonly<Record<PackRule, string>> = {
  ours: '都保留这里的',
  theirs: '都采用包里的',
};

/** In the place of a column: the row was deleted here and is still in the pack. No column has this key. */
export const DELETED_HERE = '';

/** In the place of a column: the row with all its parts. */
export const WITH_PARTS = '*';

/** A cell that differs. */
export interface PackCell {
  /** TABLE/UID/COLUMN */
  id: string;
  table: string;
  /** What the row is about, in words. */
  row: string;
  column: string;
  ours: PackValue;
  theirs: PackValue;
}

/** An organization of the pack that was not recognised here. */
export interface PackQuestion {
  uid: string;
  name: string;
  /** Of what it is a part, from the top. */
  above: string;
  candidates: { uid: string; name: string }[];
}

/** Answers to questions beside the uid of an organization here. */
export const ANSWER_NEW = 'new';
export const ANSWER_LEAVE = 'leave';

export interface PackCounts {
  table: string;
  adds: number;
  /** Cells where the pack is newer. */
  changes: number;
  /** Rows in which nothing differs. */
  same: number;
  conflicts: number;
}

/** What merging would do, before anything is stored. */
export interface PackPlan {
  counts: PackCounts[];
  questions: PackQuestion[];
  conflicts: PackCell[];
  changes: PackCell[];
  leftOut: { table: string; row: string; reason: string }[];
}
