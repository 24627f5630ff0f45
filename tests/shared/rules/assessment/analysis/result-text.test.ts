import { describe, expect, it } from 'vitest';
import { type ResultFacts, resultText } from '#shared/rules/assessment/analysis/result-text.ts';

const facts: ResultFacts = {
  name: '城东区',
  periodTitle: '2026年第三季度消防工作考核',
  groupName: '县(市、区)',
  objectCount: 12,
  decimals: 1,
  fullPoints: 100_000,
  total: 95_250,
  rank: 2,
  grade: '优秀',
  remark: '',
  complete: true,
  losses: [],
  bonuses: [],
  previous: null,
};

describe('the draft on a result', () => {
  it('says where the object stands, then what it lost and why', () => {
    const losses = [
      { number: '1.2', content: '定期研究消防工作；每季度不少于1次', points: 3_000, reason: '少1次，扣3分' },
      { number: '', content: '经费保障', points: 1_750, reason: '' },
    ];
    expect(resultText({ ...facts, losses, previous: { total: 90_000, rank: 5 } })).toBe(
      [
        '城东区：2026年第三季度消防工作考核得95.3分（满分100分），等次为优秀，在县(市、区)12个单位中列第2名，比上期上升3名。',
        '共失4.75分，主要情况：',
        '1. 定期研究消防工作（1.2）：失3分，少1次，扣3分。',
        '2. 经费保障：失1.75分。',
      ].join('\n'),
    );
  });

  it('says so where nothing was lost, and names bonus points apart', () => {
    const bonuses = [{ number: '8.1', content: '经验推广', points: 3_000, reason: '省级1次' }];
    expect(
      resultText({ ...facts, total: 103_000, bonuses })
        .split('\n')
        .slice(1),
    ).toEqual(['各项指标均未失分。', '加分情况：', '1. 经验推广（8.1）：加3分，省级1次。']);
  });

  it('does not claim a result that may still change', () => {
    const text = resultText({ ...facts, complete: false, remark: '未评3项' });
    expect(text).toContain('，未评3项。');
    expect(text).toContain('以上为暂时情况，还有未评的指标。');
    expect(text).not.toContain('均未失分');
  });

  it('gives no grade where nothing applies to the object', () => {
    expect(resultText({ ...facts, total: null, rank: null, grade: '', complete: true })).toContain(
      '没有适用的指标，不评定等次。',
    );
  });
});
