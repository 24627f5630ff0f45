import type { ScoringRuleKind } from '../scoring/model.ts';

/** What every rule that was read carries beside its figures. */
interface Read<Kind extends ScoringRuleKind> {
  kind: Kind;
  /** The part of the sentence that says it, as it was written. */
  text: string;
}

interface Counted {
  /** Points for every `per` units. */
  points: number;
  per: number;
  /** 次, 处, 名; empty where the sentence names none. */
  unit: string;
  /** The most that the rule takes altogether. */
  cap?: number;
}

/** `points` "all" where the sentence takes all points of an item whose points are not known. */
export type PointsOrAll = number | 'all';

export interface ReadStep {
  relation: '<' | '<=' | '>' | '>=';
  bound: number;
  points: PointsOrAll;
}

/**
 * A rule as its sentence says it. Points, bounds and counts are plain numbers; a null is what the kind needs and the
 * sentence does not say.
 */
export type ReadRule =
  | (Read<'failed'> & { points: PointsOrAll })
  /** `class`: one of several classes of unit with points of their own. */
  | (Read<'each'> & Counted & { class?: string })
  /** `steps`: points of the first case, the second and so on. */
  | (Read<'growing'> & { steps: number[]; continues: boolean; unit: string; cap?: number })
  | (Read<'steps'> & { effect: 'deduct' | 'award'; unit: string; steps: ReadStep[] })
  | (Read<'belowMinimum'> & Counted & { minimum: number })
  /** Each `per` away from the target costs `points`; `per` null costs them once. */
  | (Read<'rate'> & {
      target: number | null;
      direction: 'atLeast' | 'atMost';
      points: number | null;
      per: number | null;
      partial: 'proportional' | 'whole';
      unit: string;
      cap?: number;
    })
  /** `max` null: up to the points of the item, which are not known. `above`: given beyond the item's points. */
  | (Read<'discretion'> & { effect: 'deduct' | 'award'; min: number; max: number | null; above?: true })
  /** `min`, `max`: what is taken where it is not met. `start`: other rules of the sentence take from these points. */
  | (Read<'earn'> & { points: PointsOrAll; min?: number; max?: number; start?: true })
  /** One for each level; `cap` is common to all of a sentence. */
  | (Read<'bonus'> & { points: number; level?: string; cap?: number })
  | (Read<'veto'> & {
      effect: 'zeroTotal' | 'lowestGrade' | 'deductAndLimit' | null;
      points?: number;
      bestGrade?: number;
    });

export type ReadRuleOf<Kind extends ScoringRuleKind> = Extract<ReadRule, { kind: Kind }>;

export interface UnreadPart {
  text: string;
  /** Where in the sentence, as places of its characters. */
  from: number;
  to: number;
}

export interface Reading {
  rules: ReadRule[];
  /** 0: 扣完为止; "negative": what the item lacks is taken from the whole; null: not said. */
  floor: 0 | 'negative' | null;
  /** Whether every word that bears on the score was understood, and there was at least one rule. */
  understood: boolean;
  /** What was not; the clerk decides on it. */
  unread: UnreadPart[];
}
