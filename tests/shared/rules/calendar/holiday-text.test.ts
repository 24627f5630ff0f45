import { describe, expect, it } from 'vitest';
import { holidayText, readHolidayText } from '#shared/rules/calendar/holiday-text.ts';
import { readHolidays } from '#main/core/holidays.ts';

describe('the text of a year of holidays', () => {
  it('is read as the State Council announces it', () => {
    const read = readHolidayText(
      [
        '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
        '二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
        '四、劳动节：5月1日（周五）放假。',
        '祝大家节日快乐',
      ].join('\n'),
      2026,
    );
    expect(read.publicHolidays.map(({ day }) => day).slice(0, 4)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-02-15',
    ]);
    expect(read.publicHolidays).toHaveLength(13);
    expect(read.publicHolidays.at(-1)).toEqual({ day: '2026-05-01', name: '劳动节' });
    expect(read.makeUpWorkdays).toEqual([
      { day: '2026-01-04', name: '元旦' },
      { day: '2026-02-14', name: '春节' },
      { day: '2026-02-28', name: '春节' },
    ]);
    expect(read.unread).toEqual(['祝大家节日快乐']);
  });

  it('comes back as it was, for every year that comes with the program', () => {
    const { publicHolidays, makeUpWorkdays, firstYear, lastYear } = readHolidays('resources');
    for (let year = firstYear; year <= lastYear; year += 1) {
      const ofYear = ({ day }: { day: string }) => day.startsWith(`${year}-`);
      const days = {
        publicHolidays: publicHolidays.filter(ofYear),
        makeUpWorkdays: makeUpWorkdays.filter(ofYear),
      };
      const read = readHolidayText(holidayText(days), year);
      expect(read.unread).toEqual([]);
      expect(read.publicHolidays).toEqual(days.publicHolidays);
      expect(read.makeUpWorkdays).toEqual(days.makeUpWorkdays);
    }
  });
});
