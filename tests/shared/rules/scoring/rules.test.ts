import { describe, expect, it } from 'vitest';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import type { RuleInput, ScoringRule } from '#shared/rules/scoring/model.ts';
import { scoringRuleSchema } from '#shared/rules/scoring/model.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

function result(max: number, rule: ScoringRule, input: RuleInput, reason = '') {
  expect(scoringRuleSchema.safeParse(rule).success).toBe(true);
  return scoreIndicator(anItem(max, [rule]), anEntry({ inputs: { [rule.id]: input }, reason }), true);
}

function score(max: number, rule: ScoringRule, input: RuleInput): number {
  return result(max, rule, input).points / 1000;
}

describe('failed: full marks unless failed', () => {
  it('takes 6 points when the yearly target was not worked out', () => {
    const rule = aRule('failed', { points: points(6), text: '未组织研究制定年度目标的扣6分' });
    expect(score(8, rule, { held: true })).toBe(2);
    expect(result(8, rule, { held: true }).deductions[0]?.text).toBe('未组织研究制定年度目标，扣6分');
  });
  it('leaves nothing where 未开展的不得分 applies', () => {
    const rule = aRule('failed', { points: 'all' });
    expect(score(8, rule, { held: true })).toBe(0);
    expect(result(8, rule, { held: true }).deductions[0]?.text).toBe('未达到要求，不得分');
  });
  it('gives full marks when it did not occur', () => {
    expect(score(8, aRule('failed'), { held: false })).toBe(8);
    expect(score(8, aRule('failed'), {})).toBe(8);
  });
});

describe('each: per occurrence or per missing one', () => {
  it('takes 3 points for each one missing, and says so', () => {
    const rule = aRule('each', { points: points(3), text: '少一次扣3分' });
    expect(score(10, rule, { count: 2 })).toBe(4);
    expect(result(10, rule, { count: 2 }).deductions[0]?.text).toBe('少2次，扣6分');
  });
  it('takes 0.2 points a place until nothing is left', () => {
    const rule = aRule('each', { points: points(0.2), unit: '处' });
    expect(score(1, rule, { count: 3 })).toBe(0.4);
    expect(score(1, rule, { count: 9 })).toBe(0);
  });
  it('takes a point for every two missing, a single one costing nothing', () => {
    const rule = aRule('each', { per: 2 });
    expect([1, 2, 3, 4].map((count) => score(2, rule, { count }))).toEqual([2, 1, 1, 0]);
  });
  it('stops at its own cap', () => {
    expect(score(10, aRule('each', { cap: points(4) }), { count: 9 })).toBe(6);
  });
  it('takes 5, 2 and 1 points per missing station by class', () => {
    const classes = [
      { name: '地级市', points: points(5) },
      { name: '县城', points: points(2) },
      { name: '重点镇', points: points(1) },
    ];
    const rule = aRule('each', { classes, unit: '个', text: '少建一个' });
    expect(score(20, rule, { counts: [1, 2, 3] })).toBe(8);
    expect(score(20, rule, { counts: [0, 1] })).toBe(18);
    expect(result(20, rule, { counts: [1, 0, 2] }).deductions[0]?.text).toBe(
      '地级市少1个、重点镇少2个，扣7分',
    );
  });
});

describe('growing: more for every further case', () => {
  it('takes 5, 6, 7 for the first three fires and goes on by the last increment', () => {
    const rule = aRule('growing');
    const left = [0, 1, 2, 3, 4, 5].map((count) => score(40, rule, { count }));
    expect(left).toEqual([40, 35, 29, 22, 14, 5]);
  });
  it('takes nothing more beyond a series that does not continue', () => {
    expect(score(40, aRule('growing', { continues: false }), { count: 30 })).toBe(22);
  });
  it('repeats the only step of a series of one', () => {
    expect(score(40, aRule('growing', { series: [points(5)] }), { count: 3 })).toBe(25);
  });
  it('never gives points back when a series falls', () => {
    const rule = aRule('growing', { series: [points(3), points(2)] });
    expect(score(40, rule, { count: 100 })).toBe(34);
  });
  it('sums a million cases exactly', () => {
    const rule = aRule('growing', { cap: points(30) });
    expect(score(40, rule, { count: 1_000_000 })).toBe(10);
  });
});

