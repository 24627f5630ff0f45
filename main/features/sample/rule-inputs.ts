import type { RuleInput, RuleOf, ScoringRule } from '#shared/rules/scoring/model.ts';
import type { Random } from '#shared/random.ts';

/** What rates are taken of. */
export interface Measures {
  population: number;
  /** Number of cases, least and most. */
  cases: readonly [number, number];
}

/* What a clerk would enter for one rule: where all is well, and where something happened. */

/** Something that happened, with the words that a reason may name. */
export interface Occurrence {
  input: RuleInput;
  words: { n?: string; v?: string; c?: string };
  /** Which of several reasons fits, in their order: from 0 up to 1. Null: any. */
  severity: number | null;
}

/** What stands in the cell of an object that does everything right; null: nothing needs to be entered. */
export function goodInput(rule: ScoringRule, measures: Measures, random: Random): RuleInput | null {
  switch (rule.kind) {
    case 'belowMinimum':
      return { value: String(Number(rule.minimum) + random.integer(0, 2)) };
    case 'steps':
      return { value: goodStep(rule, random) };
    case 'rate':
      return goodRate(rule, measures, random);
    case 'earn':
      return { held: true };
    case 'discretion':
      return rule.effect === 'award' ? { points: rule.max } : null;
    default:
      return null;
  }
}

/** Null where nothing of this kind is made up: deaths, bonuses and vetoes are pinned. */
export function badInput(rule: ScoringRule, measures: Measures, random: Random): Occurrence | null {
  switch (rule.kind) {
    case 'failed':
      return { input: { held: true }, words: {}, severity: null };
    case 'each':
      return badEach(rule, random);
    case 'growing':
      return counted(random.integer(1, 2));
    case 'steps':
      return measured(badStep(rule, random));
    case 'belowMinimum': {
      const missing = random.integer(1, Math.max(1, Number(rule.minimum) - 1));
      const value = String(Number(rule.minimum) - missing);
      return { input: { value }, words: { n: String(missing), v: value }, severity: null };
    }
    case 'rate':
      return badRate(rule, measures, random);
    case 'discretion':
      return badDiscretion(rule, random);
    case 'earn':
      return badEarn(rule, random);
    case 'bonus':
    case 'veto':
      return null;
    default:
      return rule satisfies never;
  }
}

/** A rate of cases whose deduction is hardly ever a round number; null for another kind of rule. */
export function brokenRate(rule: ScoringRule, { cases }: Measures, random: Random): Occurrence | null {
  if (rule.kind !== 'rate' || rule.per === null || rule.partial !== 'proportional') return null;
  const total = random.integer(...cases);
  return { ...quotient(rule, total, random.integer(2, 5)), severity: null };
}

function counted(count: number): Occurrence {
  return { input: { count }, words: { n: String(count) }, severity: null };
}

function measured(value: string): Occurrence {
  return { input: { value }, words: { v: value }, severity: null };
}

const MOST_CASES = 4;

function badEach(rule: RuleOf<'each'>, random: Random): Occurrence {
  // Cases beyond the cap would cost nothing more.
  const most = rule.cap === null ? MOST_CASES : Math.ceil(rule.cap / rule.points);
  const count = rule.per * random.integer(1, Math.min(most, rule.per === 1 ? MOST_CASES : 2));
  if (rule.classes.length === 0) return counted(count);
  const place = random.integer(0, rule.classes.length - 1);
  const few = Math.min(count, 2);
  return {
    input: { counts: rule.classes.map((_unused, index) => (index === place ? few : 0)) },
    words: { n: String(few), c: rule.classes[place]?.name ?? '' },
    severity: place / rule.classes.length,
  };
}

function bounds(rule: RuleOf<'steps'>): number[] {
  return rule.steps.map(({ bound }) => Number(bound)).toSorted((one, other) => other - one);
}

function goodStep(rule: RuleOf<'steps'>, random: Random): string {
  const [highest = 0] = bounds(rule);
  return String(rule.unit === '%' ? random.integer(highest, 100) : highest + random.integer(0, 2));
}

function badStep(rule: RuleOf<'steps'>, random: Random): string {
  const all = bounds(rule);
  const place = random.integer(0, all.length - 1);
  const upper = all[place] ?? 0;
  const lower = all[place + 1] ?? Math.max(0, upper - 8);
  return String(random.integer(Math.min(lower, upper - 1), upper - 1));
}

const PERCENT = 100;
/** Of fewer cases a percentage says too little: the cases themselves are entered. */
const FEW_CASES = 20;

function goodRate(rule: RuleOf<'rate'>, { population, cases }: Measures, random: Random): RuleInput {
  if (rule.direction === 'atMost') return { numerator: '0', denominator: String(population) };
  const total = random.integer(...cases);
  const allowed = Math.floor((total * (PERCENT - Number(rule.target))) / PERCENT);
  return { numerator: String(total - random.integer(0, allowed)), denominator: String(total) };
}

function badRate(rule: RuleOf<'rate'>, { cases }: Measures, random: Random): Occurrence | null {
  if (rule.direction === 'atMost') return null;
  const total = random.integer(...cases);
  if (rule.per === null || rule.partial === 'whole' || total < FEW_CASES) {
    return { ...quotient(rule, total, random.integer(3, 14)), severity: null };
  }
  // A published percentage whose deduction is a whole tenth of a point.
  const tenths = random.integer(1, 12);
  const gap = (Number(rule.per) * 100 * tenths) / rule.points;
  return measured(String(Math.round((Number(rule.target) - gap) * 10) / 10));
}

/** @param gap percentage points below the target, roughly */
function quotient(rule: RuleOf<'rate'>, total: number, gap: number): Pick<Occurrence, 'input' | 'words'> {
  const part = Math.floor((total * (Number(rule.target) - gap)) / PERCENT);
  return {
    input: { numerator: String(part), denominator: String(total) },
    words: { n: String(total - part) },
  };
}

const DISCRETION_STEP = 100;
const AWARD_STEP = 500;

function badDiscretion(rule: RuleOf<'discretion'>, random: Random): Occurrence {
  if (rule.effect === 'award') {
    const points = random.integer(rule.min / AWARD_STEP, rule.max / AWARD_STEP - 1) * AWARD_STEP;
    return { input: { points }, words: {}, severity: 1 - points / rule.max };
  }
  const points = random.integer(rule.min / DISCRETION_STEP, rule.max / DISCRETION_STEP) * DISCRETION_STEP;
  return { input: { points }, words: {}, severity: null };
}

function badEarn({ otherwise }: RuleOf<'earn'>, random: Random): Occurrence {
  if (otherwise === null) return { input: { held: false }, words: {}, severity: null };
  const points = random.integer(otherwise.min / AWARD_STEP, otherwise.max / AWARD_STEP) * AWARD_STEP;
  return { input: { held: false, points }, words: {}, severity: null };
}
