import { type Bound, isSameUnit, type Quantity } from './measures.ts';
import { type Draft, isTaking, lastDraft, type State } from './drafts.ts';
import type { ReadRule, ReadRuleOf, ReadStep } from './reading.ts';
import { countedIn, countsSame, hasSameSubject, isNextCase, stepOf, WHOLE } from './steps.ts';

/* Clauses that say one rule together: the cases of a row, the steps of a share, 记2分 and 否则扣1-2分. */

/** Adds a draft to those before, or into the one it goes on with. */
export function addDraft(state: State, draft: Draft): void {
  const last = lastDraft(state);
  const merged =
    last === undefined
      ? null
      : (nextCase(last, draft) ?? nextStep(last, draft) ?? nextShare(last, draft) ?? sameVeto(last, draft));
  if (last === undefined || merged === null) {
    state.drafts.push(draft);
    return;
  }
  last.rule = { ...merged, text: `${last.rule.text}，${draft.rule.text}` };
  last.to = draft.to;
  last.bound = draft.bound ?? last.bound;
  last.cases = [...last.cases, ...draft.cases];
}

/** 第一起扣2分,第二起扣3分. */
function nextCase(last: Draft, { rule, cases }: Draft): ReadRule | null {
  if (last.rule.kind !== 'growing' || rule.kind !== 'growing') return null;
  if (cases[0] !== last.cases.length + 1 || cases.length !== 1) return null;
  return { ...last.rule, steps: [...last.rule.steps, ...rule.steps] };
}

function asSteps({ rule, bound }: Draft, quantity: Quantity | null): ReadRuleOf<'steps'> | null {
  if (rule.kind === 'steps' && rule.effect === 'deduct') return rule;
  if (rule.kind === 'rate' && rule.per === null && bound !== null && rule.points !== null) {
    const { unit, text } = rule;
    return { kind: 'steps', effect: 'deduct', unit, steps: [stepOf(bound, rule.points, 'deduct')], text };
  }
  if ((rule.kind !== 'each' && rule.kind !== 'failed') || quantity === null || quantity.isEvery) return null;
  const step: ReadStep = { relation: '>=', bound: quantity.per, points: rule.points };
  return { kind: 'steps', effect: 'deduct', unit: quantity.unit, steps: [step], text: rule.text };
}

/** 低于95%扣1分,低于90%扣3分; 少一次扣1分,少两次扣3分. */
function nextStep(last: Draft, draft: Draft): ReadRule | null {
  const before = asSteps(last, countedIn(last));
  const after = asSteps(draft, draft.rule.kind === 'each' ? draft.quantity : null);
  if (before === null || after === null || before.unit !== after.unit) return null;
  if (!hasSameSubject(last.condition, draft.condition)) return null;
  const bothCounted = last.rule.kind === 'each' && draft.rule.kind === 'each';
  // 逾期1日扣0.1分,超过10日不得分: two rules, both hold.
  const [next] = after.steps;
  const goesOn = next !== undefined && isNextCase(last, next, after.unit, draft.condition);
  const isCounted = last.rule.kind === 'each' || last.rule.kind === 'failed';
  if (isCounted && !bothCounted && !goesOn) return null;
  // 1处扣1分,2处扣2分 behind words that go for both.
  const isSame = draft.condition === '' || countsSame(last.condition, draft.condition);
  if (bothCounted && (last.quantity?.per === draft.quantity?.per || !isSame)) return null;
  return { ...before, steps: [...before.steps, ...after.steps] };
}

/** 全部完成 beside 完成80%以上 is all of it. */
function boundOf({ bound, condition, rule }: Draft): Bound | null {
  if (bound !== null || rule.kind !== 'earn' || !WHOLE.test(condition)) return bound;
  return { type: 'bound', relation: '>=', value: 100, upper: null, unit: '%' };
}

/** 达100%得5分,达90%得4分. */
function nextShare(last: Draft, draft: Draft): ReadRule | null {
  const [before, after] = [boundOf(last), boundOf(draft)];
  if (draft.rule.kind !== 'earn' || after === null || before?.unit !== after.unit) return null;
  if (!hasSameSubject(last.condition, draft.condition)) return null;
  const step = stepOf(after, draft.rule.points, 'award');
  if (step.relation !== '>=' && step.relation !== '>') return null;
  if (last.rule.kind === 'steps' && last.rule.effect === 'award') {
    return { ...last.rule, steps: [...last.rule.steps, step] };
  }
  const common = { kind: 'steps', effect: 'award', unit: after.unit, text: '' } as const;
  // 50%以下不得分 in front of them says nothing that the steps do not.
  if (last.rule.kind === 'steps' && last.rule.steps.length === 1 && last.takesAll) {
    return { ...common, steps: [step] };
  }
  if (last.rule.kind !== 'earn') return null;
  return { ...common, steps: [stepOf(before, last.rule.points, 'award'), step] };
}