describe('steps: by the range a value falls into', () => {
  it('leaves full marks from 95 %, takes 1 below 95 % and 3 below 90 %', () => {
    const left = ['100', '95', '94.999999', '90', '89.9'].map((value) => score(5, aRule('steps'), { value }));
    expect(left).toEqual([5, 5, 4, 4, 2]);
  });
  it('does not depend on the order of the steps', () => {
    const rule = aRule('steps');
    const turned = { ...rule, steps: rule.steps.toReversed() };
    expect(score(5, turned, { value: '80' })).toBe(2);
  });
  it('gives points step by step where steps award, all of them being the item', () => {
    const rule = aRule('steps', {
      effect: 'award',
      steps: [
        { relation: '>=', bound: '60', points: points(2) },
        { relation: '>', bound: '90', points: 'all' },
      ],
    });
    expect(['50', '60', '90', '90.1'].map((value) => score(5, rule, { value }))).toEqual([0, 2, 2, 5]);
    expect(score(5, rule, {})).toBe(0);
  });
  it('leaves nothing at a step of 不得分', () => {
    const rule = aRule('steps', { steps: [{ relation: '<=', bound: '50', points: 'all' }] });
    expect(score(5, rule, { value: '50' })).toBe(0);
  });
});

describe('belowMinimum: a count below a minimum', () => {
  it('takes 3 points for each inspection short of two a year', () => {
    const rule = aRule('belowMinimum');
    expect(['5', '2', '1', '0'].map((value) => score(6, rule, { value }))).toEqual([6, 6, 3, 0]);
    expect(result(6, rule, { value: '0' }).deductions[0]?.text).toBe('少2次，扣6分');
  });
  it('counts only whole lots of what is missing', () => {
    const rule = aRule('belowMinimum', { minimum: '10', per: 3, points: points(1) });
    expect(['8', '7', '5', '4'].map((value) => score(6, rule, { value }))).toEqual([6, 5, 5, 4]);
  });
});

describe('rate: against a target', () => {
  it('takes 0.5 points for each percentage point below, in proportion', () => {
    expect(score(5, aRule('rate'), { value: '93.5' })).toBe(4.25);
    expect(score(5, aRule('rate'), { value: '95' })).toBe(5);
  });
  it('takes only whole steps where a begun one does not count', () => {
    expect(score(5, aRule('rate', { partial: 'whole' }), { value: '93.5' })).toBe(4.5);
  });
  it('takes its points once when a death rate of 0.19 is exceeded, however little', () => {
    const rule = aRule('rate', {
      target: '0.19',
      direction: 'atMost',
      per: null,
      points: points(2),
      scale: '100000',
    });
    expect(score(5, rule, { value: '0.19' })).toBe(5);
    expect(score(5, rule, { value: '0.190001' })).toBe(3);
    expect(score(5, rule, { numerator: '19', denominator: '10000000' })).toBe(5);
    expect(score(5, rule, { numerator: '20', denominator: '10000000' })).toBe(3);
  });
  it('keeps a quotient such as 2/3 exact', () => {
    const { score: exact } = result(5, aRule('rate', { target: '100' }), {
      numerator: '2',
      denominator: '3',
    });
    expect(exact.toFraction()).toBe('0');
    const mild = result(50, aRule('rate', { target: '100' }), { numerator: '2', denominator: '3' });
    expect(mild.score.toFraction()).toBe('100000/3');
    expect(mild.points).toBe(33_333);
  });
  it.each([{ numerator: '3', denominator: '0' }, { numerator: '3' }, { denominator: '4' }])(
    'is not scored and reports a problem for %o',
    (input) => {
      const scored = result(5, aRule('rate'), input);
      expect(scored.points).toBe(points(5));
      expect(scored.problems).toEqual([{ code: 'inputMissing', ruleId: 'rule' }]);
    },
  );
  it('refuses a scheme whose step or scale is zero', () => {
    expect(scoringRuleSchema.safeParse(aRule('rate', { per: '0' })).success).toBe(false);
    expect(scoringRuleSchema.safeParse(aRule('rate', { scale: '0.00' })).success).toBe(false);
  });
});

