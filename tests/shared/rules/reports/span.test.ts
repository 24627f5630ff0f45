import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import {
  calendarKinds,
  kindOfSpan,
  lastYearOf,
  monthsOf,
  movedSpan,
  spanAround,
  spanWords,
  usualSpan,
} from '#shared/rules/reports/span.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset));
const kind = fc.constantFrom(...calendarKinds);

describe('the time of a report', () => {
  it('is the whole month, quarter, half-year or year around any day, and is known as such again', () => {
    fc.assert(
      fc.property(kind, day, (wanted, within) => {
        const span = spanAround(wanted, within);
        expect(span.from <= within && within <= span.to).toBe(true);
        expect(kindOfSpan(span)).toBe(wanted);
      }),
    );
  });

  it('follows the one before without a gap, and going on and back comes to the same', () => {
    fc.assert(
      fc.property(kind, day, (wanted, within) => {
        const span = spanAround(wanted, within);
        const before = movedSpan(span, -1);
        expect(addDays(before.to, 1)).toBe(span.from);
        expect(movedSpan(before, 1)).toEqual(span);
      }),
    );
  });

  it('falls apart into its months without a gap, whole or not', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const span = { from, to: addDays(from, length) };
        const months = monthsOf(span);
        expect([months[0]?.from, months.at(-1)?.to]).toEqual([span.from, span.to]);
        for (const [place, month] of months.slice(1).entries())
          expect(month.from).toBe(addDays(months[place]?.to ?? '', 1));
      }),
    );
  });

  it('is compared with the same time a year ago, the end of February staying the end of it', () => {
    expect(lastYearOf({ from: '2025-02-01', to: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(lastYearOf({ from: '2026-03-10', to: '2026-04-20' })).toEqual({
      from: '2025-03-10',
      to: '2025-04-20',
    });
  });

  it('of free days is compared with as many days before it', () => {
    expect(movedSpan({ from: '2026-03-11', to: '2026-03-20' }, -1)).toEqual({
      from: '2026-03-01',
      to: '2026-03-10',
    });
  });

  it('is usually the one that has ended last, or is about to end', () => {
    expect(usualSpan('quarter', '2026-11-29').to).toBe('2026-09-30');
    expect(usualSpan('quarter', '2026-12-05').to).toBe('2026-12-31');
    expect(usualSpan('month', '2026-11-18').to).toBe('2026-10-31');
  });

  it('is called as offices call it', () => {
    const words = calendarKinds.map((each) => spanWords(spanAround(each, '2026-08-15')));
    expect(words).toEqual(['2026年8月', '2026年第三季度', '2026年下半年', '2026年']);
    expect(spanWords({ from: '2026-08-15', to: '2026-08-20' })).toBe('2026-08-15 至 2026-08-20');
  });
});
