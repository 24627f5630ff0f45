import type { Remark } from './clauses.ts';
import { stepsUpTo } from './steps.ts';
import { type Draft, lastDraft, type State } from './drafts.ts';
import type { ReadRule } from './reading.ts';

/* What is said about rules that stand before: how far they go, and that they go on. */

const COUNTED = new Set<ReadRule['kind']>(['each', 'growing', 'belowMinimum', 'rate']);

/** @returns whether the remark has a meaning where it stands */
export function applyRemark(state: State, remark: Remark): boolean {
  const last = lastDraft(state);
  switch (remark.type) {
    case 'floor':
      state.floor = state.floor === 'negative' ? 'negative' : remark.floor;
      return true;
    case 'cap':
      return last !== undefined && applyCap(state, last, remark);
    case 'full':
      return applyFullMarks(state, last, remark.points);
    case 'once':
      return last !== undefined && noteOn(last, remark.text);
    case 'bare':
      // (5分)未制定的扣2分: in front of the rules it can only be the item's own points.
      return applyBare(state, Math.max(...remark.amounts.map(({ max }) => max)));
    case 'continues':
      if (last?.rule.kind === 'growing' && last.rule.steps.length > 1) last.rule.continues = true;
      return last?.rule.kind === 'growing' || last?.rule.kind === 'each';
    case 'calculated':
      return last?.rule.kind === 'rate';
    default:
      return remark satisfies never;
  }
}

function applyBare(state: State, most: number): boolean {
  const last = lastDraft(state);
  return last === undefined ? state.points === most : openDiscretion(last, most);
}

/** Behind a semicolon of its own it is meant for all that stands before. */
function applyCap(state: State, last: Draft, { points, group }: { points: number; group: number }): boolean {
  const { rule } = last;
  const meant = state.drafts.filter((draft) => group !== last.group || draft.group === last.group);
  if (rule.kind === 'discretion' && rule.max === null) rule.max = points;
  else if (rule.kind === 'discretion') {
    if (rule.max === null || points > rule.max) return false;
    // 酌情扣分,最多扣2分: the points of the item were only the default.
    rule.max = points;
  } else if (rule.kind === 'bonus') {
    for (const { rule: one } of meant) if (one.kind === 'bonus') one.cap = points;
  } else if (
    rule.kind === 'each' ||
    rule.kind === 'growing' ||
    rule.kind === 'belowMinimum' ||
    rule.kind === 'rate'
  ) {
    // Of several rules that one bound may be meant for, it is said of none.
    const counted = meant.filter((draft) => COUNTED.has(draft.rule.kind));
    const isOneOfClasses = rule.kind === 'each' && rule.class !== undefined;
    if (counted.length > 1 && !isOneOfClasses) return false;
    for (const { rule: one } of counted)
      if ('cap' in one || COUNTED.has(one.kind)) Object.assign(one, { cap: points });
  } else {
    return countUpTo(last, points);
  }
  return true;
}

/** The clerk who counts the cases reads it with the rule. */
function noteOn(draft: Draft, note: string): boolean {
  const { rule } = draft;
  if (rule.kind === 'earn') draft.isOneOf = true;
  if (rule.kind !== 'each' && rule.kind !== 'growing' && rule.kind !== 'bonus') return false;
  rule.text += `，${note}`;
  return true;
}

function countUpTo(last: Draft, points: number): boolean {
  const steps = stepsUpTo(last, points);
  if (steps !== null) last.rule = steps;
  return steps !== null;
}

function openDiscretion({ rule }: Draft, points: number): boolean {
  if (rule.kind !== 'discretion' || rule.effect !== 'award' || rule.min !== 0) return false;
  rule.max = points;
  return true;
}

/** 满分8分: the bound of what is judged; else the item's points once more. */
function applyFullMarks({ points }: State, last: Draft | undefined, said: number): boolean {
  if (last !== undefined && openDiscretion(last, said)) return true;
  if (last?.counted?.type === 'count' && countUpTo(last, said)) return true;
  return points === null || points === said;
}
