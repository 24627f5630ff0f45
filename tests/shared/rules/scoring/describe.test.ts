import { describe, expect, it } from 'vitest';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { describeRule } from '#shared/rules/scoring/describe-rule.ts';
import type { ScoringRule } from '#shared/rules/scoring/model.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

const otherwise = { min: points(1), max: points(2) };
const classes = [
  { name: '县城', points: points(2) },
  { name: '重点镇', points: points(1) },
];

describe('a rule in Chinese', () => {
  it.each<[string, ScoringRule]>([
    ['未达到要求扣3分', aRule('failed')],
    ['未建立机构不得分', aRule('failed', { points: 'all', text: '未建立机构的，不得分' })],
    ['每少1次扣3分，最多扣6分', aRule('each', { text: '少一次扣3分', points: points(3), cap: points(6) })],
    ['每有2处扣0.25分', aRule('each', { unit: '处', per: 2, points: points(0.25) })],
    ['县城每少1个扣2分、重点镇每少1个扣1分', aRule('each', { text: '每少一个', unit: '个', classes })],
    ['第1起扣5分、第2起扣6分、第3起扣7分，以此类推', aRule('growing')],
    ['第1次扣1分，此后不再加扣', aRule('growing', { series: [1000], continues: false, unit: '' })],
    ['低于95%扣1分，低于90%扣3分', aRule('steps')],
    [
      '不低于90%得满分',
      aRule('steps', { effect: 'award', steps: [{ relation: '>=', bound: '90', points: 'all' }] }),
    ],
    ['不少于2次，每少1次扣3分', aRule('belowMinimum')],
    ['目标不低于95%，每低1个百分点扣0.5分，不足部分按比例计', aRule('rate')],
    [
      '目标不高于0.19，未达到扣0.5分',
      aRule('rate', { target: '0.19', direction: 'atMost', per: null, unit: '' }),
    ],
    ['酌情扣2至6分', aRule('discretion')],
    ['按落实情况得0至8分', aRule('discretion', { effect: 'award', min: 0, max: points(8) })],
    ['达到要求得2分', aRule('earn')],
    ['记2分，否则扣1至2分', aRule('earn', { otherwise })],
    ['省级加3分、市级加1分，最多加4分', aRule('bonus', { cap: points(4) })],
    ['一票否决，总分记0分', aRule('veto')],
    ['一票否决，定为最低等次', aRule('veto', { effect: 'lowestGrade' })],
    [
      '一票否决，每次从总分扣20分，最高只能评第2等',
      aRule('veto', { effect: 'deductAndLimit', points: points(20), bestGrade: 1 }),
    ],
  ])('reads %s', (text, rule) => {
    expect(describeRule(rule)).toBe(text);
  });
});

describe('the default reason of a deduction', () => {
  const item = anItem(10, [
    aRule('each', { id: 'each', text: '少一次扣3分', points: points(3) }),
    aRule('rate', { id: 'rate' }),
    aRule('earn', { id: 'earn', text: '有人员分工表的，得2分' }),
    aRule('bonus', { id: 'bonus' }),
    aRule('veto', { id: 'veto' }),
  ]);

  it('names each deduction, what was not earned, the bonus and the veto', () => {
    const inputs = {
      each: { count: 2 },
      rate: { numerator: '14', denominator: '15' },
      bonus: { counts: [0, 1] },
      veto: { count: 1 },
    };
    expect(describeEntry(item, anEntry({ inputs }))).toBe(
      '少2次，扣6分；实际93.3333%，目标95%，扣0.833分；有人员分工表：未得2分；加1分；一票否决',
    );
  });

  it('is empty where nothing was lost', () => {
    expect(describeEntry(item, anEntry({ inputs: { earn: { held: true }, each: { count: 0 } } }))).toBe('');
  });

  it('says what a typed score leaves out', () => {
    expect(describeEntry(item, anEntry({ direct: points(7.5) }))).toBe('扣2.5分');
    expect(describeEntry(item, anEntry({ direct: points(10) }))).toBe('');
  });

  it('says that an item does not apply', () => {
    expect(describeEntry(item, anEntry({ notApplicable: true }))).toBe('不适用');
  });

  it('does not call a bonus that was not reached a loss', () => {
    const extra = anItem(10, [aRule('discretion', { effect: 'award', min: points(5), max: points(10) })]);
    expect(describeEntry(extra, anEntry(), true)).toBe('');
    expect(describeEntry(extra, anEntry({ direct: points(6) }), true)).toBe('');
  });
});
