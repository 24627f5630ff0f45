import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/calendar/days.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import {
  type DecisionFacts,
  decisionProblem,
  isPublished,
  lastPublicDay,
  objectionEnd,
  publicityEnd,
  publicityProblem,
  stageOf,
} from '#shared/rules/credit/course.ts';
import { discreditLevels } from '#shared/rules/credit/levels.ts';
import { repairableFrom, repairEndProblem, repairProblem } from '#shared/rules/credit/repair.ts';
import { usualCreditSettings as settings } from '#shared/rules/credit/settings.ts';

const workdays = workdaysOf({ firstYear: 2020, lastYear: 2040, publicHolidays: [], makeUpWorkdays: [] });
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2024-01-01', count));
const anyLevel = fc.constantFrom(...discreditLevels);

const proposed: DecisionFacts = {
  level: 'serious',
  proposedOn: '2026-03-02',
  noticedOn: null,
  deliveredOn: null,
  waivedOn: null,
  objectedOn: null,
  answeredOn: null,
  droppedOn: null,
  decidedOn: null,
  publishedUntil: null,
  repairedOn: null,
  revokedOn: null,
};
const delivered: DecisionFacts = { ...proposed, noticedOn: '2026-03-03', deliveredOn: '2026-03-04' };
const decided: DecisionFacts = { ...delivered, decidedOn: '2026-03-12', publishedUntil: '2029-03-12' };

function problemOn(facts: DecisionFacts, day: string): string | null {
  return decisionProblem(facts, day, objectionEnd(facts, settings, workdays), settings);
}

function stage(facts: DecisionFacts, day: string) {
  return stageOf(facts, objectionEnd(facts, settings, workdays)?.day ?? null, day);
}

describe('a discredit decision', () => {
  it('takes a notice, its delivery and the end of the time for objection', () => {
    expect(problemOn(proposed, '2026-03-10')).toContain('还没有事先告知');
    expect(problemOn({ ...proposed, noticedOn: '2026-03-03' }, '2026-03-10')).toContain('还没有送达');
    expect(objectionEnd(delivered, settings, workdays)).toEqual({ day: '2026-03-11', certain: true });
    expect(problemOn(delivered, '2026-03-11')).toContain('陈述申辩期到 2026-03-11 为止');
    expect(problemOn(delivered, '2026-03-11')).toContain('《行政处罚法》');
    expect(problemOn(delivered, '2026-03-12')).toBeNull();
  });

  it('waits for the answer to an objection, and not for the end of a time that was waived in writing', () => {
    const objected = { ...delivered, objectedOn: '2026-03-06' };
    expect(problemOn(objected, '2026-03-20')).toContain('还没有答复');
    expect(problemOn({ ...objected, answeredOn: '2026-03-16' }, '2026-03-13')).toContain('2026-03-16');
    expect(problemOn({ ...objected, answeredOn: '2026-03-16' }, '2026-03-16')).toBeNull();
    const waived = { ...delivered, waivedOn: '2026-03-05' };
    expect(problemOn(waived, '2026-03-05')).toBeNull();
    expect(problemOn(waived, '2026-03-04')).toContain('2026-03-05');
  });

  it('waits where the holidays that the time for objection depends on are not known, unless that was waived', () => {
    const facts = { ...delivered, noticedOn: '2041-01-02', deliveredOn: '2041-01-02' };
    expect(problemOn(facts, '2041-06-01')).toContain('节假日还没有公布');
    expect(problemOn({ ...facts, waivedOn: '2041-01-03' }, '2041-06-01')).toBeNull();
  });

  it('is never before the end of the time for objection unless that was waived', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5, max: 40 }), (deliveredOn, after) => {
        const facts = { ...proposed, noticedOn: deliveredOn, deliveredOn };
        const day = addDays(deliveredOn, after);
        const due = objectionEnd(facts, settings, workdays)!.day;
        expect(problemOn(facts, day) === null).toBe(day > due);
        expect(due > addDays(deliveredOn, settings.objection.term.count - 1)).toBe(true);
      }),
    );
  });

  it('goes through its stages and ends by itself on its day', () => {
    expect(stage(proposed, '2026-03-02')).toBe('proposed');
    expect(stage({ ...proposed, noticedOn: '2026-03-03' }, '2026-03-03')).toBe('noticed');
    expect(stage(delivered, '2026-03-11')).toBe('objecting');
    expect(stage(delivered, '2026-03-12')).toBe('ready');
    expect(stage({ ...delivered, objectedOn: '2026-03-06' }, '2026-04-01')).toBe('objected');
    expect(stage({ ...delivered, droppedOn: '2026-03-06' }, '2026-04-01')).toBe('dropped');
    expect(stage(decided, '2029-03-12')).toBe('published');
    expect(stage(decided, '2029-03-13')).toBe('expired');
    expect(stage({ ...decided, repairedOn: '2027-05-01' }, '2027-04-30')).toBe('published');
    expect(stage({ ...decided, revokedOn: '2027-05-01' }, '2027-04-30')).toBe('published');
    expect(stage({ ...decided, repairedOn: '2027-05-01' }, '2027-05-01')).toBe('repaired');
    expect(stage({ ...decided, revokedOn: '2026-04-01' }, '2026-04-01')).toBe('revoked');
  });
});

