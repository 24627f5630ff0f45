import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { lastDayOf, type Term, termText } from '#shared/rules/calendar/term.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { readHolidays } from '#main/core/holidays.ts';

const workdays = workdaysOf(readHolidays('resources'));
const days = (count: number, movesToWorkday = false): Term => ({ count, unit: 'day', movesToWorkday });
const workingDays = (count: number): Term => ({ count, unit: 'workday', movesToWorkday: false });

describe('a workday', () => {
  it.each([
    ['2026-10-09', true, 'a Friday'],
    ['2026-10-10', true, 'a Saturday that is worked for the holiday before'],
    ['2026-10-01', false, 'the National Day'],
    ['2026-10-17', false, 'a Saturday'],
  ])('%s: %s, %s', (day, expected) => {
    expect(workdays.isWorkday(day)).toBe(expected);
  });

  it('is not known in a year whose holidays have not been announced', () => {
    expect(workdays.isKnown('2026-12-31')).toBe(true);
    expect(workdays.isKnown('2027-01-01')).toBe(false);
  });
});

describe('the last day of a term', () => {
  it.each([
    ['2026-09-15', days(15), '2026-09-30', 'the first day is not counted'],
    ['2026-09-25', days(6), '2026-10-01', 'plain days do not mind holidays'],
    ['2026-09-25', days(6, true), '2026-10-08', 'moved to the first workday after the holidays'],
    ['2026-09-30', workingDays(3), '2026-10-10', '8, 9 and the make-up Saturday'],
    ['2026-11-23', workingDays(7), '2026-12-02', 'weekends are left out'],
  ])('from %s is as counted by hand', (first, term, expected) => {
    expect(lastDayOf(first, term, workdays)).toEqual({ day: expected, certain: true });
  });

  it('is uncertain where it runs into a year without announced holidays', () => {
    expect(lastDayOf('2026-12-28', workingDays(7), workdays).certain).toBe(false);
    expect(lastDayOf('2026-12-28', days(7, true), workdays).certain).toBe(false);
    expect(lastDayOf('2026-12-28', days(7), workdays).certain).toBe(true);
  });

  it('holds as many workdays after the first day as the term has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const first = addDays('2024-01-01', offset);
        const { day } = lastDayOf(first, workingDays(count), workdays);
        let found = 0;
        for (let each = addDays(first, 1); each <= day; each = addDays(each, 1)) {
          if (workdays.isWorkday(each)) found += 1;
        }
        expect(found).toBe(count);
        expect(workdays.isWorkday(day)).toBe(true);
      }),
    );
  });
});

it('says a term in words', () => {
  expect([termText(days(15)), termText(workingDays(7))]).toEqual(['15 日', '7 个工作日']);
});
