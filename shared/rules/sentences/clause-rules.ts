import type { Action } from './actions.ts';
import type { Placed } from './chunks.ts';
import { type Clause, doubtfulWords } from './clauses.ts';
import { type Condition, conditionOf, hasTwoMeanings } from './conditions.ts';
import { type Draft, isTaking, lastDraft, type State } from './drafts.ts';
import { type Bound, type Count, isSameUnit, type Quantity } from './measures.ts';
import { conditionText, levelOf, namesIn } from './names.ts';
import { hasSameSubject, isNextCase, stepOf } from './steps.ts';
import type { PointsOrAll, ReadRule } from './reading.ts';

/* What one clause says. Null: it is left to the clerk. An empty list: it says nothing of its own. */

type Rules = ReadRule[] | null;

export function draftsOf(
  clause: Clause,
  state: State,
  written: (from: number, to: number) => string,
): Draft[] | null {
  const condition = conditionOf(clause);
  if (doubtfulWords(clause) || hasTwoMeanings(clause)) return null;
  const text = written(clause.from, clause.to);
  const rules = rulesOf(clause, condition, state);
  if (rules === null) return null;
  const { act } = clause;
  const takesAll = act.type === 'action' && act.does === 'deduct' && act.share === 1;
  const isRange = act.type === 'action' && act.amounts.some(({ min, max }) => min < max);
  return rules.map((rule) => ({
    rule: { ...rule, text },
    from: clause.from,
    to: clause.to,
    group: clause.group,
    condition: condition.text,
    isOtherwise: condition.isOtherwise,
    isPlainRange: isRange && !condition.hasManner,
    bound: boundFor(rule, condition),
    quantity: condition.count?.type === 'quantity' ? condition.count : null,
    counted: condition.count,
    named: condition.named,
    cases: condition.ordinals?.cases ?? [],
    isFromTotal: act.type === 'action' && act.isFromTotal,
    takesAll,
    isAll: takesAll && rule.kind === 'failed',
  }));
}

/** 100%完成得5分: what is earned is measured wherever it is said. */
function boundFor(rule: ReadRule, { bound, quantity, asked }: Condition): Bound | null {
  if (bound !== null) return bound;
  if (quantity !== null) return boundOf(quantity);
  return rule.kind === 'earn' ? asked : null;
}

function boundOf({ per, unit }: Quantity): Bound {
  return { type: 'bound', relation: '>=', value: per, upper: null, unit };
}

function rulesOf({ act, conditions, group }: Clause, condition: Condition, state: State): Rules {
  const all = state.points ?? 'all';
  if (act.type === 'nothing') return nothingTaken(condition, state);
  if (act.type === 'judged')
    return [{ kind: 'discretion', effect: 'award', min: 0, max: state.points, text: '' }];
  if (act.type === 'veto') {
    const limits = act.effect === 'deductAndLimit' ? { points: 0, bestGrade: 1 } : {};
    return [{ kind: 'veto', effect: act.effect, ...limits, text: '' }];
  }
  if (act.type === 'multiplied') return multiplied(act.by, state);
  if (act.type === 'proportional') return proportional(condition, state);
  if (act.does === 'bonus') return bonusOf(act, condition, state);
  if (act.does === 'award') return awardOf(act, condition, all);
  const classed = classOf(act, conditions, group, condition, state);
  return classed ?? deductionOf(act, condition, state);
}

/** 不足5个百分点的不扣 is about the rate before; 95%以上不扣分 says nothing that the other steps do not. */
function nothingTaken({ bound, quantity }: Condition, state: State): Rules {
  const last = lastDraft(state)?.rule;
  if (last?.kind === 'rate' && bound?.relation === '<' && bound.value === last.per) last.partial = 'whole';
  else if (bound === null && quantity === null) return null;
  return [];
}

/** The one deduction before, twice or half. */
function multiplied(by: number, state: State): Rules {
  const taking = state.drafts.filter(isTaking);
  const rule = taking[0]?.rule;
  if (taking.length !== 1 || rule === undefined) return null;
  if (rule.kind === 'each') return [{ ...rule, points: partOf(rule.points, by) }];
  return rule.kind === 'failed' && rule.points !== 'all'
    ? [{ ...rule, points: partOf(rule.points, by) }]
    : null;
}

