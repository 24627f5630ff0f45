import { addDays } from '../../../calendar/days.ts';
import { dayClasses } from '../model.ts';
import { type DutyProblem, postsOf, type Seat, seatKey } from './problem.ts';

/**
 * uncovered: places that nobody takes. holiday, weekend, weekday: squares of everybody's counts of the year, summed:
 * the smaller, the more evenly spread. changed: of what stands now, how many no longer do. close: how often somebody
 * has duty with one day in between.
 */
export const dutyAims = ['uncovered', ...dayClasses, 'changed', 'close'] as const;
export type DutyAim = (typeof dutyAims)[number];

/** What is aimed at first: anew, an even spread; keeping, that little changes. */
export function orderOfAims(keepsPresent: boolean): DutyAim[] {
  return keepsPresent
    ? ['uncovered', 'changed', ...dayClasses, 'close']
    : ['uncovered', ...dayClasses, 'changed', 'close'];
}

export type AimValues = Record<DutyAim, number>;

export function aimValues(problem: DutyProblem, plan: readonly Seat[]): AimValues {
  const needed = postsOf(problem).reduce((sum, post) => sum + post.needed, 0);
  const seats = new Set(plan.map(seatKey));
  const spread = Object.fromEntries(
    dayClasses.map((each) => {
      const days = new Set(problem.days.filter(({ dayClass }) => dayClass === each).map(({ day }) => day));
      const sum = problem.people.reduce((total, { uid, counts }) => {
        const count =
          counts[each] + plan.filter((seat) => seat.personUid === uid && days.has(seat.day)).length;
        return total + count * count;
      }, 0);
      return [each, sum];
    }),
  );
  const daysOfPeople = new Set(plan.map(({ personUid, day }) => `${personUid} ${day}`));
  return {
    uncovered: needed - plan.length,
    holiday: spread.holiday ?? 0,
    weekend: spread.weekend ?? 0,
    weekday: spread.weekday ?? 0,
    changed: problem.present.filter((seat) => !seats.has(seatKey(seat))).length,
    close: [...daysOfPeople].filter((key) => {
      const [uid = '', day = ''] = key.split(' ');
      return daysOfPeople.has(`${uid} ${addDays(day, 2)}`);
    }).length,
  };
}

/** Whether the first is better by the first aim in which they differ. */
export function isBetter(order: readonly DutyAim[], one: AimValues, other: AimValues): boolean {
  const aim = order.find((each) => one[each] !== other[each]);
  return aim !== undefined && one[aim] < other[aim];
}
