import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, paperDay } from '#shared/calendar/days.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { namesPassedDay, readDue, unsureWorkday } from '#shared/rules/tasks/read-due.ts';
import { readTypedDay, unsureTypedDay } from '#shared/rules/tasks/read-typed-day.ts';

/** A Tuesday; from 1 to 7 October 2026 is a public holiday. */
const day = '2026-09-22';
const holidays = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
const workdays = workdaysOf({
  firstYear: 2026,
  lastYear: 2026,
  publicHolidays: holidays.map((each) => ({ day: each, name: '国庆节' })),
  makeUpWorkdays: [{ day: '2026-10-10', name: '国庆节' }],
});
const context = { day, workdays };

describe('a due day in a sentence', () => {
  it.each([
    ['各县(市、区)要在10月底前完成挂牌', '2026-10-31'],
    ['2026年10月31日前，各乡镇(街道)全部建立消防工作站', '2026-10-31'],
    ['２０２６年１０月３１日前完成', '2026-10-31'],
    ['十月三十一日前报市消安办', '2026-10-31'],
    ['二〇二六年十二月底前全面完成', '2026-12-31'],
    ['请于2026年11月15日前将方案报市消安办', '2026-11-15'],
    ['自查时间从即日起至12月20日', '2026-12-20'],
    ['11月上旬开展督查', '2026-11-10'],
    ['11月中旬前完成', '2026-11-20'],
    ['11月下旬', '2026-11-30'],
    ['本月底前完成', '2026-09-30'],
    ['月底前报送', '2026-09-30'],
    ['下月10日前报送', '2026-10-10'],
    ['下个月底前', '2026-10-31'],
    ['年底前全部销号', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['2027年底前', '2027-12-31'],
    ['明年6月底前', '2027-06-30'],
    ['年内完成', '2026-12-31'],
    ['第四季度末前完成', '2026-12-31'],
    ['四季度内', '2026-12-31'],
    ['本季度末', '2026-09-30'],
    ['2月底前完成', '2027-02-28'],
    ['三个工作日内反馈', '2026-09-25'],
    ['收到本通知后3个工作日内反馈', '2026-09-25'],
    ['每月召开一次会议，三个工作日内反馈', '2026-09-25'],
    ['10个工作日内报送整改方案', '2026-10-12'],
    ['15日内书面报告', '2026-10-07'],
    ['三日内', '2026-09-25'],
    ['一周内', '2026-09-29'],
    ['两周内', '2026-10-06'],
    ['半个月内', '2026-10-07'],
    ['一个月内', '2026-10-22'],
    ['本周五前', '2026-09-25'],
    ['下周三前', '2026-09-30'],
    ['本周内', '2026-09-27'],
    ['9月底前完成摸排，12月底前完成整治', '2026-12-31'],
  ])('%s → %s', (sentence, due) => {
    expect(readDue(sentence, context)?.day).toBe(due);
  });

  it.each([
    '市消安办要加强督导',
    '9月15日召开的全体会议指出',
    '8月底前已经完成的', // eleven months until the next one: not what is meant
    '2025年12月31日前',
    '国庆节前完成一轮检查',
    '10月前',
    '每月底前报送进展',
    '每季度末通报一次',
    '每月前5个工作日内报送',
    '每季度结束后10个工作日内报送',
    '下月第三个工作日内报送',
    '检查结束后5个工作日内上报结果',
    '13月底前',
    '2月30日前',
    '落实值班值守制度，日常巡查不少于两次',
  ])('%s names none that is certain', (sentence) => {
    expect(readDue(sentence, context)).toBeNull();
  });

  it('is not counted in workdays where the holidays are not known', () => {
    expect(readDue('三个工作日内反馈', { day, workdays: null })).toBeNull();
    expect(readDue('三个工作日内反馈', { day: '2026-12-30', workdays })).toBeNull();
    expect(unsureWorkday('三个工作日内反馈', { day: '2026-12-30', workdays })).toBe('2027-01-04');
    expect(unsureWorkday('三个工作日内反馈', context)).toBeNull();
    expect(unsureWorkday('三日内反馈', { day: '2026-12-30', workdays })).toBeNull();
    const several = '一个工作日内转办，十个工作日内反馈，三个工作日内补正';
    expect(unsureWorkday(several, { day: '2026-12-30', workdays })).toBe('2027-01-13');
    expect(unsureWorkday('每5个工作日内报送一次', { day: '2026-12-30', workdays })).toBeNull();
    expect(readDue('每5个工作日内报送一次', context)).toBeNull();
  });

  it('is found whatever stands around it, and never lies before the text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.constantFrom('请', '各单位要', '确保'),
        (days, before) => {
          const due = addDays(day, days);
          expect(readDue(`${before}${paperDay(due)}前完成整改。`, context)?.day).toBe(due);
          expect(readDue(`${before}${paperDay(addDays(day, -days - 1))}前完成整改。`, context)).toBeNull();
        },
      ),
    );
  });
});

describe('a day that has gone by', () => {
  const ofMeeting = { day: '2026-11-09', workdays: null };

  it.each([
    ['各县(市、区)10月31日前完成挂牌', true],
    ['各县(市、区)9月底前完成摸排', true],
    ['市教育局11月24日前完成排查', false],
    ['10月底前完成摸排，12月底前完成整治', false],
    ['长期开展电动自行车治理', false],
    ['三日内报送情况', false],
  ])('is said of “%s”: %s', (sentence, isPassed) => {
    expect(namesPassedDay(sentence, ofMeeting)).toBe(isPassed);
  });
});

describe('a due day typed in its field', () => {
  it.each([
    ['2026-10-31', '2026-10-31'],
    ['2026.10.31', '2026-10-31'],
    ['20261031', '2026-10-31'],
    ['10.31', '2026-10-31'],
    ['10/31', '2026-10-31'],
    ['1031', '2026-10-31'],
    ['3.15', '2027-03-15'],
    ['10月31日', '2026-10-31'],
    ['30', '2026-09-30'],
    ['30日', '2026-09-30'],
    ['10月底', '2026-10-31'],
    ['10月底前', '2026-10-31'],
    ['年底', '2026-12-31'],
    ['下周五', '2026-10-02'],
    ['15日内', '2026-10-07'],
    ['3个工作日', '2026-09-25'],
    ['3工作日', '2026-09-25'],
  ])('%s is %s', (typed, due) => {
    expect(readTypedDay(typed, context)).toBe(due);
  });

  it('in workdays is told to run through holidays that are not known, and only then', () => {
    const late = { day: '2026-12-28', workdays };
    for (const typed of ['10个工作日', '10个工作日内', '十个工作日内'])
      expect([typed, readTypedDay(typed, late), unsureTypedDay(typed, late)]).toEqual([
        typed,
        null,
        '2027-01-11',
      ]);
    for (const typed of ['3个工作日内', '15日内', '尽快', ''])
      expect([typed, unsureTypedDay(typed, late)]).toEqual([typed, null]);
  });

  it.each([
    '',
    '31',
    '13.1',
    '2.30',
    '尽快',
    '5',
    '本月最后一个工作日',
    '下月第三个工作日',
    '每月最后一个工作日',
    '检查结束后5个工作日',
    '检查结束后5个工作日内',
    '下月第三个工作日内',
  ])('%s is not understood', (typed) => {
    expect(readTypedDay(typed, context)).toBeNull();
  });
});
