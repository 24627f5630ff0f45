import type { ScoreEntry } from '../scoring/model.ts';
import type { JudgesWay } from '../scoring/judges.ts';
import { judgedEntry } from '../scoring/judges.ts';
import type { ScoredIndicator } from '../scoring/model.ts';
import { packEntry, readEntry } from './pack-entry.ts';

/*
 * What the judges of one cell have said, kept in one row with all that the mean hangs on: who was to score it, by
 * which name, and in which way. Whatever changes one of these changes the row, so that an earlier score cannot be
 * taken back from under the mean that was made of it.
 */

export interface JudgePart {
  judgeUid: string;
  name: string;
  /** Null: nothing said yet. */
  said: { entry: ScoreEntry; at: number; userName: string } | null;
}

export interface JudgedCell {
  way: JudgesWay;
  /** Every judge who is to score the cell, in their order. */
  parts: readonly JudgePart[];
}

interface StoredPart {
  judge: string;
  name: string;
  entry?: string;
  at?: number;
  by?: string;
}

export function packCell({ way, parts }: JudgedCell): string {
  const stored = parts.map(({ judgeUid, name, said }): StoredPart => {
    const own = { judge: judgeUid, name };
    return said === null ? own : { ...own, entry: packEntry(said.entry), at: said.at, by: said.userName };
  });
  return JSON.stringify({ way, parts: stored });
}

/** What `packCell` wrote. */
export function readCell(text: string): JudgedCell {
  const { way, parts } = JSON.parse(text) as { way: JudgesWay; parts: StoredPart[] };
  return {
    way,
    parts: parts.map(({ judge, name, entry, at = 0, by = '' }) => ({
      judgeUid: judge,
      name,
      said: entry === undefined ? null : { entry: readEntry(entry), at, userName: by },
    })),
  };
}

export function isUntouched({ parts }: JudgedCell): boolean {
  return parts.every(({ said }) => said === null);
}

/** Who is to score a cell with what was said before; others' words are left out. */
export function cellWith(
  before: JudgedCell | null,
  judges: readonly { uid: string; name: string }[],
  way: JudgesWay,
): JudgedCell {
  const said = new Map(before?.parts.map((part) => [part.judgeUid, part.said]));
  return {
    way,
    parts: judges.map(({ uid, name }) => ({ judgeUid: uid, name, said: said.get(uid) ?? null })),
  };
}

/** The entry that counts; null while somebody is missing. */
export function outcomeOf(
  indicator: ScoredIndicator,
  { way, parts }: JudgedCell,
  inBonusCategory: boolean,
): ScoreEntry | null {
  const said = parts.map((part) => ({ name: part.name, entry: part.said?.entry ?? null }));
  return judgedEntry(indicator, said, { way, inBonusCategory });
}

/** Why a checked score cannot be typed where judges score, and what judges do not say. */
export const judgedWords = {
  judgesScore: '这一组由评委评分，考评分按各评委的分算出，不能直接录入；请录入评委的分，或在“复核分”里更正',
  judgedAlready: '已有评委评了这一项，要标为不适用，请先清除评委的分',
  officeMarks: '“不适用”由经办人在“考评分”里标明，评委不用标',
} as const;
