import { describe, expect, it } from 'vitest';
import type { BrigadeCourse, StageDays } from '#shared/rules/brigades/model.ts';
import { brigadeState, lateStages, reachedStage, shortfalls } from '#shared/rules/brigades/state.ts';

const TODAY = '2026-09-30';
const unknown: StageDays = { plannedOn: null, doneOn: null };
const empty: BrigadeCourse = {
  site: unknown,
  building: unknown,
  vehicles: unknown,
  people: unknown,
  duty: unknown,
};
const standard = { people: 8, drivers: 2, tenders: 1, source: '' };

describe('a brigade', () => {
  it('is built when it is on duty, whatever the earlier stages say', () => {
    const course = {
      ...empty,
      building: { plannedOn: '2026-08-01', doneOn: null },
      duty: { plannedOn: null, doneOn: TODAY },
    };
    expect(brigadeState(course, TODAY)).toBe('built');
    expect(brigadeState({ ...course, duty: { plannedOn: null, doneOn: '2026-10-01' } }, TODAY)).toBe(
      'behind',
    );
  });

  it('is behind from the day after a stage’s planned day', () => {
    const planned = (plannedOn: string): BrigadeCourse => ({
      ...empty,
      building: { plannedOn, doneOn: null },
    });
    expect(brigadeState(planned(TODAY), TODAY)).toBe('building');
    expect(brigadeState(planned('2026-09-28'), TODAY)).toBe('behind');
    expect(lateStages(planned('2026-09-28'), TODAY)).toEqual([{ stage: 'building', days: 2 }]);
  });

  it('is not begun while nothing of it is planned or done', () => {
    expect(brigadeState(null, TODAY)).toBe('none');
    expect(brigadeState(empty, TODAY)).toBe('none');
  });

  it('has reached its last stage that is done', () => {
    const course = {
      ...empty,
      site: { plannedOn: null, doneOn: TODAY },
      people: { plannedOn: null, doneOn: TODAY },
    };
    expect(reachedStage(course, TODAY)).toBe('队员招录');
    expect(reachedStage(empty, TODAY)).toBe('');
  });
});

describe('what is missing against the standard', () => {
  it('is counted; a number that is not known is asked for and not taken for 0', () => {
    expect(shortfalls({ people: 6, drivers: 2, tenders: null }, standard)).toEqual([
      '缺人员 2 人',
      '水罐车数未填',
    ]);
    expect(shortfalls({ people: 8, drivers: 2, tenders: 1 }, standard)).toEqual([]);
    expect(shortfalls({ people: 0, drivers: null, tenders: 0 }, { ...standard, drivers: 0 })).toEqual([
      '缺人员 8 人',
      '缺水罐车 1 辆',
    ]);
  });
});
