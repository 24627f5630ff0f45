import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayInMonth,
  daysBetween,
  lastDayOfMonth,
  localDay,
  weekdayOf,
} from '#shared/calendar/days.ts';
import { afterAll, describe, expect, it } from 'vitest';

/*
 * Days are texts and have no zone. The PC may stand in any; in some the clock jumps at midnight, as China's did from
 * 1986 to 1991, and Apia left out a whole day.
 */

const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const before = process.env['TZ'];
const DAY = 86_400_000;
const first = Date.UTC(1980, 0, 1) / DAY;
const last = Date.UTC(2060, 0, 1) / DAY;
const dayNumber = fc.integer({ min: first, max: last });
const written = (number: number) => new Date(number * DAY).toISOString().slice(0, 10);

afterAll(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

describe.each(zones)('In %s', (zone) => {
  it('days are counted as on a calendar, whatever the clock did between them', () => {
    process.env['TZ'] = zone;
    fc.assert(
      fc.property(dayNumber, dayNumber, (from, to) => {
        expect(addDays(written(from), to - from)).toBe(written(to));
        expect(daysBetween(written(from), written(to))).toBe(to - from);
        expect(weekdayOf(written(from))).toBe(new Date(from * DAY).getUTCDay() || 7);
        expect(addMonths(`${written(from).slice(0, 8)}01`, 12).slice(4)).toBe(
          `${written(from).slice(4, 8)}01`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('the day that Apia left out is one as any other', () => {
    process.env['TZ'] = zone;
    expect([addDays('2011-12-29', 1), addDays('2011-12-31', -1)]).toEqual(['2011-12-30', '2011-12-30']);
    expect([dayInMonth('2011-12-01', 30), weekdayOf('2011-12-30')]).toEqual(['2011-12-30', 5]);
    expect([addMonths('2011-11-30', 1), lastDayOfMonth('2011-12-30')]).toEqual(['2011-12-30', '2011-12-31']);
  });

  it('an instant belongs to the day that the PC shows', () => {
    process.env['TZ'] = zone;
    const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    fc.assert(
      fc.property(fc.integer({ min: first * DAY, max: last * DAY }), (instant) => {
        expect(localDay(instant)).toBe(shown.format(instant));
      }),
      { numRuns: 200 },
    );
  });
});
