import { addDays, weekdayOf } from '#shared/calendar/days.ts';
import type { DutyPeriod } from '#shared/contract/duty-views.ts';
import { type DutyPlace, placeKey } from '#shared/rules/duty/model.ts';
import { placesOf } from '#shared/rules/duty/shifts.ts';

const WEEK = 7;

/** Whole weeks from Monday that hold every day of a period. */
export function weeksOf({ firstDay, lastDay }: Pick<DutyPeriod, 'firstDay' | 'lastDay'>): string[][] {
  const weeks: string[][] = [];
  for (let day = addDays(firstDay, 1 - weekdayOf(firstDay)); day <= lastDay; day = addDays(day, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, index) => addDays(day, index)));
  return weeks;
}

/** Where a key leads from a place: over days by left and right, within the day and over weeks by up and down. */
export function placeByKey(period: DutyPeriod, from: DutyPlace, key: string): DutyPlace | null {
  const ofDay = placesOf([from.day], period.shifts);
  const at = ofDay.findIndex((place) => placeKey(place) === placeKey(from));
  const move = (days: number, index: number): DutyPlace | null => {
    const day = addDays(from.day, days);
    const place = ofDay.at(index);
    return place === undefined || day < period.firstDay || day > period.lastDay ? null : { ...place, day };
  };
  switch (key) {
    case 'ArrowLeft':
      return move(-1, at);
    case 'ArrowRight':
      return move(1, at);
    case 'ArrowUp':
      return at > 0 ? move(0, at - 1) : move(-WEEK, ofDay.length - 1);
    case 'ArrowDown':
      return at < ofDay.length - 1 ? move(0, at + 1) : move(WEEK, 0);
    default:
      return null;
  }
}
