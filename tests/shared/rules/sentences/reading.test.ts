import { describe, expect, it } from 'vitest';
import { readSentence } from '#shared/rules/sentences/read-sentence.ts';
import { mayTake } from './expected.ts';

describe('what is not understood', () => {
  it('is named by the part of the sentence, where it stands', () => {
    const sentence = '未制定计划的扣2分;其余情形按 “有关规定” 扣分';
    const { understood, unread, rules } = readSentence(sentence, { points: 5 });
    expect(understood).toBe(false);
    expect(rules).toMatchObject([{ kind: 'failed', points: 2, text: '未制定计划的扣2分' }]);
    expect(unread).toEqual([{ text: '其余情形按 “有关规定” 扣分', from: 10, to: 25 }]);
    expect(sentence.slice(10, 25)).toBe(unread[0]?.text);
  });

  it('is a count whose range goes for every case, since no kind of rule holds it', () => {
    expect(readSentence('每起酌情扣1-3分', { points: 10 })).toMatchObject({ understood: false, rules: [] });
  });

  it('is an earned point for every case', () => {
    expect(readSentence('每开展一次得1分', { points: 5 }).understood).toBe(false);
  });

  it('is one of several grades of which only one is earned', () => {
    expect(readSentence('优秀得6分,良好得4分,合格得2分', { points: 6 })).toMatchObject({
      understood: false,
      rules: [],
    });
  });

  it.each([
    '比上年减少的得5分,持平得3分,增加不得分',
    '按期完成得3分,逾期完成得1分,未完成不得分',
    '有方案得1分,有总结得1分,否则不得分',
  ])('is all of “%s”, of whose points only one is earned', (sentence) => {
    const { rules, unread } = readSentence(sentence, { points: 5 });
    expect(rules).toEqual([]);
    expect(unread.map(({ text }) => text)).toEqual([sentence]);
  });

  it('is a row of cases without its first one', () => {
    expect(readSentence('第二起扣3分,第三起扣4分', { points: 6 }).understood).toBe(false);
  });

  it('is one bound behind several counts, which may be meant for any of them', () => {
    const { unread } = readSentence('迟报一次扣0.2分,漏报一次扣0.5分,最多扣2分', { points: 6 });
    expect(unread.map(({ text }) => text)).toEqual(['最多扣2分']);
  });

  it('is a text longer than any standard', () => {
    expect(readSentence('未制定计划的扣2分;'.repeat(500)).understood).toBe(false);
  });
});

describe('what the item says', () => {
  it('gives 不得分 its points, and leaves them open where the item has none', () => {
    expect(readSentence('未开展的不得分', { points: 4 }).rules).toMatchObject([
      { kind: 'failed', points: 4 },
    ]);
    expect(readSentence('未开展的不得分').rules).toMatchObject([{ kind: 'failed', points: 'all' }]);
    expect(readSentence('酌情扣分').rules).toMatchObject([mayTake(0, null)]);
  });

  it('gives a count its number and a rate its target where its text asks for one', () => {
    expect(readSentence('少一次扣3分', { points: 6, content: '每年带队检查不少于2次' }).rules).toMatchObject([
      { kind: 'belowMinimum', minimum: 2, points: 3, per: 1 },
    ]);
    expect(readSentence('每低1个百分点扣0.5分', { content: '整改率达到95%以上' }).rules).toMatchObject([
      { kind: 'rate', target: 95, direction: 'atLeast' },
    ]);
  });

  it('gives nothing where its text asks for several numbers, or counts something else', () => {
    const several = { content: '每年检查不少于2次,演练不少于4次' };
    expect(readSentence('少一次扣3分', several).rules).toMatchObject([{ kind: 'each' }]);
    expect(readSentence('少一人扣3分', { content: '检查不少于2次' }).rules).toMatchObject([{ kind: 'each' }]);
  });
});

describe('points that are there before others are taken', () => {
  it('are marked, since the item begins with them', () => {
    expect(readSentence('计20分,每发现一起扣2分', { points: 20 }).rules).toMatchObject([
      { kind: 'earn', points: 20, start: true },
      { kind: 'each', points: 2 },
    ]);
  });

  it('bound what a rate takes where they are a part of the item', () => {
    const sentence = '整改率达到90%得4分,每低1个百分点扣0.5分';
    expect(readSentence(sentence, { points: 8 }).rules).toMatchObject([
      { kind: 'earn', points: 4, start: true },
      { kind: 'rate', target: 90, points: 0.5, cap: 4 },
    ]);
    expect(readSentence(sentence, { points: 4 }).rules[1]).not.toHaveProperty('cap');
  });

  it('are earned like any others where they are not the whole item', () => {
    expect(readSentence('有方案得2分,每缺一项扣0.5分', { points: 4 }).rules[0]).not.toHaveProperty('start');
  });
});

describe('how often something counts', () => {
  it('is kept with the words of the rule, for whoever counts', () => {
    expect(readSentence('每篇加0.5分,同一事项不重复加分').rules).toMatchObject([
      { kind: 'bonus', points: 0.5, text: '每篇加0.5分，同一事项不重复加分' },
    ]);
  });

  it('is no number to fall below where it is asked of every month', () => {
    const content = '每月带队检查不少于1次';
    expect(readSentence('少一次扣0.5分', { points: 6, content }).rules).toMatchObject([{ kind: 'each' }]);
  });
});

describe('rates', () => {
  it('count whole steps only where the sentence says that a begun one costs nothing', () => {
    const { rules } = readSentence('覆盖率不低于90%,每低5个百分点扣0.5分,不足5个百分点的不扣');
    expect(rules).toMatchObject([{ kind: 'rate', per: 5, partial: 'whole' }]);
  });

  it('cost their points once where there is a target and no step', () => {
    expect(readSentence('十万人口火灾死亡率高于0.19的扣3分').rules).toMatchObject([
      { kind: 'rate', target: 0.19, direction: 'atMost', points: 3, per: null },
    ]);
  });
});

describe('doubled and halved points', () => {
  it('belong to the one deduction before', () => {
    expect(readSentence('未整改的扣2分,弄虚作假的加倍扣分').rules).toMatchObject([
      { kind: 'failed', points: 2 },
      { kind: 'failed', points: 4 },
    ]);
  });

  it('are left to the clerk where there are several', () => {
    expect(readSentence('未整改的扣2分,未上报的扣1分,弄虚作假的加倍扣分').understood).toBe(false);
  });
});
