import { describe, expect, it } from 'vitest';
import { readStartTime, readWhen } from '#shared/rules/meetings/meeting-columns.ts';

describe('when a meeting of a list is', () => {
  it.each([
    ['2026-03-05', '2026-03-05', ''],
    ['2026年3月5日', '2026-03-05', ''],
    ['2026年3月5日（星期四）', '2026-03-05', ''],
    ['2026-03-05 9:30', '2026-03-05', '09:30'],
    ['2026-03-05 09:30:00', '2026-03-05', '09:30'],
    ['2026年3月5日下午3时', '2026-03-05', '15:00'],
    ['2026年3月5日(周四) 上午9点半', '2026-03-05', '09:30'],
  ])('is read from %s', (text, day, startTime) => {
    expect(readWhen(text)).toEqual({ day, startTime });
  });

  it.each(['', '3月上旬', '2026-02-30', '2026-03-05 25:00'])('is not guessed from “%s”', (text) => {
    expect(readWhen(text)).toBeNull();
  });

  it('keeps twelve at noon, and hours that are written late already', () => {
    expect(['下午12时', '下午15时', '晚上7点30分', '上午9：05'].map(readStartTime)).toEqual([
      '12:00',
      '15:00',
      '19:30',
      '09:05',
    ]);
  });
});
