import { describe, expect, it } from 'vitest';
import { dayClassOf } from '#shared/rules/duty/day-class.ts';
import type { DutyCell, DutyPerson, DutyShift } from '#shared/rules/duty/model.ts';
import { greedyRoster } from '#shared/rules/duty/propose/greedy.ts';
import type { DutyProblem } from '#shared/rules/duty/propose/problem.ts';
import { qualityWords } from '#shared/rules/duty/propose/result-words.ts';
import { seatPlaces } from '#shared/rules/duty/propose/seat-places.ts';
import { shortagesOf } from '#shared/rules/duty/propose/shortages.ts';
import { nightShift, placesOf, shiftAt, shiftHours } from '#shared/rules/duty/shifts.ts';
import { violationsOf } from '#shared/rules/duty/violations.ts';

const whole: DutyShift = { uid: 'whole', name: '全天', startsAt: '08:30', leaders: 1, officers: 1 };
const day: DutyShift = { ...whole, uid: 'day', name: '白班' };
const night: DutyShift = { ...whole, uid: 'night', name: '夜班', startsAt: '17:30' };

const person = (uid: string, more: Partial<DutyPerson> = {}): DutyPerson => ({
  uid,
  name: uid,
  canLead: true,
  canServe: true,
  lastDay: null,
  leaves: [],
  ...more,
});
const cell = (date: string, personUid: string, more: Partial<DutyCell> = {}): DutyCell => ({
  day: date,
  shiftUid: 'whole',
  role: 'leader',
  place: 1,
  personUid,
  pinned: false,
  ...more,
});

describe('shifts', () => {
  it('last until the next one begins, the last one over midnight', () => {
    expect(shiftHours([day, night], 'day')).toBe('08:30至17:30');
    expect(shiftHours([night, day], 'night')).toBe('17:30至次日08:30');
    expect(shiftHours([whole], 'whole')).toBe('08:30至次日08:30');
    expect(shiftAt([day, night], '2026-10-02', '03:00')).toEqual({ day: '2026-10-01', shift: night });
    expect(shiftAt([day, night], '2026-10-02', '12:00')).toEqual({ day: '2026-10-02', shift: day });
  });

  it('of 24 hours are the night, of two only the later one', () => {
    expect(nightShift([whole])).toBe(whole);
    expect(nightShift([day, night])).toBe(night);
  });
});

describe('days', () => {
  it('off around a holiday are counted as holidays, make-up workdays as weekdays', () => {
    const classOf = dayClassOf({
      publicHolidays: [{ day: '2026-10-02', name: '国庆节' }],
      makeUpWorkdays: [{ day: '2026-10-10', name: '国庆节' }],
    });
    expect(['2026-10-02', '2026-10-10', '2026-10-11', '2026-10-12'].map(classOf)).toEqual([
      'holiday',
      'weekday',
      'weekend',
      'weekday',
    ]);
  });
});

describe('violations', () => {
  const textsOf = (cells: DutyCell[], people: DutyPerson[], shifts = [whole], around = [] as never[]) =>
    violationsOf({ cells, people, shifts, around }).map(({ text }) => text);

  it('name two nights running on the second of them', () => {
    expect(textsOf([cell('2026-10-01', '张三'), cell('2026-10-02', '张三')], [person('张三')])).toEqual([
      '张三10月1日、10月2日连值两个夜班',
    ]);
    expect(textsOf([cell('2026-10-01', '张三'), cell('2026-10-03', '张三')], [person('张三')])).toEqual([]);
  });

  it('let a night follow a day on the next date, but no day a night', () => {
    const shifts = [day, night];
    const [first, second] = ['2026-10-01', '2026-10-02'];
    const cells = [cell(first, '张三', { shiftUid: 'day' }), cell(second, '张三', { shiftUid: 'night' })];
    expect(textsOf(cells, [person('张三')], shifts)).toEqual([]);
    const other = [cell(first, '张三', { shiftUid: 'night' }), cell(second, '张三', { shiftUid: 'day' })];
    expect(textsOf(other, [person('张三')], shifts)).toEqual(['张三10月1日值了夜班，10月2日又排了班']);
  });

  it('name leave, the end of duty, a role that is not theirs and two places on one day', () => {
    const leave = { uid: 'l', firstDay: '2026-10-01', lastDay: '2026-10-03', reason: '年休假' };
    const people = [
      person('张三', { leaves: [leave] }),
      person('李四', { lastDay: '2026-09-30' }),
      person('王五', { canLead: false }),
      person('赵六'),
    ];
    const texts = textsOf(
      [
        cell('2026-10-01', '张三'),
        cell('2026-10-02', '李四'),
        cell('2026-10-03', '王五'),
        cell('2026-10-05', '赵六'),
        cell('2026-10-05', '赵六', { role: 'officer' }),
      ],
      people,
    );
    expect(texts).toEqual([
      '张三10月1日请假（年休假）',
      '李四自10月1日起不再值班',
      '王五没有列为带班领导',
      '赵六10月5日排了两处',
      '赵六10月5日排了两处',
    ]);
  });
});

describe('a proposal that cannot fill every place', () => {
  const problem: DutyProblem = {
    days: [
      { day: '2026-10-01', dayClass: 'holiday' },
      { day: '2026-10-02', dayClass: 'holiday' },
    ],
    shifts: [{ uid: 'whole', isNight: true, leaders: 1, officers: 0 }],
    people: [
      {
        uid: '张三',
        canLead: true,
        canServe: true,
        awayOn: [],
        counts: { holiday: 0, weekend: 0, weekday: 0 },
      },
      {
        uid: '李四',
        canLead: true,
        canServe: true,
        awayOn: ['2026-10-01', '2026-10-02'],
        counts: { holiday: 0, weekend: 0, weekday: 0 },
      },
    ],
    around: [],
    pinned: [],
    present: [],
  };
  const names = { person: (uid: string) => uid, shift: () => '' };

  it('says who is missing on which day and why nobody else can', () => {
    expect(shortagesOf(problem, greedyRoster(problem, false), names)).toEqual([
      '10月2日（周五）缺带班领导 1 人：张三10月1日值班，要隔一天，李四请假或不在。',
    ]);
    const nobody = { ...problem, people: problem.people.map((each) => ({ ...each, canLead: false })) };
    expect(shortagesOf(nobody, [], names)[0]).toBe(
      '10月1日（周四）缺带班领导 1 人：人员里没有人列为带班领导。',
    );
  });

  it('is called the best only where that is proved', () => {
    expect(qualityWords([{ aim: 'weekend', value: 8, bound: 8 }])).toBe('最优：已证明没有更均衡的排法');
    expect(qualityWords([{ aim: 'weekend', value: 100, bound: 98 }])).toBe(
      '时间到，还没有证明是最优：“周末均衡”最多还能改进 2%',
    );
  });
});

describe('places of a role', () => {
  it('stay whose they were, and only the others are filled anew', () => {
    const two = { ...whole, leaders: 0, officers: 2 };
    const seat = (personUid: string) => ({
      day: '2026-10-01',
      shiftUid: 'whole',
      role: 'officer' as const,
      personUid,
    });
    const now = [
      cell('2026-10-01', '张三', { role: 'officer', place: 1 }),
      cell('2026-10-01', '李四', { role: 'officer', place: 2, pinned: true }),
    ];
    const seated = seatPlaces(placesOf(['2026-10-01'], [two]), [seat('李四'), seat('王五')], now);
    expect(seated.map(({ personUid, pinned }) => [personUid, pinned])).toEqual([
      ['王五', false],
      ['李四', true],
    ]);
  });
});