describe('publicity', () => {
  it('is never shorter than the minimum nor longer than the maximum of its level', () => {
    fc.assert(
      fc.property(anyDay, anyLevel, fc.integer({ min: 1, max: 60 }), (decidedOn, level, months) => {
        const { minMonths, maxMonths } = settings[level];
        const isAllowed = publicityProblem(level, months, settings) === null;
        expect(isAllowed).toBe(minMonths <= months && months <= maxMonths);
        if (!isAllowed) return;
        const until = publicityEnd(decidedOn, months);
        expect(until >= addMonths(decidedOn, minMonths)).toBe(true);
        expect(until <= addMonths(decidedOn, maxMonths)).toBe(true);
      }),
    );
  });

  it('is public on every day up to its last one, and on none after', () => {
    const ends = fc.option(fc.integer({ min: 0, max: 1_200 }), { nil: null });
    fc.assert(
      fc.property(ends, ends, fc.integer({ min: -10, max: 1_200 }), (repaired, revoked, offset) => {
        const dayAfter = (count: number | null) => (count === null ? null : addDays('2026-03-12', count));
        const facts = { ...decided, repairedOn: dayAfter(repaired), revokedOn: dayAfter(revoked) };
        const [day, last] = [addDays('2026-03-12', offset), lastPublicDay(facts)];
        expect(isPublished(facts, day)).toBe(last !== null && day >= '2026-03-12' && day <= last);
      }),
    );
  });

  it('ends on the last day of a shorter month', () => {
    expect(publicityEnd('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('a repair', () => {
  it('is applied for after the minimum term only, with the source in words', () => {
    expect(repairableFrom(decided, settings)).toBe('2027-03-13');
    expect(repairableFrom(delivered, settings)).toBeNull();
    expect(repairProblem(decided, '2027-03-12', settings)).toContain('最早 2027-03-13');
    expect(repairProblem(decided, '2027-03-12', settings)).toContain('第36号');
    expect(repairProblem(decided, '2027-03-13', settings)).toBeNull();
    expect(repairProblem(decided, '2029-03-13', settings)).toContain('正在公示');
    expect(repairProblem(delivered, '2029-03-13', settings)).toContain('正在公示');
  });

  it('is possible before publicity ends of both levels, as the office finds the terms', () => {
    for (const level of discreditLevels) {
      const publishedUntil = publicityEnd('2026-03-12', settings[level].usualMonths);
      const facts: DecisionFacts = { ...decided, level, publishedUntil };
      const from = repairableFrom(facts, settings)!;
      expect(repairProblem(facts, from, settings)).toBeNull();
      expect(repairEndProblem(facts, from, from, settings)).toBeNull();
      expect(from < publishedUntil).toBe(true);
    }
  });

  it('is never promised where publicity ends by itself before', () => {
    const facts: DecisionFacts = { ...decided, publishedUntil: '2027-03-12' };
    expect(repairableFrom(facts, settings)).toBeNull();
    expect(repairProblem(facts, '2027-03-12', settings)).toContain('自行结束，不用修复');
  });

  it('never makes publicity shorter than the time before a repair', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_100 }), (count) => {
        const endsOn = addDays('2026-03-12', count);
        if (repairEndProblem(decided, endsOn, '2026-03-12', settings) !== null) return;
        const last = lastPublicDay({ ...decided, repairedOn: endsOn })!;
        expect(last >= addMonths('2026-03-12', settings.serious.repairMonths)).toBe(true);
        expect(last <= '2029-03-12').toBe(true);
      }),
    );
    expect(repairEndProblem(decided, '2027-03-12', '2027-03-10', settings)).toContain('最早 2027-03-13');
    expect(repairEndProblem(decided, '2027-04-01', '2027-04-02', settings)).toContain('不能早于修复决定');
    expect(repairEndProblem(decided, '2029-03-14', '2027-04-02', settings)).toContain('自行结束');
  });
});