/** 一票否决,年度考核定为不合格; 每起从总分中扣20分,且不得评为优秀. */
function sameVeto(last: Draft, { rule, group }: Draft): ReadRule | null {
  if (rule.kind !== 'veto' || last.group !== group) return null;
  const before = last.rule;
  if (before.kind === 'veto') {
    if (before.effect === null) return rule;
    return rule.effect === null || rule.effect === before.effect ? before : null;
  }
  const takes = before.kind === 'each' || before.kind === 'failed';
  if (!takes || !last.isFromTotal || rule.effect !== 'deductAndLimit' || before.points === 'all') return null;
  return { ...rule, points: before.points };
}

const NEGATION = /^(?:未能|未|没有|没|不|无)/u;

function bare(condition: string): string {
  return condition.replaceAll(/[、的]/gu, '').replace(NEGATION, '');
}

/** Whether the deduction is what happens where the earned points are not: 列入记1分,未列入扣1分. */
function isOtherSide(earned: Draft, taken: Draft): boolean {
  if (taken.isOtherwise || (earned.condition === '' && !taken.isAll)) return true;
  const opposite = bare(taken.condition);
  return NEGATION.test(taken.condition) && opposite !== '' && earned.condition.includes(opposite);
}

function takenRange({ rule, isPlainRange, isAll }: Draft): { min: number; max: number } | null {
  if (isAll) return { min: 0, max: 0 };
  if (rule.kind === 'failed' && rule.points !== 'all') return { min: rule.points, max: rule.points };
  if (rule.kind !== 'discretion' || rule.effect !== 'deduct' || !isPlainRange || rule.max === null)
    return null;
  return { min: rule.min, max: rule.max };
}

/** 记2分;否则扣1-2分 is one rule: the points and what is taken where they are not earned. */
export function joinOtherSides(state: State): void {
  const taking = state.drafts.filter(isTaking);
  for (const [place, earned] of state.drafts.entries()) {
    const taken = state.drafts[place + 1];
    if (earned.rule.kind !== 'earn' || taken === undefined) continue;
    const range = takenRange(taken);
    const isOnly = taken.isOtherwise || taking.length === 1;
    if (range === null || !isOnly || !isOtherSide(earned, taken)) continue;
    // 未达到的不得分 says of earned points nothing new.
    const more = taken.isAll ? {} : range;
    earned.rule = { ...earned.rule, ...more, text: `${earned.rule.text}；${taken.rule.text}` };
    state.drafts.splice(place + 1, 1);
  }
}

/** 整改率达到100%得5分,每低1个百分点扣0.5分: what is lost is part of the five. */
function markStartOfCounted({ drafts, points }: State): void {
  for (const [place, { rule, bound, group }] of drafts.entries()) {
    const next = drafts[place + 1];
    if (rule.kind !== 'earn' || rule.points === 'all' || next === undefined || next.group !== group) continue;
    const counted = next.rule;
    if (counted.kind !== 'rate' && counted.kind !== 'belowMinimum') continue;
    const asked = counted.kind === 'rate' ? counted.target : counted.minimum;
    if (bound?.value !== asked || !isSameUnit(bound.unit, counted.unit)) continue;
    rule.start = true;
    if (points !== null && rule.points < points) counted.cap ??= rule.points;
  }
}

/** Points from which the other rules of the sentence take are those that the item begins with. */
export function markStart(state: State): void {
  markStartOfCounted(state);
  const { drafts, points } = state;
  const earned = drafts.filter(({ rule }) => rule.kind === 'earn');
  const [only] = earned;
  if (only === undefined || earned.length > 1 || only.rule.kind !== 'earn') return;
  const isAll = points === null || only.rule.points === points || only.rule.points === 'all';
  if (isAll && only.rule.min === undefined && drafts.some(isTaking))
    only.rule = { ...only.rule, start: true };
}
