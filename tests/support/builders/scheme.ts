import type {
  RuleOf,
  SchemeSettings,
  ScoredCategory,
  ScoredIndicator,
  ScoredScheme,
  ScoreEntry,
  ScoringRule,
  ScoringRuleKind,
} from '#shared/rules/scoring/model.ts';

/** Points of a scheme as its paper states them, in the program's thousandths. */
export function points(value: number): number {
  return Math.round(value * 1000);
}

type RuleDefaults = { [Kind in ScoringRuleKind]: RuleOf<Kind> };

const RULES: RuleDefaults = {
  failed: { id: 'rule', text: '', kind: 'failed', points: 3000 },
  each: { id: 'rule', text: '', kind: 'each', points: 1000, per: 1, unit: '次', classes: [], cap: null },
  growing: {
    id: 'rule',
    text: '',
    kind: 'growing',
    series: [5000, 6000, 7000],
    continues: true,
    unit: '起',
    cap: null,
  },
  steps: {
    id: 'rule',
    text: '',
    kind: 'steps',
    effect: 'deduct',
    unit: '%',
    steps: [
      { relation: '<', bound: '95', points: 1000 },
      { relation: '<', bound: '90', points: 3000 },
    ],
  },
  belowMinimum: {
    id: 'rule',
    text: '',
    kind: 'belowMinimum',
    minimum: '2',
    points: 3000,
    per: 1,
    unit: '次',
    cap: null,
  },
  rate: {
    id: 'rule',
    text: '',
    kind: 'rate',
    target: '95',
    direction: 'atLeast',
    points: 500,
    per: '1',
    partial: 'proportional',
    scale: '100',
    unit: '%',
    cap: null,
  },
  discretion: { id: 'rule', text: '', kind: 'discretion', effect: 'deduct', min: 2000, max: 6000 },
  earn: { id: 'rule', text: '', kind: 'earn', points: 2000, otherwise: null },
  bonus: {
    id: 'rule',
    text: '',
    kind: 'bonus',
    levels: [
      { name: '省级', points: 3000 },
      { name: '市级', points: 1000 },
    ],
    cap: null,
  },
  veto: { id: 'rule', text: '', kind: 'veto', effect: 'zeroTotal', points: 0, bestGrade: 0 },
};

export function aRule<Kind extends ScoringRuleKind>(
  kind: Kind,
  given: Partial<RuleOf<Kind>> = {},
): RuleOf<Kind> {
  return { ...RULES[kind], ...given };
}

export function anIndicator(given: Partial<ScoredIndicator> = {}): ScoredIndicator {
  return {
    uid: 'indicator',
    categoryUid: 'category',
    maxPoints: 10_000,
    floor: 'zero',
    notApplicable: 'rescale',
    condition: null,
    rules: [],
    ...given,
  };
}

/** An indicator of so many points with these rules, which is what most tests need. */
export function anItem(max: number, rules: readonly ScoringRule[], given: Partial<ScoredIndicator> = {}) {
  return anIndicator({ maxPoints: points(max), rules, ...given });
}

export function anEntry(given: Partial<ScoreEntry> = {}): ScoreEntry {
  return { direct: null, inputs: {}, notApplicable: false, reason: '', ...given };
}

export function aCategory(given: Partial<ScoredCategory> = {}): ScoredCategory {
  return { uid: 'category', maxPoints: 100_000, bonus: false, ...given };
}

/** Grades and bounds of 国办发〔2013〕16号. */
export function someSettings(given: Partial<SchemeSettings> = {}): SchemeSettings {
  return {
    grades: [
      { name: '优秀', atLeast: 90_000 },
      { name: '良好', atLeast: 80_000 },
      { name: '合格', atLeast: 60_000 },
      { name: '不合格', atLeast: null },
    ],
    gradesSource: '国办发〔2013〕16号',
    decimals: 1,
    decimalsSource: '',
    ties: 'skip',
    tiesSource: '',
    bestGradeQuota: null,
    bestGradeMost: null,
    quotaSource: '',
    bonusCap: null,
    bonusSource: '',
    convertTo: null,
    convertSource: '',
    selfCounts: false,
    selfCountsSource: '',
    judges: 'mean',
    judgesSource: '',
    ...given,
  };
}

export function aScheme(
  indicators: readonly ScoredIndicator[],
  given: { categories?: readonly ScoredCategory[]; settings?: Partial<SchemeSettings> } = {},
): ScoredScheme {
  return {
    indicators,
    categories: given.categories ?? [aCategory()],
    settings: someSettings(given.settings),
  };
}
