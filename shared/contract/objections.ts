import { type } from '@orpc/contract';
import * as z from 'zod';
import { rightOfStage } from '../rules/assessment/stages.ts';
import { LONGEST_OBJECTION, type ObjectionOutcome } from '../rules/objections/model.ts';
import { scoreEntrySchema } from '../rules/scoring/model.ts';
import { textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

/** What one object says against its score on one indicator, and the answer. */
export interface ObjectionRow {
  uid: string;
  outcome: ObjectionOutcome;
  text: string;
  raisedBy: string;
  raisedAt: number;
  answer: string;
  answeredBy: string | null;
  answeredAt: number | null;
  groupUid: string;
  objectUid: string;
  /** As the score sheet calls it. */
  unitName: string;
  indicatorUid: string;
  indicatorNumber: string;
  indicatorContent: string;
}

const answerSchema = textSchema('答复', LONGEST_OBJECTION).min(1, '请写明答复');
const byUid = z.object({ uid: uidSchema });

/** Files of an objection are attachments of this kind. */
export const OBJECTION_FILES = 'objection';

export const objections = {
  /** Those of a period: what waits for an answer first, then the latest first. */
  ofPeriod: read('考核期的申诉')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<ObjectionRow[]>()),
  raise: reversible('提出申诉', rightOfStage.self)
    .input(
      z.object({
        groupUid: uidSchema,
        objectUid: uidSchema,
        indicatorUid: uidSchema,
        text: textSchema('申诉内容', LONGEST_OBJECTION).min(1, '请写明对哪里有异议、理由是什么'),
      }),
    )
    .output(type<{ uid: string }>()),
  /** The answer that changes the score: base is the reviewed entry that the page saw. */
  accept: reversible('采纳申诉', rightOfStage.reviewed)
    .input(byUid.extend({ answer: answerSchema, base: scoreEntrySchema.nullable(), entry: scoreEntrySchema }))
    .output(type<{ uid: string }>()),
  refuse: reversible('不采纳申诉', rightOfStage.reviewed)
    .input(byUid.extend({ answer: answerSchema }))
    .output(type<{ uid: string }>()),
  /** Takes back one that has no answer yet. */
  withdraw: reversible('撤回申诉', rightOfStage.self).input(byUid).output(type<{ uid: string }>()),
};
