import { type } from '@orpc/contract';
import * as z from 'zod';
import { positivePointsSchema } from '../points.ts';
import type { RuleAmount } from '../rules/deductions/amounts.ts';
import { type DeductionState, LONGEST_DEDUCTION_REASON } from '../rules/deductions/model.ts';
import { textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

/** Points proposed to be taken from one object on one indicator, because of one task. */
export interface DeductionRow {
  uid: string;
  state: DeductionState;
  points: number;
  /** What the score lost; null unless it was accepted. */
  taken: number | null;
  reason: string;
  proposedBy: string;
  proposedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  /** Why it was not accepted. */
  refusal: string;
  /** The finding or overdue task. */
  task: { uid: string; title: string; isFinding: boolean };
  period: { uid: string; title: string; isFinal: boolean };
  groupUid: string;
  objectUid: string;
  /** As the score sheet calls them. */
  unitName: string;
  indicatorUid: string;
  indicatorNumber: string;
  indicatorContent: string;
}

export interface ChoiceIndicator {
  uid: string;
  number: string;
  content: string;
  maxPoints: number;
  ruleText: string;
  initials: string;
  amounts: RuleAmount[];
}

/** A group of an open period in which a responsible unit is assessed. */
export interface ChoiceGroup {
  uid: string;
  name: string;
  periodUid: string;
  indicators: ChoiceIndicator[];
  /** The indicator that was last used for tasks of this kind; null: none of this scheme. */
  proposedUid: string | null;
}

/** Who loses the points for a task: its lead unit, or the county that it belongs to. */
export interface ChoiceObject {
  groupUid: string;
  objectUid: string;
  name: string;
  inapplicable: string[];
  /** Indicators on which the same task stands already. */
  taken: string[];
}

export interface ChoiceTask {
  uid: string;
  title: string;
  reason: string;
  objects: ChoiceObject[];
}

export interface DeductionChoices {
  /** Open ones that assess some of the units; the one of today first. */
  periods: { uid: string; title: string }[];
  groups: ChoiceGroup[];
  tasks: ChoiceTask[];
}

const reasonSchema = textSchema('扣分理由', LONGEST_DEDUCTION_REASON).min(1, '请写明扣分理由');
const MOST_AT_ONCE = 200;
const uidsSchema = z.array(uidSchema).min(1, '请选择拟扣分项').max(MOST_AT_ONCE, '一次最多 200 项');

const newDeductionSchema = z.object({
  taskUid: uidSchema,
  objectUid: uidSchema,
  groupUid: uidSchema,
  indicatorUid: uidSchema,
  points: positivePointsSchema,
  reason: reasonSchema,
});
export type NewDeduction = z.infer<typeof newDeductionSchema>;

export const deductions = {
  /** Where and how much could be taken off for these tasks. */
  choices: read('可以拟扣分的考核')
    .input(z.object({ taskUids: z.array(uidSchema).min(1, '请选择任务').max(100, '一次最多 100 项') }))
    .output(type<DeductionChoices>()),
  /** Those of a task, the latest first. */
  ofTask: read('任务的扣分')
    .input(z.object({ uid: uidSchema }))
    .output(type<DeductionRow[]>()),
  /** Those of a period: what waits first, then the latest first. */
  ofPeriod: read('考核期的拟扣分')
    .input(z.object({ periodUid: uidSchema }))
    .output(type<DeductionRow[]>()),
  propose: reversible('拟扣分', 'score')
    .input(z.object({ items: z.array(newDeductionSchema).min(1, '请选择要扣分的任务').max(MOST_AT_ONCE) }))
    .output(type<{ proposed: number }>()),
  /** Enters the points and their reason into the scores. */
  accept: reversible('采纳扣分', 'score')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ accepted: number }>()),
  refuse: reversible('不采纳扣分', 'score')
    .input(
      z.object({
        uids: uidsSchema,
        reason: textSchema('不采纳的原因', 300).min(1, '请写明不采纳的原因'),
      }),
    )
    .output(type<{ refused: number }>()),
  /** Takes the proposal away; of one that was accepted the score stays as it is. */
  withdraw: reversible('撤回扣分', 'score')
    .input(z.object({ uids: uidsSchema }))
    .output(type<{ withdrawn: number }>()),
};
