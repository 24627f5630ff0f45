import { type } from '@orpc/contract';
import * as z from 'zod';
import type { JudgesWay } from '../rules/scoring/judges.ts';
import type { Judge, PackedScores, ScoreEntry } from './assessment.ts';
import { cellChangesSchema } from './score-cells.ts';
import { nameSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

const judgeSchema = z.object({
  /** Null: a new one. */
  uid: uidSchema.nullable(),
  name: nameSchema('评委姓名', 20),
  userUid: uidSchema.nullable(),
  recusals: z.array(uidSchema).max(1_500),
});
export type JudgeFields = z.infer<typeof judgeSchema>;

export const MOST_JUDGES = 15;

export interface GroupJudges {
  judges: (Judge & {
    /** Cells that he has scored. */
    scored: number;
  })[];
  way: JudgesWay;
  waySource: string;
  /** Who may be a judge that enters his scores himself. */
  users: { uid: string; name: string }[];
}

/** What one judge gave a cell. */
export interface JudgeEntry {
  judgeUid: string;
  name: string;
  /** Null: nothing yet. */
  said: { entry: ScoreEntry; at: number; userName: string } | null;
}

/** What all judges gave one cell, and how a mean is made of it. */
export interface CellJudges {
  way: JudgesWay;
  entries: JudgeEntry[];
}

/** Several judges (评委) of a group, each with scores of his own; the checked scores follow from them. */
export const judges = {
  ofGroup: read('考核组的评委')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<GroupJudges>()),
  set: reversible('设置评委', 'score')
    .input(
      z.object({
        groupUid: uidSchema,
        /** Uids that the page saw. */
        base: z.array(uidSchema),
        judges: z.array(judgeSchema).max(MOST_JUDGES, `一组最多 ${MOST_JUDGES} 名评委`),
      }),
    )
    .output(type<{ count: number }>()),
  /** One judge's own scores, packed as `assessment.scores` are, without the objects that he does not score. */
  scores: read('读取评委评分')
    .input(
      z.object({
        groupUid: uidSchema,
        judgeUid: uidSchema,
        known: z.array(z.string().max(40)).max(1_500).optional(),
      }),
    )
    .output(type<PackedScores>()),
  setScores: reversible('评委评分', 'score')
    .input(
      z.object({
        groupUid: uidSchema,
        judgeUid: uidSchema,
        changes: cellChangesSchema,
        /** The operation whose scores get their reasons now: one undo takes both back. */
        completes: uidSchema.optional(),
      }),
    )
    .output(type<{ changed: number }>()),
  /** All judges' scores of one cell side by side; empty where the group has no judges. */
  ofCell: read('一项的评委评分')
    .input(z.object({ groupUid: uidSchema, objectUid: uidSchema, indicatorUid: uidSchema }))
    .output(type<CellJudges>()),
};
