import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf, workdaysBetween } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { LedgerDefinition, LedgerValues } from '#shared/rules/ledgers/definition.ts';
import { approvals } from '#shared/rules/ledgers/definitions/approvals.ts';
import { certificates } from '#shared/rules/ledgers/definitions/certificates.ts';
import { goodPractices } from '#shared/rules/ledgers/definitions/good-practices.ts';
import { guidance } from '#shared/rules/ledgers/definitions/guidance.ts';
import { notableFires } from '#shared/rules/ledgers/definitions/notable-fires.ts';
import { population } from '#shared/rules/ledgers/definitions/population.ts';
import { posts } from '#shared/rules/ledgers/definitions/posts.ts';
import { usualStandards } from '#shared/rules/ledgers/due.ts';
import { readHolidays } from '#main/core/holidays.ts';

const today = '2026-11-20';
const workdays = workdaysOf(readHolidays('resources'));

function told(definition: LedgerDefinition, values: LedgerValues) {
  const around = { today, standards: usualStandards(definition) };
  const texts = definition.derived?.map(({ name, text }) => `${name} ${text(values, around)}`) ?? [];
  const problems = definition.checks?.(values, around).map(({ text }) => text) ?? [];
  const numbers = definition.measures?.flatMap((measure) =>
    measure.kind === 'share' ? [] : [[measure.key, measure.of(values, around)] as const],
  );
  return { texts, problems, numbers: Object.fromEntries(numbers ?? []) };
}

const fire = {
  day: '2026-11-10',
  time: '',
  dead: 0,
  injured: 0,
  severe: null,
  loss: 0,
  state: 'flash',
  liability: '',
};
const WAN = 1_000_000;

describe('a fire', () => {
  it.each([
    [{ dead: 2, severe: 9, injured: 9, loss: 999 * WAN }, '一般'],
    [{ dead: 3 }, '较大'],
    [{ injured: 10, severe: 10 }, '较大'],
    [{ loss: 1_000 * WAN }, '较大'],
    [{ dead: 10 }, '重大'],
    [{ injured: 50, severe: 50 }, '重大'],
    [{ loss: 5_000 * WAN }, '重大'],
    [{ dead: 30 }, '特别重大'],
    [{ injured: 100, severe: 100 }, '特别重大'],
    [{ loss: 10_000 * WAN }, '特别重大'],
  ])('of %o is graded %s as the ordinance has it', (grave, grade) => {
    expect(told(notableFires, { ...fire, ...grave }).texts).toEqual([`火灾等级 ${grade}`]);
  });

  it('is never graded lower for more people or money lost', () => {
    const order = ['一般', '较大', '重大', '特别重大'];
    const count = fc.nat(120);
    const rankOf = (values: LedgerValues) =>
      order.indexOf(told(notableFires, { ...fire, ...values }).texts[0]!.replace('火灾等级 ', ''));
    const damage = fc.record({ dead: count, severe: count, loss: fc.nat(12_000 * WAN) });
    fc.assert(
      fc.property(damage, damage, (one, more) => {
        const both = {
          dead: one.dead + more.dead,
          severe: one.severe + more.severe,
          loss: one.loss + more.loss,
        };
        expect(rankOf(both)).toBeGreaterThanOrEqual(rankOf(one));
      }),
    );
  });

  it('says what cannot be, and what is still open', () => {
    const problems = (values: LedgerValues) => told(notableFires, { ...fire, ...values }).problems;
    expect(problems({ day: '2026-11-21' })).toEqual(['起火日期还没有到，请核对']);
    expect(problems({ time: '25:10' })).toEqual(['起火时刻请写成 14:30 这样']);
    expect(problems({ injured: 1, severe: 2 })).toEqual(['重伤人数不能比受伤人数多，请核对']);
    expect(problems({ handledOn: '2026-11-09' })).toEqual(['处理完毕日期在起火日期以前，请核对']);
    expect(problems({ day: '2026-10-01' })).toEqual(['快报已超过 30 天，请核定']);
    expect(problems({ dead: 3 })).toEqual(['较大以上火灾，请登记责任追究']);
    expect(problems({ injured: 12 })).toEqual(['受伤 12 人，请填写其中重伤，才能定火灾等级']);
    expect(problems({ state: 'verified', day: '2026-10-01' })).toEqual([]);
  });
});

