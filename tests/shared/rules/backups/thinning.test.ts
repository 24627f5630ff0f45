import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDay } from '#shared/calendar/days.ts';
import { type DatedBackup, defaultThinning, surplusBackups } from '#shared/rules/backups/thinning.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const noon = new Date(2026, 10, 30, 12).getTime();

function backupAt(madeAt: number, isBeforeMigration = false): DatedBackup {
  return { name: String(madeAt), madeAt, isBeforeMigration };
}

function keptOf(backups: readonly DatedBackup[], now = noon, rule = defaultThinning): DatedBackup[] {
  const surplus = new Set(surplusBackups(backups, now, rule));
  return backups.filter((backup) => !surplus.has(backup));
}

describe('the thinning of backups', () => {
  it('keeps all of two days, then the last of each day, week and month', () => {
    const rule = { allDays: 2, daily: 3, weekly: 3, monthly: 3 };
    const days = (...ages: number[]) => ages.map((age) => backupAt(noon - age * DAY));
    const backups = days(0, 0.1, 0.2, 1, 1.2, 2, 2.2, 3, 5, 6, 8, 13, 20, 31, 40, 61, 90);
    const ages = keptOf(backups, noon, rule).map(({ madeAt }) => (noon - madeAt) / DAY);
    // 30 November 2026 is a Monday: its week, the week before, and the one before that.
    expect(ages).toEqual([0, 0.1, 0.2, 1, 1.2, 2, 8, 31, 61]);
  });

  it('leaves of a year of hourly backups, thinned each day, 24 monthly ones at most and no gap in what is fresh', () => {
    let kept: DatedBackup[] = [];
    const start = new Date(2026, 0, 1, 9).getTime();
    for (let day = 0; day < 365; day += 1) {
      const now = start + day * DAY;
      for (let hour = 0; hour < 4; hour += 1) kept.push(backupAt(now - (3 - hour) * HOUR));
      kept = keptOf(kept, now);
    }
    const months = new Set(kept.map(({ madeAt }) => localDay(madeAt).slice(0, 7)));
    expect(months.size).toBe(12);
    expect(kept.length).toBeLessThanOrEqual(8 + 12 + 10 + 12);
    expect(keptOf(kept, start + 364 * DAY)).toEqual(kept);
  });

  const histories = fc.array(
    fc.record({ age: fc.integer({ min: -2 * DAY, max: 900 * DAY }), isBeforeMigration: fc.boolean() }),
    { minLength: 1, maxLength: 80 },
  );
  const rules = fc.record({
    allDays: fc.integer({ min: 1, max: 5 }),
    daily: fc.integer({ min: 1, max: 40 }),
    weekly: fc.integer({ min: 1, max: 20 }),
    monthly: fc.integer({ min: 1, max: 40 }),
  });

  it('never takes the newest, nothing of 24 hours, and leaves one of each month that the rule covers', () => {
    fc.assert(
      fc.property(histories, rules, (history, rule) => {
        const backups = history.map(({ age, isBeforeMigration }) => backupAt(noon - age, isBeforeMigration));
        const kept = new Set(keptOf(backups, noon, rule));
        const latestFirst = backups.toSorted((one, other) => other.madeAt - one.madeAt);
        expect(kept.has(latestFirst[0]!)).toBe(true);
        for (const backup of backups) if (backup.madeAt > noon - DAY) expect(kept.has(backup)).toBe(true);
        const monthsOf = (all: Iterable<DatedBackup>) => [
          ...new Set([...all].map(({ madeAt }) => localDay(madeAt).slice(0, 7))),
        ];
        const keptMonths = new Set(monthsOf(kept));
        for (const month of monthsOf(latestFirst).slice(0, rule.monthly)) {
          expect(keptMonths.has(month)).toBe(true);
        }
        const beforeMigration = latestFirst.find(({ isBeforeMigration }) => isBeforeMigration);
        if (beforeMigration !== undefined) expect(kept.has(beforeMigration)).toBe(true);
      }),
    );
  });

  it('has nothing left to take when it is applied again', () => {
    fc.assert(
      fc.property(histories, rules, (history, rule) => {
        const backups = history.map(({ age }) => backupAt(noon - age));
        expect(surplusBackups(keptOf(backups, noon, rule), noon, rule)).toEqual([]);
      }),
    );
  });
});
