/** What a sentence says, as labelled by hand: plain numbers, and only those that the sentence or its item gives. */
export interface ExpectedRule {
  kind: string;
  [figure: string]: unknown;
}

export interface Expected {
  /** Of a sentence that is left to the clerk: the parts that may be proposed beside what is not understood. */
  rules: ExpectedRule[];
  understood: boolean;
  floor: 0 | 'negative' | null;
}

export function rules(...all: ExpectedRule[]): Expected {
  return { rules: all, understood: true, floor: null };
}

/** The sentence says 扣完为止 or the like as well. */
export function downToZero(...all: ExpectedRule[]): Expected {
  return { rules: all, understood: true, floor: 0 };
}

/** What the item lacks is taken from the whole score. */
export function belowZero(...all: ExpectedRule[]): Expected {
  return { rules: all, understood: true, floor: 'negative' };
}

/** Left to the clerk. */
export function left(...parts: ExpectedRule[]): Expected {
  return { rules: parts, understood: false, floor: null };
}

type Figures = Readonly<Record<string, unknown>>;

export const failed = (points: number | 'all', more: Figures = {}): ExpectedRule => ({
  kind: 'failed',
  points,
  ...more,
});
export const each = (points: number, more: Figures = {}): ExpectedRule => ({
  kind: 'each',
  points,
  per: 1,
  ...more,
});
export const growing = (...steps: number[]): ExpectedRule => ({ kind: 'growing', steps });
/** Pairs of a bound in words (`<95`) and its points. */
export const steps = (effect: 'deduct' | 'award', of: Readonly<Record<string, number>>): ExpectedRule => ({
  kind: 'steps',
  effect,
  steps: Object.entries(of).map(([bound, points]) => ({
    relation: /^[<>]=?/u.exec(bound)?.[0],
    bound: Number(bound.replace(/^[<>]=?/u, '')),
    points,
  })),
});
export const below = (minimum: number, points: number, more: Figures = {}): ExpectedRule => ({
  kind: 'belowMinimum',
  minimum,
  points,
  per: 1,
  ...more,
});
export const rate = (
  direction: 'atLeast' | 'atMost',
  target: number | null,
  points: number | null,
  per: number | null,
  cap?: number,
): ExpectedRule => ({ kind: 'rate', direction, target, points, per, ...(cap !== undefined && { cap }) });
export const mayTake = (min: number, max: number | null): ExpectedRule => ({
  kind: 'discretion',
  effect: 'deduct',
  min,
  max,
});
export const mayGive = (min: number, max: number | null): ExpectedRule => ({
  kind: 'discretion',
  effect: 'award',
  min,
  max,
});
export const earn = (points: number | 'all'): ExpectedRule => ({ kind: 'earn', points });
/** 记2分;否则扣1-2分. */
export const earnOr = (points: number, min: number, max: number): ExpectedRule => ({
  kind: 'earn',
  points,
  min,
  max,
});
export const bonus = (points: number, more: Figures = {}): ExpectedRule => ({
  kind: 'bonus',
  points,
  ...more,
});
/** `effect` null: the sentence does not say what it does to the total. */
export const veto = (
  effect: 'zeroTotal' | 'lowestGrade' | 'deductAndLimit' | null = null,
  points = 0,
): ExpectedRule => ({ kind: 'veto', effect, ...(effect === 'deductAndLimit' && { points }) });
