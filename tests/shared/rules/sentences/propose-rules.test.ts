import { describe, expect, it } from 'vitest';
import { scoringRuleSchema } from '#shared/rules/scoring/model.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import { scoreIndicator } from '#shared/rules/scoring/indicator.ts';
import { proposeRules } from '#shared/rules/sentences/propose-rules.ts';
import { aRule, anEntry, anItem, points } from '#tests/support/builders/scheme.ts';
import { furtherLabels } from './further-labels.ts';
import { madeUpLabels } from './made-up-labels.ts';
import { unseenLabels } from './unseen-labels.ts';

function proposalOf(ruleText: string, max = 6, content = '') {
  return proposeRules({ ruleText, content, maxPoints: points(max), inBonusCategory: false, rules: [] });
}

function readings(ruleText: string, max = 6, content = ''): string[] {
  return proposalOf(ruleText, max, content).rules.map(({ rule }) => describeRule(rule));
}

describe('the rules proposed for an item', () => {
  it('are rules that a scheme can hold, whatever the sentence', () => {
    for (const [sentence, max] of [...madeUpLabels, ...unseenLabels, ...furtherLabels]) {
      for (const { rule } of proposalOf(sentence, max).rules) {
        expect(scoringRuleSchema.safeParse(rule).error, sentence).toBeUndefined();
      }
    }
  });

  it.each([
    ['少一次扣3分,扣完为止', ['每少1次扣3分']],
    ['未开展的不得分', ['未开展不得分']],
    ['酌情扣分', ['酌情扣0至6分']],
    ['第一起、第二起分别扣2、3分,以此类推', ['第1起扣2分、第2起扣3分，以此类推']],
    ['低于95%的扣1分,低于80%的不得分', ['低于95%扣1分，低于80%不得分']],
    ['被省、市推广的分别奖3分、1分', ['省加3分、市加1分']],
    ['每缺一座站,地级市扣5分,县城扣2分', ['地级市每缺1座扣5分、县城每缺1座扣2分']],
    ['记2分;否则扣1-2分', ['记2分，否则扣1至2分']],
    ['每年不少于2次,少一次扣3分', ['不少于2次，每少1次扣3分']],
    ['整改率不低于95%,每低1个百分点扣0.5分', ['目标不低于95%，每低1个百分点扣0.5分，不足部分按比例计']],
  ])('read for “%s” as %j', (sentence, expected) => {
    expect(readings(sentence)).toEqual(expected);
  });

  it('begin with full marks where the sentence says these first', () => {
    const { rules, start } = proposalOf('计6分,每缺一项扣2分');
    expect(start).toBe('计6分');
    const item = anItem(
      6,
      rules.map(({ rule }) => rule),
    );
    const lost = anEntry({ inputs: { [rules[0]?.rule.id ?? '']: { count: 1 } } });
    expect(scoreIndicator(item, lost, true).points).toBe(points(4));
  });

  it('take from a part of the item no more than this part', () => {
    const { rules } = proposalOf('整改率达到90%得4分,每低1个百分点扣0.5分', 10);
    const item = anItem(
      10,
      rules.map(({ rule }) => rule),
    );
    const scoreOf = (value: string) =>
      scoreIndicator(item, anEntry({ inputs: { [rules[0]?.rule.id ?? '']: { value } } }), true).points;
    expect([scoreOf('95'), scoreOf('88'), scoreOf('40')]).toEqual([points(10), points(9), points(6)]);
  });

  it('give points for every case up to the bound', () => {
    const { rules } = proposalOf('新建1个得1分,最高得3分', 3);
    const item = anItem(
      3,
      rules.map(({ rule }) => rule),
    );
    const scoreOf = (value: string) =>
      scoreIndicator(item, anEntry({ inputs: { [rules[0]?.rule.id ?? '']: { value } } }), true).points;
    expect([scoreOf('0'), scoreOf('2'), scoreOf('9')]).toEqual([points(0), points(2), points(3)]);
  });

  it('give a range above full marks only in a bonus category, since no kind of rule holds it elsewhere', () => {
    const item = { ruleText: '有创新的酌情加1-3分', content: '', maxPoints: points(3), rules: [] };
    expect(proposeRules({ ...item, inBonusCategory: true }).rules).toMatchObject([
      { rule: { kind: 'discretion', effect: 'award', min: points(1), max: points(3) } },
    ]);
    expect(proposeRules({ ...item, inBonusCategory: false })).toMatchObject({
      rules: [],
      unread: [{ text: '有创新的酌情加1-3分', from: 0, to: 11 }],
    });
  });

  it('name a bonus by its level, or by what it is given for', () => {
    expect(readings('被市级以上媒体报道的每条加0.2分')).toEqual(['市级加0.2分']);
    expect(readings('承办现场会的奖励2分')).toEqual(['承办现场会加2分']);
    expect(readings('加2分')).toEqual(['符合条件加2分']);
  });

  it('take a number of points that is all of the item as this number', () => {
    expect(readings('发生火灾扣30分', 30)).toEqual(['发生火灾扣30分']);
    expect(readings('发生火灾的计0分', 30)).toEqual(['发生火灾不得分']);
  });

  it('say what the sentence leaves open and the kind needs', () => {
    expect(proposalOf('每低1个百分点扣0.5分').rules.map(({ open }) => open)).toEqual([['目标值']]);
    expect(proposalOf('实行一票否决').rules.map(({ open }) => open)).toEqual([['否决的后果']]);
    expect(proposalOf('酌情扣分', 0).rules.map(({ open }) => open)).toEqual([['最多多少分']]);
    expect(proposalOf('每低1个百分点扣0.5分', 6, '整改率达到95%').rules.map(({ open }) => open)).toEqual([
      [],
    ]);
  });

  it('are only those that the item does not have', () => {
    const sentence = '未制定计划的扣2分;未总结的扣1分';
    const item = { ruleText: sentence, content: '', maxPoints: points(6), inBonusCategory: false };
    const [first] = proposalOf(sentence).rules;
    if (first === undefined) throw new Error('nothing was read');
    const left = proposeRules({ ...item, rules: [{ ...first.rule, id: 'own' }] });
    expect(left.rules.map(({ rule }) => rule.text)).toEqual(['未总结的扣1分']);
  });

  it('do not stand beside rules that the clerk made without them', () => {
    const own = [aRule('each', { text: '另外写的' })];
    const item = {
      ruleText: '未制定计划的扣2分;其余情形扣分',
      content: '',
      maxPoints: points(6),
      inBonusCategory: false,
    };
    expect(proposeRules({ ...item, rules: own })).toMatchObject({ rules: [], unread: [] });
  });
});
