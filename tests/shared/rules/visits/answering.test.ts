import { answersThatCount, type AskedItem, countAnswers } from '#shared/rules/visits/answering.ts';
import { visitDayProblem } from '#shared/rules/visits/day.ts';
import { describe, expect, it } from 'vitest';

const section = (uid: string, parentUid: string | null = null): AskedItem => ({
  uid,
  parentUid,
  kind: 'section',
});
const question = (uid: string, parentUid: string): AskedItem => ({ uid, parentUid, kind: 'question' });
const items = [section('a'), section('b', 'a'), question('b1', 'b'), question('a1', 'a'), section('c')];

describe('answers to a checklist', () => {
  it('do not count below a section that does not apply, however deep', () => {
    const given = new Map([
      ['a', 'notApplicable'],
      ['b1', 'fail'],
      ['a1', 'pass'],
    ] as const);
    expect([...answersThatCount(items, given)]).toEqual([['a', 'notApplicable']]);
    expect(countAnswers(items, given)).toEqual({ questions: 0, answered: 0, failed: 0 });
  });

  it('say of a section only that it does not apply', () => {
    const given = new Map([
      ['c', 'fail'],
      ['b1', 'fail'],
    ] as const);
    expect([...answersThatCount(items, given)]).toEqual([['b1', 'fail']]);
    expect(countAnswers(items, given)).toEqual({ questions: 2, answered: 1, failed: 1 });
  });
});

describe('the day of a visit', () => {
  const campaign = { firstDay: '2026-11-01', lastDay: '2026-11-30' };

  it('lies within the campaign, both of its ends included', () => {
    expect(visitDayProblem('2026-11-01', campaign, '2026-12-05')).toBeNull();
    expect(visitDayProblem('2026-11-30', campaign, '2026-12-05')).toBeNull();
    expect(visitDayProblem('2026-12-01', campaign, '2026-12-05')).toContain('之间');
    expect(visitDayProblem('2026-10-31', campaign, '2026-12-05')).toContain('之间');
  });

  it('has come', () => {
    expect(visitDayProblem('2026-11-20', campaign, '2026-11-19')).toContain('不能晚于今天');
  });
});