describe('posts', () => {
  it('are vacant where people are missing, and too many people fill no posts of others', () => {
    const short = told(posts, { approved: 5, filled: 3, approvedOn: null });
    expect(short).toMatchObject({ texts: ['空缺 2 名'], problems: [], numbers: { vacant: 2 } });
    const over = told(posts, { approved: 3, filled: 5, approvedOn: null });
    expect(over.problems).toEqual(['实有 5 人，比核定编制多 2 人，请核对']);
    expect(over.numbers).toMatchObject({ vacant: 0, filled: 5 });
  });
});

describe('a certificate', () => {
  it('is valid up to its last day, and for ever without one', () => {
    const valid = (expiresOn: string | null) => told(certificates, { expiresOn }).numbers['valid'];
    expect([valid('2026-11-19'), valid(today), valid(null)]).toEqual([0, 1, 1]);
    expect(told(certificates, { issuedOn: '2026-01-01', expiresOn: '2025-01-01' }).problems).toEqual([
      '有效期在发证日期以前，请核对',
    ]);
  });
});

describe('population', () => {
  it('cannot be of a year to come, nor smaller than its households', () => {
    expect(told(population, { year: 2027, permanent: 9 }).problems).toEqual(['年份还没有到，请核对']);
    expect(told(population, { year: 2025, permanent: 9, households: 10 }).problems).toHaveLength(1);
    expect(told(population, { year: 2025, permanent: 1_000, area: 250 }).texts).toEqual([
      '人口密度 400 人/㎢',
    ]);
  });
});

describe('an approval', () => {
  const keptOf = (values: LedgerValues) =>
    Object.fromEntries(approvals.kept!.map(({ key, of }) => [key, of(values, workdays)]));

  it('is promised and done in workdays, holidays and make-up days counted as they are', () => {
    const values = { receivedOn: '2026-09-30', promised: 3, doneOn: '2026-10-12', state: 'granted' };
    expect(keptOf(values)).toEqual({ promisedOn: '2026-10-10', usedDays: 4 });
    const done = told(approvals, { ...values, ...keptOf(values) });
    expect(done.texts).toEqual(['实际用时 4 个工作日']);
    expect(done.problems).toEqual(['实际用了 4 个工作日，超过承诺的 3 个']);
    expect(done.numbers).toMatchObject({ done: 1, promisedDone: 1, within: 0, days: 4 });
  });

  it('takes no workday on the day it comes, and as many as its term up to the last day of it', () => {
    expect(keptOf({ receivedOn: today, promised: 0, doneOn: today, state: 'granted' })).toEqual({
      promisedOn: today,
      usedDays: 0,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
        const { day } = lastDayOf('2026-01-05', { count, unit: 'workday', movesToWorkday: false }, workdays);
        expect(workdaysBetween('2026-01-05', day, workdays)).toBe(count);
      }),
    );
  });

  it('says when state and days do not agree', () => {
    const problems = (values: LedgerValues) =>
      told(approvals, { receivedOn: '2026-11-02', ...values }).problems;
    expect(problems({ state: 'granted', doneOn: null })).toEqual(['已经办结的，请填写办结日期']);
    expect(problems({ state: 'open', doneOn: '2026-11-03' })).toHaveLength(1);
    expect(problems({ state: 'granted', doneOn: '2026-11-01' })).toEqual(['办结日期在受理日期以前，请核对']);
    expect(approvals.due!.on({ state: 'granted', promisedOn: today }, {})).toBeNull();
  });
});

describe('services', () => {
  it('tell how far guidance is', () => {
    const of = (values: LedgerValues) => told(guidance, { day: '2026-11-01', ...values });
    expect(of({}).texts).toEqual(['进展 待上门']);
    expect(of({ visitedOn: '2026-11-02' }).texts).toEqual(['进展 已上门，未解决']);
    expect(of({ solvedOn: '2026-11-05' })).toMatchObject({
      texts: ['进展 已解决，4 天'],
      numbers: { solved: 1, days: 4 },
    });
    expect(of({ solvedOn: '2026-10-31' }).problems).toEqual(['解决日期在提出日期以前，请核对']);
  });

  it('show the last stage that a good practice reached, whose days follow each other', () => {
    const of = (values: LedgerValues) => told(goodPractices, { collectedOn: '2026-04-01', ...values });
    expect(of({}).texts).toEqual(['阶段 收集 2026-04-01']);
    expect(of({ promotedOn: '2026-06-01' }).texts).toEqual(['阶段 被省推广 2026-06-01']);
    expect(of({ reportedOn: '2026-05-01', forwardedOn: '2026-04-20' }).problems).toEqual([
      '转发日期在上报日期以前，请核对',
    ]);
  });
});