/** All points for the whole way from nothing to the target. */
function proportional({ bound }: Condition, state: State): Rules {
  const asked = bound ?? (state.requirement?.unit === '%' ? state.requirement : null);
  const target = asked === null ? 100 : asked.value;
  if (target <= 0 || (asked !== null && asked.unit !== '%')) return null;
  const { points } = state;
  return [
    {
      kind: 'rate',
      target,
      direction: 'atLeast',
      points,
      per: target,
      partial: 'proportional',
      unit: '%',
      text: '',
    },
  ];
}

function bonusOf({ amounts }: Action, condition: Condition, state: State): Rules {
  const { hasManner, count, text } = condition;
  const [first] = amounts;
  if (count?.isRate === true) return null;
  if (first === undefined) {
    const open = { kind: 'discretion', effect: 'award', min: 0, max: state.points, above: true } as const;
    return hasManner ? [{ ...open, text: '' }] : null;
  }
  if (amounts.length > 1) {
    const names = namesIn(text, amounts.length);
    if (amounts.some(({ min, max }) => min < max)) return null;
    return amounts.map(({ max }, place) => ({
      kind: 'bonus',
      points: max,
      ...(names?.[place] !== undefined && { level: names[place] }),
      text: '',
    }));
  }
  const { min, max } = first;
  if (min < max || hasManner) {
    // So much for every case: the range is no bound of the whole.
    if (count !== null) return null;
    return [{ kind: 'discretion', effect: 'award', min: min < max ? min : 0, max, above: true, text: '' }];
  }
  const level = levelOf(text);
  return [{ kind: 'bonus', points: max, ...(level !== null && { level }), text: '' }];
}

function awardOf({ amounts, share, isForEach }: Action, condition: Condition, all: PointsOrAll): Rules {
  const { count } = condition;
  const isEvery = count?.type === 'count';
  if (isEvery && (count.isRate || amounts.length !== 1 || condition.hasManner)) return null;
  if (share === 1) return [{ kind: 'earn', points: all, text: '' }];
  if (share !== null) return all === 'all' ? null : [{ kind: 'earn', points: partOf(all, share), text: '' }];
  const [first] = amounts;
  if (first === undefined) return null;
  if (amounts.length > 1) {
    if (!condition.isRespectively || amounts.some(({ min, max }) => min < max)) return null;
    return amounts.map(({ max }) => ({ kind: 'earn', points: max, text: '' }));
  }
  const { min, max } = first;
  if (max === 0) return null;
  if (min < max || condition.hasManner) {
    if (isEvery || isForEach) return null;
    return [{ kind: 'discretion', effect: 'award', min: min < max ? min : 0, max, text: '' }];
  }
  if (!isForEach && !condition.isRespectively) return [{ kind: 'earn', points: max, text: '' }];
  return earnedByEach(condition.text, max);
}

/** 有方案、有总结的,各得1分; joined by 和 nobody knows where one ends. */
function earnedByEach(text: string, points: number): Rules {
  const names = text.split('、').filter((name) => name !== '' && name !== '的');
  if (names.length < 2 || /[和及与或]/u.test(text)) return null;
  return names.map(() => ({ kind: 'earn', points, text: '' }));
}

const LONGEST_CLASS = 8;
const NO_CLASS = /的|^未|^没|^不|发生|发现/u;

function isCounting(chunk: Placed): chunk is Placed<Count | Quantity> {
  return chunk.type === 'count' || (chunk.type === 'quantity' && chunk.isVerbed);
}

/** 每缺一座消防站,地级市扣5分,县城扣2分,重点镇扣1分. */
function classOf(
  { amounts, share }: Action,
  conditions: readonly Placed[],
  group: number,
  condition: Condition,
  state: State,
): Rules {
  const comma = conditions.findIndex((chunk) => chunk.type === 'break');
  const leads = conditions.slice(0, comma + 1).findLast(isCounting);
  if (leads !== undefined) state.leading = { group, count: leads };
  const { leading } = state;
  const name = conditionText(conditions.slice(leads === undefined ? 0 : comma + 1));
  const [first] = amounts;
  const isClass = name !== '' && name.length <= LONGEST_CLASS && !NO_CLASS.test(name);
  const isPlain = first !== undefined && amounts.length === 1 && first.min === first.max && share === null;
  const isOwn = leads === undefined ? condition.count !== null : conditions.slice(comma + 1).some(isCounting);
  if (leading?.group !== group || isOwn || !isClass || !isPlain || condition.bound !== null) return null;
  return [eachOf(leading.count, first.max, { class: name })];
}