describe('discretion: within a range', () => {
  it('takes 2 to 6 points at discretion and asks for the reason', () => {
    const silent = result(8, aRule('discretion'), { points: points(2.5) });
    expect(silent.points).toBe(points(5.5));
    expect(silent.problems).toEqual([{ code: 'reasonMissing', ruleId: 'rule' }]);
    expect(result(8, aRule('discretion'), { points: points(2.5) }, '装备不足').problems).toEqual([]);
  });
  it('reports points outside the range but takes them', () => {
    const scored = result(8, aRule('discretion'), { points: points(1) }, '装备不足');
    expect(scored.points).toBe(points(7));
    expect(scored.problems).toEqual([{ code: 'discretionOutOfRange', ruleId: 'rule' }]);
  });
  it('asks nothing when nothing is taken', () => {
    expect(result(8, aRule('discretion'), { points: 0 }).problems).toEqual([]);
  });
  it('gives points by 按落实情况评分, starting from nothing', () => {
    const rule = aRule('discretion', { effect: 'award', min: 0, max: points(8) });
    expect(score(8, rule, {})).toBe(0);
    expect(score(8, rule, { points: points(6.5) })).toBe(6.5);
  });
});

describe('earn: points that are earned', () => {
  it('gives 2 points for the document and nothing without it', () => {
    expect(score(2, aRule('earn'), { held: true })).toBe(2);
    expect(score(2, aRule('earn'), { held: false })).toBe(0);
    expect(score(2, aRule('earn'), {})).toBe(0);
  });
  it('keeps 2 points and takes 1 to 2 otherwise', () => {
    const rule = aRule('earn', { otherwise: { min: points(1), max: points(2) } });
    expect(score(2, rule, { held: true })).toBe(2);
    expect(score(2, rule, { held: false, points: points(1.5) })).toBe(0.5);
    expect(result(2, rule, { held: false, points: points(3) }).problems[0]?.code).toBe(
      'discretionOutOfRange',
    );
  });
  it('takes the least, and says that a number is missing, when only the failure is noted', () => {
    const range = result(2, aRule('earn', { otherwise: { min: 1000, max: 2000 } }), { held: false });
    expect([range.points, range.problems[0]?.code]).toEqual([1000, 'inputMissing']);
    const fixed = result(2, aRule('earn', { otherwise: { min: 1000, max: 1000 } }), { held: false });
    expect([fixed.points, fixed.problems]).toEqual([1000, []]);
  });
});

describe('bonus: above full marks', () => {
  it('adds 3 points for the province and 1 for the city beside full marks', () => {
    const scored = result(2, aRule('bonus'), { counts: [1, 2] });
    expect([scored.points, scored.bonus]).toEqual([points(2), points(5)]);
  });
  it('stops at its cap', () => {
    expect(result(2, aRule('bonus', { cap: points(4) }), { counts: [3] }).bonus).toBe(points(4));
  });
});

describe('veto: beside the score', () => {
  it('is triggered by a count and leaves the item as it is', () => {
    const scored = result(2, aRule('veto'), { count: 2 });
    expect(scored.points).toBe(points(2));
    expect(scored.vetoes).toEqual([{ rule: aRule('veto'), count: 2 }]);
    expect(result(2, aRule('veto'), { count: 0 }).vetoes).toEqual([]);
  });
});
