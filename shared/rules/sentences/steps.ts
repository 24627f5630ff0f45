import type { Draft } from './drafts.ts';
import type { Bound, Quantity } from './measures.ts';
import type { PointsOrAll, ReadRuleOf, ReadStep } from './reading.ts';

/** Of a range the end that counts beside the other steps: below its upper one, or from its lower one. */
export function stepOf(bound: Bound, points: PointsOrAll, effect: 'deduct' | 'award'): ReadStep {
  const { relation, value, upper } = bound;
  if (upper !== null && effect === 'deduct') return { relation: '<', bound: upper, points };
  return { relation, bound: value, points };
}

/** 全部完成 beside 完成80%以上. */
export const WHOLE = /^(?:全部|全面|全额|全数|全都|如数)/u;

function subjectOf(condition: string): string {
  return condition
    .replaceAll(/[、的]/gu, '')
    .replace(WHOLE, '')
    .replace(/[在为是达]$/u, '');
}

/** 低于90%的 goes on with 签订率低于95%的; 建档率低于90%的 does not. */
export function hasSameSubject(before: string, after: string): boolean {
  const [one, other] = [subjectOf(before), subjectOf(after)];
  return one.includes(other) || other.includes(one);
}

/** 辖区内死亡1人, 死亡2人. */
export function countsSame(before: string, after: string): boolean {
  const [one, other] = [subjectOf(before), subjectOf(after)];
  return one === other || (other !== '' && one.endsWith(other));
}

/** Of the first of several cases: 造成1人死亡扣3分, with 2人死亡扣6分 behind. */
export function countedIn({ rule, named, quantity }: Draft): Quantity | null {
  return rule.kind === 'failed' ? named : quantity;
}

/** 两项以上不合格 behind 一项不合格, without 每: the one case has points of its own, the next ones others. */
export function isNextCase(last: Draft, { relation, bound }: ReadStep, unit: string, text: string): boolean {
  const { rule, condition } = last;
  const quantity = countedIn(last);
  if (rule.kind !== 'each' && rule.kind !== 'failed') return false;
  if (quantity === null || quantity.isEvery || quantity.unit !== unit) return false;
  return relation === '>=' && bound === quantity.per + 1 && (text === '' || countsSame(condition, text));
}

/** As many as a rule of the scheme can hold. */
const MOST_STEPS = 20;

/** 建成1个得1分,最高得3分: each further one is a step, up to the bound. */
export function stepsUpTo({ rule, counted }: Draft, most: number): ReadRuleOf<'steps'> | null {
  if (rule.kind !== 'earn' || counted === null || rule.points === 'all' || rule.points <= 0) return null;
  const { points, text } = rule;
  const count = Math.ceil(most / points - 1e-9);
  if (count < 1 || count > MOST_STEPS) return null;
  const steps = Array.from({ length: count }, (_, place): ReadStep => {
    const sum = Math.round((place + 1) * points * 1_000) / 1_000;
    return { relation: '>=', bound: (place + 1) * counted.per, points: Math.min(sum, most) };
  });
  return { kind: 'steps', effect: 'award', unit: counted.unit, steps, text };
}
