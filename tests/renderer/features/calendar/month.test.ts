import { describe, expect, it } from 'vitest';
import { addMonths } from '#shared/calendar/days.ts';
import { dayByKey, dayWords, sheetOf } from '#renderer/features/calendar/month.ts';

describe('the sheet of a month', () => {
  it.each([
    ['2026-11', '2026-10-26', '2026-12-06'],
    ['2026-06', '2026-06-01', '2026-07-12'],
    ['2027-02', '2027-02-01', '2027-03-14'],
    ['2026-03', '2026-02-23', '2026-04-05'],
  ])('of %s goes from Monday %s over six weeks to %s', (month, first, last) => {
    const days = sheetOf(month).flat();
    expect(days).toHaveLength(42);
    expect([days[0], days.at(-1)]).toEqual([first, last]);
    expect(new Set(days).size).toBe(42);
  });

  it.each([
    ['ArrowLeft', '2026-11-01', '2026-10-31'],
    ['ArrowRight', '2026-12-31', '2027-01-01'],
    ['ArrowUp', '2026-11-25', '2026-11-18'],
    ['ArrowDown', '2026-11-25', '2026-12-02'],
    ['PageUp', '2026-03-31', '2026-02-28'],
    ['PageDown', '2026-12-15', '2027-01-15'],
    ['Home', '2026-11-25', '2026-11-23'],
    ['End', '2026-11-25', '2026-11-29'],
    ['a', '2026-11-25', null],
  ])('is gone over by %s, from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from)).toBe(to);
  });

  it('goes back over the turn of a year', () => {
    expect(addMonths('2027-01-31', -2)).toBe('2026-11-30');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('names a day with its weekday', () => {
    expect(dayWords('2026-11-29')).toBe('11月29日 周日');
  });
});