function eachOf(
  { per, unit }: { per: number; unit: string },
  points: number,
  more: { class?: string } = {},
): ReadRule & { kind: 'each' } {
  return { kind: 'each', points, per, unit, ...more, text: '' };
}

function deductionOf(action: Action, condition: Condition, state: State): Rules {
  const { amounts, share } = action;
  const { hasManner, count, bound } = condition;
  const [first] = amounts;
  if (share !== null) return shareOf(share, condition, state);
  if (first === undefined) {
    if (!hasManner || count !== null) return null;
    return [{ kind: 'discretion', effect: 'deduct', min: 0, max: state.points, text: '' }];
  }
  if (amounts.length > 1) return severalOf(amounts, condition);
  const { min, max } = first;
  if (max === 0) return null;
  if (min < max || hasManner) {
    // So much for every case: the range is no bound of the whole.
    if (count !== null || action.unit !== null) return null;
    return [{ kind: 'discretion', effect: 'deduct', min: min < max ? min : 0, max, text: '' }];
  }
  if (condition.ordinals !== null) {
    const steps = condition.ordinals.cases.map(() => max);
    if (steps.length > 1 && !action.isForEach) return null;
    return [{ kind: 'growing', steps, continues: false, unit: condition.ordinals.unit, text: '' }];
  }
  if (action.unit !== null) return [eachOf({ per: 1, unit: action.unit }, max)];
  if (count !== null) return countedOf(count, max, condition, state);
  if (bound?.isBare === true) return null;
  if (bound !== null)
    return goesOn(bound, condition, state) ? [thresholdOf(bound, max, condition.text)] : null;
  if (action.isForEach || (condition.isRespectively && condition.text.includes('、'))) {
    return [eachOf({ per: 1, unit: '项' }, max)];
  }
  const step = nextCaseOf(condition, state);
  if (step !== null) return [stepsOf(step, max)];
  return [{ kind: 'failed', points: max, text: '' }];
}

/** To the thousandth, as points are stored. */
function partOf(points: number, share: number): number {
  return Math.round(points * share * 1_000) / 1_000;
}

function shareOf(share: number, condition: Condition, state: State): Rules {
  const { bound, ordinals, isOtherwise, count, asked, text } = condition;
  const counted = count?.type === 'quantity' ? count : null;
  if (ordinals !== null) return null;
  const { points } = state;
  if (share < 1) {
    if (points === null || bound !== null) return null;
    return [{ kind: 'failed', points: partOf(points, share), text: '' }];
  }
  const last = lastDraft(state);
  // 低于60%不得分 behind what the other shares give, and 否则不得分 behind 得3分, say nothing new.
  const given = last?.rule.kind === 'earn' || (last?.rule.kind === 'steps' && last.rule.effect === 'award');
  const isBelow = bound !== null && last?.bound?.unit === bound.unit && hasSameSubject(last.condition, text);
  if (given && (isOtherwise || isBelow)) {
    if (isOtherwise) last.isClosed = true;
    return [];
  }
  if (bound?.isBare === true) return null;
  const isOfCounted = last?.rule.kind === 'each' && asked?.unit === last.rule.unit;
  const step = bound ?? (isOfCounted ? asked : nextCaseOf(condition, state));
  if (step !== null) return [stepsOf(step, points ?? 'all')];
  if (last?.quantity !== undefined && last.quantity !== null && counted?.unit === last.quantity.unit) {
    return counted.per > last.quantity.per ? [stepsOf(boundOf(counted), points ?? 'all')] : null;
  }
  return [{ kind: 'failed', points: points ?? 'all', text: '' }];
}

function severalOf(amounts: Action['amounts'], condition: Condition): Rules {
  const { ordinals, count, text, isRespectively } = condition;
  if (amounts.some(({ min, max }) => min < max || max === 0)) return null;
  const points = amounts.map(({ max }) => max);
  if (ordinals !== null) {
    const isRow =
      ordinals.cases.length === points.length && ordinals.cases.every((one, place) => one === place + 1);
    return isRow
      ? [{ kind: 'growing', steps: points, continues: false, unit: ordinals.unit, text: '' }]
      : null;
  }
  const names = namesIn(text, points.length);
  if (!isRespectively || names === null) return null;
  if (count === null) return points.map((one) => ({ kind: 'failed', points: one, text: '' }));
  return count.isRate ? null : points.map((one, place) => eachOf(count, one, { class: names[place] ?? '' }));
}

