import fc from 'fast-check';
import type { CategoryContent, IndicatorContent, SchemeContent } from '#shared/rules/schemes/content.ts';
import type { ScoringRule, SchemeSettings } from '#shared/rules/scoring/model.ts';

/** Texts as they come through the contract: trimmed, else anything, with what offices write among it. */
function text(most: number, least = 0): fc.Arbitrary<string> {
  const office = fc.constantFrom(
    '(20分)',
    '一、',
    '=1+1',
    '合计',
    '注：',
    '_x0041_',
    '年 月 日',
    '第一行\n第二行',
    '考评内容',
    '6分',
  );
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 5 }),
    office,
  );
  return fc
    .array(piece, { maxLength: 4 })
    .map((pieces) => pieces.join('').slice(0, most).trim())
    .map((joined) => (joined.length < least ? '甲' : joined));
}

/** Names hold neither line breaks nor control characters. */
function name(most: number): fc.Arbitrary<string> {
  return text(most, 1).map(
    (given) =>
      [...given]
        .filter((one) => one >= ' ' && one !== '\u007f')
        .join('')
        .trim() || '甲',
  );
}

const points = fc.integer({ min: 0, max: 100_000 });
const positive = fc.integer({ min: 1, max: 100_000 });
const cap = fc.option(points);
const unit = text(10);
const decimal = fc.integer({ min: -999_999, max: 999_999 }).map((value) => String(value / 1000));
const positiveDecimal = fc.integer({ min: 1, max: 999_999 }).map((value) => String(value / 1000));
const deducted = fc.oneof(positive, fc.constant('all' as const));
const per = fc.integer({ min: 1, max: 10 });
const base = { id: fc.uuid(), text: text(500) };
const classes = fc.array(fc.record({ name: name(30), points: positive }), { maxLength: 3 });

const rule: fc.Arbitrary<ScoringRule> = fc.oneof(
  fc.record({ ...base, kind: fc.constant('failed' as const), points: deducted }),
  fc.record({ ...base, kind: fc.constant('each' as const), points: positive, per, unit, classes, cap }),
  fc.record({
    ...base,
    kind: fc.constant('growing' as const),
    series: fc.array(positive, { minLength: 1, maxLength: 4 }),
    continues: fc.boolean(),
    unit,
    cap,
  }),
  fc.record({
    ...base,
    kind: fc.constant('steps' as const),
    effect: fc.constantFrom('deduct' as const, 'award' as const),
    unit,
    steps: fc.array(
      fc.record({
        relation: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const),
        bound: decimal,
        points: deducted,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  fc.record({
    ...base,
    kind: fc.constant('belowMinimum' as const),
    minimum: decimal,
    points: positive,
    per,
    unit,
    cap,
  }),
  fc.record({
    ...base,
    kind: fc.constant('rate' as const),
    target: decimal,
    direction: fc.constantFrom('atLeast' as const, 'atMost' as const),
    points: positive,
    per: fc.option(positiveDecimal),
    partial: fc.constantFrom('proportional' as const, 'whole' as const),
    scale: positiveDecimal,
    unit,
    cap,
  }),
  fc.record({
    ...base,
    kind: fc.constant('discretion' as const),
    effect: fc.constantFrom('deduct' as const, 'award' as const),
    min: points,
    max: positive,
  }),
  fc.record({
    ...base,
    kind: fc.constant('earn' as const),
    points: positive,
    otherwise: fc.option(fc.record({ min: points, max: positive })),
  }),
  fc.record({
    ...base,
    kind: fc.constant('bonus' as const),
    levels: fc.array(fc.record({ name: name(30), points: positive }), { minLength: 1, maxLength: 3 }),
    cap,
  }),
  fc.record({
    ...base,
    kind: fc.constant('veto' as const),
    effect: fc.constantFrom('zeroTotal' as const, 'lowestGrade' as const, 'deductAndLimit' as const),
    points,
    bestGrade: fc.integer({ min: 0, max: 9 }),
  }),
);

const indicator: fc.Arbitrary<IndicatorContent> = fc.record({
  number: text(20),
  content: text(2_000, 1),
  maxPoints: points,
  ruleText: text(2_000),
  method: text(500),
  source: text(500),
  floor: fc.constantFrom('zero' as const, 'negative' as const),
  notApplicable: fc.constantFrom('fullMarks' as const, 'rescale' as const),
  condition: fc.option(
    fc.record({
      relation: fc.constantFrom(
        'has' as const,
        'lacks' as const,
        'containsAny' as const,
        'containsNone' as const,
      ),
      mark: name(40),
    }),
  ),
  rules: fc.array(rule, { maxLength: 3 }),
});

const category: fc.Arbitrary<CategoryContent> = fc.record({
  name: name(200),
  maxPoints: points,
  bonus: fc.boolean(),
  indicators: fc.array(indicator, { maxLength: 4 }),
});

const settings: fc.Arbitrary<SchemeSettings> = fc.record({
  grades: fc.array(fc.record({ name: name(20), atLeast: fc.option(points) }), { minLength: 1, maxLength: 5 }),
  gradesSource: text(200),
  decimals: fc.integer({ min: 0, max: 3 }),
  decimalsSource: text(200),
  ties: fc.constantFrom('skip' as const, 'dense' as const),
  tiesSource: text(200),
  bestGradeQuota: fc.option(fc.integer({ min: 1, max: 100 })),
  bestGradeMost: fc.option(fc.integer({ min: 1, max: 1_500 })),
  quotaSource: text(200),
  bonusCap: cap,
  bonusSource: text(200),
  convertTo: fc.option(positive),
  convertSource: text(200),
  selfCounts: fc.boolean(),
  selfCountsSource: text(200),
  judges: fc.constantFrom('mean' as const, 'trimmed' as const),
  judgesSource: text(200),
});

/** Any scheme that can be stored and has at least one indicator. */
export const randomScheme: fc.Arbitrary<SchemeContent> = fc
  .record({
    title: name(100),
    documentNumber: text(60),
    issuer: text(60),
    appliesTo: fc.constantFrom(
      'county' as const,
      'township' as const,
      'village' as const,
      'memberUnit' as const,
    ),
    statedPoints: fc.option(points),
    settings,
    notes: text(4_000),
    categories: fc.array(category, { minLength: 1, maxLength: 4 }),
  })
  .filter(({ categories }) => categories.some(({ indicators }) => indicators.length > 0));
