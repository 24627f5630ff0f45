import { describe, expect, it } from 'vitest';
import { isDrillDue, isDrillOverdue } from '#shared/rules/backups/drill.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const noon = new Date(2026, 10, 30, 12).getTime();

describe('a restore drill', () => {
  it('is due a month after the last, or after the first backup', () => {
    expect(isDrillDue(null, null, noon)).toBe(false);
    expect(isDrillDue(null, noon - 29 * DAY, noon)).toBe(false);
    expect(isDrillDue(null, noon - 30 * DAY, noon)).toBe(true);
    expect(isDrillDue({ at: noon - 29 * DAY, faults: [] }, noon - 90 * DAY, noon)).toBe(false);
    expect(isDrillDue({ at: noon - 30 * DAY, faults: [] }, noon - 90 * DAY, noon)).toBe(true);
    expect(isDrillOverdue(noon - 30 * DAY, noon - 90 * DAY, noon)).toBe(false);
  });

  it('that went wrong is due again the next day, and no sooner', () => {
    const last = { at: noon, faults: ['读不出来'] };
    expect(isDrillDue(last, noon - 90 * DAY, noon + HOUR / 2)).toBe(false);
    expect(isDrillDue(last, noon - 90 * DAY, noon + DAY)).toBe(true);
  });
});