function countedOf(count: Count | Quantity, points: number, condition: Condition, state: State): Rules {
  if (count.isRate) return rateOf(count, points, condition, state);
  const asked = state.requirement;
  const { per, unit } = count;
  if (count.isFurther && !isBehindFirst(count, state)) return null;
  // 不足10人的,每少1人 asks for 10; 不足3次的扣2分 in another clause is a step of its own.
  const asks = asked?.relation === '>=' || (asked?.relation === '<' && condition.asked !== null);
  const fits =
    asked !== null &&
    asks &&
    asked.isRepeated !== true &&
    (asked.unit === '' || unit === '' || isSameUnit(asked.unit, unit));
  if (fits && count.isMissing && condition.bound === null) {
    state.countedIn = condition.group;
    return [{ kind: 'belowMinimum', minimum: asked.value, points, per, unit, text: '' }];
  }
  return [eachOf(count, points)];
}

/** 每增加一次 speaks of the cases behind those that were named: 发生1起扣3分 is then said of the first one. */
function isBehindFirst({ unit }: Count | Quantity, state: State): boolean {
  const last = lastDraft(state);
  if (last?.rule.kind === 'each' && last.quantity?.unit === unit && last.quantity.per === 1) {
    const { points, text } = last.rule;
    last.rule = { kind: 'failed', points, text };
  }
  return !state.drafts.some(({ rule }) => rule.kind === 'growing');
}

function rateOf(
  { per, unit, away }: Count | Quantity,
  points: number,
  { group }: Condition,
  state: State,
): Rules {
  const asked = state.requirement;
  const fits = asked !== null && (asked.unit === unit || unit === '');
  const isLower = asked?.relation === '>=' || asked?.relation === '<';
  const side = away ?? (fits ? (isLower ? 'low' : 'high') : null);
  if (side === null || (fits && isLower !== (side === 'low'))) return null;
  const direction = side === 'low' ? 'atLeast' : 'atMost';
  const target = fits ? asked.value : null;
  state.countedIn = group;
  return [
    {
      kind: 'rate',
      target,
      direction,
      points,
      per,
      partial: 'proportional',
      unit: unit || asked?.unit || '',
      text: '',
    },
  ];
}

/** 发现一处扣1分,3处以上扣5分: whether the two add up is not said. */
function goesOn(bound: Bound, { text }: Condition, state: State): boolean {
  const last = lastDraft(state);
  if (last?.rule.kind !== 'each' || last.rule.unit !== bound.unit) return true;
  return isNextCase(last, stepOf(bound, 0, 'deduct'), bound.unit, text);
}

/** 三项以上不合格 behind 一项不合格, 两项不合格: the number stands apart from what is done. */
function nextCaseOf({ asked, text }: Condition, state: State): Bound | null {
  const last = lastDraft(state);
  if (last === undefined || asked === null) return null;
  if (last.rule.kind === 'steps') return last.rule.unit === asked.unit ? asked : null;
  return isNextCase(last, stepOf(asked, 0, 'deduct'), asked.unit, text) ? asked : null;
}

/** A rate of its own scale, such as deaths per 100 000, is held against its target. */
function thresholdOf(bound: Bound, points: number, text: string): ReadRule {
  const { unit, value, relation, upper } = bound;
  if (unit === '%' || upper !== null || !text.includes('率')) return stepsOf(bound, points);
  const direction = relation.startsWith('<') ? 'atLeast' : 'atMost';
  return { kind: 'rate', target: value, direction, points, per: null, partial: 'whole', unit, text: '' };
}

/** Of a range the end that counts beside the other steps: below its upper one, or from its lower one. */
function stepsOf(bound: Bound, points: PointsOrAll): ReadRule & { kind: 'steps' } {
  return {
    kind: 'steps',
    effect: 'deduct',
    unit: bound.unit,
    steps: [stepOf(bound, points, 'deduct')],
    text: '',
  };
}
