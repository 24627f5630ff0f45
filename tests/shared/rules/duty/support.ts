import * as fc from 'fast-check';
import { addDays } from '#shared/calendar/days.ts';
import { dayClasses } from '#shared/rules/duty/model.ts';
import {
  areTooClose,
  type DutyProblem,
  hindrance,
  postKey,
  postsOf,
  type Seat,
  seatKey,
} from '#shared/rules/duty/propose/problem.ts';

const FIRST = '2026-10-01';
const count = fc.nat(2);
const oneShift = [{ uid: 'whole', isNight: true }];
const twoShifts = [
  { uid: 'day', isNight: false },
  { uid: 'night', isNight: true },
];

/** Small periods with leave, people of one or both roles, a few pins and what stands already. */
export const anyProblem = (most: { days: number; people: number }): fc.Arbitrary<DutyProblem> =>
  fc
    .record({
      classes: fc.array(fc.constantFrom(...dayClasses), { minLength: 1, maxLength: most.days }),
      shifts: fc
        .constantFrom(oneShift, twoShifts)
        .chain((shifts) =>
          fc.tuple(
            ...shifts.map((shift) =>
              fc
                .record({ leaders: fc.nat(1), officers: fc.nat(1) })
                .map((needed) => ({ ...shift, ...needed })),
            ),
          ),
        ),
      people: fc.array(
        fc.record({
          roles: fc.constantFrom('leader', 'officer', 'both'),
          away: fc.subarray([...Array.from({ length: most.days }).keys()]),
          isAwayAtAll: fc.boolean(),
          counts: fc.record({ holiday: count, weekend: count, weekday: count }),
        }),
        { minLength: 1, maxLength: most.people },
      ),
      before: fc.nat(3),
      seeds: fc.array(fc.record({ post: fc.nat(20), person: fc.nat(5), isPinned: fc.boolean() }), {
        maxLength: 3,
      }),
    })
    .map(({ classes, shifts, people, before, seeds }) => {
      const days = classes.map((dayClass, index) => ({ day: addDays(FIRST, index), dayClass }));
      const bare: DutyProblem = {
        days,
        shifts,
        people: people.map(({ roles, away, isAwayAtAll, counts }, index) => ({
          uid: `p${index}`,
          canLead: roles !== 'officer',
          canServe: roles !== 'leader',
          awayOn: isAwayAtAll ? away.map((at) => addDays(FIRST, at)) : [],
          counts,
        })),
        around: [{ personUid: `p${before}`, day: addDays(FIRST, -1), isNight: true }],
        pinned: [],
        present: [],
      };
      return withSeats(bare, seeds);
    });

/** What stands keeps to the rules, each on a post of its own. */
function withSeats(
  problem: DutyProblem,
  seeds: readonly { post: number; person: number; isPinned: boolean }[],
): DutyProblem {
  const posts = postsOf(problem).filter(({ needed }) => needed > 0);
  const pinned: Seat[] = [];
  const present: Seat[] = [];
  for (const { post, person, isPinned } of seeds) {
    const at = posts[post % Math.max(1, posts.length)];
    const who = problem.people[person % problem.people.length];
    if (at === undefined || who === undefined) continue;
    const seat = { day: at.day, shiftUid: at.shiftUid, role: at.role, personUid: who.uid };
    const all = [...pinned, ...present];
    if (all.some((each) => postKey(each) === postKey(seat))) continue;
    if (brokenRules(problem, [...all, seat]).length === 0) (isPinned ? pinned : present).push(seat);
  }
  return { ...problem, pinned, present };
}

/** Every hard rule that a plan breaks, looked at one by one. */
export function brokenRules(problem: DutyProblem, plan: readonly Seat[]): string[] {
  const posts = new Map(postsOf(problem).map((post) => [postKey(post), post]));
  const broken: string[] = [];
  for (const [key, seats] of Map.groupBy(plan, postKey))
    if (seats.length > (posts.get(key)?.needed ?? 0)) broken.push(`too many at ${key}`);
  if (new Set(plan.map(seatKey)).size < plan.length) broken.push('somebody twice at one post');
  for (const seat of plan) {
    const person = problem.people.find(({ uid }) => uid === seat.personUid);
    const post = posts.get(postKey(seat));
    if (person === undefined || post === undefined) broken.push('unknown');
    else if (hindrance(problem, person, post) !== null) broken.push(`${seatKey(seat)} cannot`);
  }
  for (const [at, one] of plan.entries())
    for (const other of plan.slice(at + 1)) {
      const [first, second] = [posts.get(postKey(one)), posts.get(postKey(other))];
      if (one.personUid !== other.personUid || first === undefined || second === undefined) continue;
      if (areTooClose(first, second)) broken.push(`${seatKey(one)} and ${seatKey(other)} are too close`);
    }
  return broken;
}
