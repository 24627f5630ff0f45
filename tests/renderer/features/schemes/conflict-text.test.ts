import { applyPatch } from '#renderer/features/schemes/editor/apply-patch.ts';
import { conflictValueText } from '#renderer/features/schemes/editor/conflict-text.ts';
import { fieldLabels } from '#renderer/features/schemes/model/names.ts';
import type { SchemeDetail } from '#shared/contract/schemes.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import { aRule } from '#tests/support/builders/scheme.ts';
import { describe, expect, it } from 'vitest';

const textOf = (field: string, value: unknown) =>
  conflictValueText(field, value, (mark) => (mark === 'key' ? '全国重点镇' : '已删除的标记'));

describe('two values of one field of a scheme', () => {
  it.each([
    ['grades', defaultSettings.grades, '优秀 90、良好 80、合格 60、不合格'],
    ['gradesSource', '', '(空)'],
    ['decimals', 0, '整数'],
    ['ties', 'dense', '并列，后面接着排(1、1、2)'],
    ['bestGradeQuota', 20, '20%'],
    ['bestGradeMost', null, '不限'],
    ['bonusCap', 3_000, '3 分'],
    ['convertTo', null, '不折算'],
    ['selfCounts', true, '按自评分计'],
    ['judges', 'trimmed', '去掉一个最高分和一个最低分，再平均'],
    ['maxPoints', 6_500, '6.5 分'],
    ['floor', 'negative', '可扣成负分'],
  ])('read as words: %s %j', (field, value, words) => {
    expect(textOf(field, value)).toBe(words);
    expect(fieldLabels[field]).toMatch(/^\p{Script=Han}+$/u);
  });

  it('every setting has a name that the clerk knows', () => {
    for (const name of Object.keys(defaultSettings)) expect(fieldLabels).toHaveProperty(name);
  });

  it('tell conditions, and rules that differ in their words alone, apart', () => {
    expect(textOf('condition', { relation: 'has', mark: 'key' })).toBe('有标记的单位：全国重点镇');
    expect(textOf('condition', { relation: 'lacks', mark: 'gone' })).toBe('没有标记的单位：已删除的标记');
    expect(textOf('condition', null)).toBe('全部被考评单位');
    const rule = aRule('each', { text: '少一次扣1分' });
    expect(textOf('rules', [rule])).not.toBe(textOf('rules', [{ ...rule, text: '每少一次扣1分' }]));
  });
});

it('shows a setting at its place while it is being saved', () => {
  const detail = {
    uid: 'a',
    settings: defaultSettings,
    categories: [],
    indicators: [],
  } as unknown as SchemeDetail;
  const patch = { uid: 'a', base: { bonusCap: null }, set: { bonusCap: 3_000, title: '新名' } };
  expect(applyPatch(detail, patch)).toMatchObject({
    title: '新名',
    settings: { ...defaultSettings, bonusCap: 3_000 },
  });
});
