import { schemeFindings } from '#shared/rules/schemes/findings.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import type { SchemeSettings, ScoringRule } from '#shared/rules/scoring/model.ts';
import { aRule } from '#tests/support/builders/scheme.ts';
import { describe, expect, it } from 'vitest';

function textsOf(
  rules: readonly ScoringRule[],
  given: {
    settings?: Partial<SchemeSettings>;
    maxPoints?: number;
    floor?: 'zero' | 'negative';
    bonus?: boolean;
  } = {},
): string[] {
  const maxPoints = given.maxPoints ?? 10_000;
  return schemeFindings({
    statedPoints: null,
    settings: { ...defaultSettings, ...given.settings },
    categories: [{ uid: 'c', name: '责任', maxPoints, bonus: given.bonus ?? false }],
    indicators: [
      {
        uid: 'i',
        categoryUid: 'c',
        number: '1',
        content: '会议',
        maxPoints,
        floor: given.floor ?? 'zero',
        rules,
      },
    ],
  }).map(({ text }) => text);
}

describe('what is odd about a scheme', () => {
  it('is nothing for an indicator whose rules keep within its points', () => {
    expect(textsOf([aRule('each'), { ...aRule('failed'), id: 'x', points: 10_000 }])).toEqual([]);
  });

  it('is a rule that takes more than the item has, unless the rest goes over to the total', () => {
    const rules = [{ ...aRule('growing'), series: [5_000, 12_000] }];
    expect(textsOf(rules)).toEqual(['1“会议”：评分规则的 12 分超过本项分值 10 分']);
    expect(textsOf(rules, { floor: 'negative' })).toEqual([]);
  });

  it('is a range whose lower end is above its upper end', () => {
    expect(textsOf([{ ...aRule('discretion'), min: 6_000, max: 2_000 }])).toEqual([
      '1“会议”：评分规则的分数范围下限大于上限',
    ]);
  });

  it('is more to be earned than the item has', () => {
    const rules = [
      { ...aRule('earn'), id: 'a', points: 6_000 },
      { ...aRule('earn'), id: 'b', points: 6_000 },
    ];
    expect(textsOf(rules)).toEqual(['1“会议”：各条规则可得分合计 12 分，超过本项分值 10 分']);
  });

  it('is a veto that names a grade the scheme does not have', () => {
    expect(textsOf([{ ...aRule('veto'), effect: 'deductAndLimit', bestGrade: 7 }])).toEqual([
      '1“会议”：一票否决限定的等次不存在，方案只设了 4 个等次',
    ]);
  });

  it('is a bonus without a cap', () => {
    const expected = ['有加分，但没有设加分上限'];
    expect(textsOf([aRule('bonus')])).toEqual(expected);
    expect(textsOf([aRule('earn')], { bonus: true })).toEqual(expected);
    expect(textsOf([aRule('bonus')], { settings: { bonusCap: 5_000 } })).toEqual([]);
  });

  it('is grades that do not fall, have a last bound, share a name or lack a source', () => {
    const grades = [
      { name: '优秀', atLeast: 80_000 },
      { name: '良好', atLeast: 90_000 },
      { name: '良好', atLeast: 0 },
    ];
    expect(textsOf([aRule('each')], { settings: { grades, gradesSource: '' } })).toEqual([
      '最后一个等次不应有下限，低于前面各等次的都归它',
      '等次的下限应从高到低',
      '有两个等次同名',
      '没有写明等次界限的依据',
    ]);
  });

  it('is an indicator without rules or points', () => {
    expect(textsOf([], { maxPoints: 0 })).toEqual([
      '1“会议”还没有评分规则，打分时只能直接填分',
      '1“会议”没有分值',
    ]);
  });
});
