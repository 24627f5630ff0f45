import { addDays } from '#shared/calendar/days.ts';
import { dayClasses } from '#shared/rules/duty/model.ts';
import { aimValues, type DutyAim } from '#shared/rules/duty/propose/aims.ts';
import {
  type DutyProblem,
  hindrance,
  type Post,
  postKey,
  postsOf,
  type ProblemPerson,
  type Seat,
  seatKey,
} from '#shared/rules/duty/propose/problem.ts';
import { LinearModel, type Terms } from '#main/core/solver/linear-model.ts';

/*
 * The stated model of a roster: a choice for everybody at every post that they may take. Even spread is a sum of
 * squares, taken step by step: the k-th duty of somebody costs 2k - 1 more than the one before.
 */

export interface LinearAim {
  terms: Terms;
  constant: number;
}

export interface RosterModel {
  model: LinearModel;
  aims: Record<DutyAim, LinearAim>;
  read: (values: Float64Array) => Seat[];
  /** The choices that make a plan, by column. */
  choices: (plan: readonly Seat[]) => Map<number, number>;
}

interface Choice {
  column: number;
  seat: Seat;
  isNight: boolean;
}

export function rosterModel(problem: DutyProblem): RosterModel {
  const model = new LinearModel();
  const posts = postsOf(problem);
  const pinned = new Set(problem.pinned.map(seatKey));
  const choices = problem.people.flatMap((person) => choicesOf(model, problem, person, posts, pinned));
  const uncovered = cover(model, posts, choices);
  const byPerson = Map.groupBy(choices, ({ seat }) => seat.personUid);
  for (const own of byPerson.values()) restAfterNights(model, problem, own, pinned);
  const byKey = new Map(choices.map(({ seat, column }) => [seatKey(seat), column]));
  return {
    model,
    aims: {
      uncovered: { terms: uncovered, constant: 0 },
      ...spreadAims(model, problem, byPerson),
      changed: changedAim(problem, byKey),
      close: { terms: closeTerms(model, problem, byPerson), constant: 0 },
    },
    read: (values) => choices.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ seat }) => seat),
    choices(plan) {
      const chosen = new Set(plan.map(seatKey));
      return new Map(choices.map(({ seat, column }) => [column, chosen.has(seatKey(seat)) ? 1 : 0]));
    },
  };
}

function choicesOf(
  model: LinearModel,
  problem: DutyProblem,
  person: ProblemPerson,
  posts: readonly Post[],
  pinned: ReadonlySet<string>,
): Choice[] {
  return posts.flatMap((post) => {
    const { day, shiftUid, role, isNight } = post;
    const seat = { day, shiftUid, role, personUid: person.uid };
    const isPinned = pinned.has(seatKey(seat));
    const isOpen = post.needed > 0 && hindrance(problem, person, post) === null;
    if (!isPinned && !isOpen) return [];
    const column = model.choice();
    if (isPinned) model.fix(column, 1);
    return [{ column, seat, isNight }];
  });
}

/** Everybody needed, or so many uncovered. @returns what counts those */
function cover(model: LinearModel, posts: readonly Post[], choices: readonly Choice[]): Terms {
  const takers = Map.groupBy(choices, ({ seat }) => postKey(seat));
  return posts.flatMap((post) => {
    if (post.needed === 0) return [];
    const missing = model.integer(0, post.needed);
    const terms: Terms = (takers.get(postKey(post)) ?? []).map(({ column }) => [column, 1]);
    model.row(post.needed, [...terms, [missing, 1]], post.needed);
    return [[missing, 1] satisfies Terms[number]];
  });
}

/** One shift a day, and none on the day after a night; what is pinned may break it. */
function restAfterNights(
  model: LinearModel,
  { days }: DutyProblem,
  own: readonly Choice[],
  pinned: ReadonlySet<string>,
): void {
  for (const { day } of days) {
    const before = addDays(day, -1);
    const close = own.filter(({ seat, isNight }) => seat.day === day || (isNight && seat.day === before));
    if (close.length < 2) continue;
    const most = Math.max(1, close.filter(({ seat }) => pinned.has(seatKey(seat))).length);
    model.row(
      Number.NEGATIVE_INFINITY,
      close.map(({ column }) => [column, 1]),
      most,
    );
  }
}

function spreadAims(
  model: LinearModel,
  problem: DutyProblem,
  byPerson: ReadonlyMap<string, readonly Choice[]>,
): Record<(typeof dayClasses)[number], LinearAim> {
  const constants = aimValues(problem, []);
  const aim = (each: (typeof dayClasses)[number]): LinearAim => {
    const days = new Set(problem.days.filter(({ dayClass }) => dayClass === each).map(({ day }) => day));
    const terms = problem.people.flatMap(({ uid, counts }) =>
      squareTerms(
        model,
        (byPerson.get(uid) ?? []).filter(({ seat }) => days.has(seat.day)),
        days.size,
        counts[each],
      ),
    );
    return { terms, constant: constants[each] };
  };
  return { holiday: aim('holiday'), weekend: aim('weekend'), weekday: aim('weekday') };
}

function squareTerms(model: LinearModel, choices: readonly Choice[], most: number, before: number): Terms {
  const steps: Terms = Array.from({ length: Math.min(most, choices.length) }, (_, index) => [
    model.amount(0, 1),
    2 * (before + index) + 1,
  ]);
  if (steps.length === 0) return [];
  const count: Terms = choices.map(({ column }) => [column, 1]);
  model.row(0, [...count, ...steps.map(([column]): [number, number] => [column, -1])], 0);
  return steps;
}

function changedAim({ present }: DutyProblem, byKey: ReadonlyMap<string, number>): LinearAim {
  const terms = present.flatMap((seat): Terms => {
    const column = byKey.get(seatKey(seat));
    return column === undefined ? [] : [[column, -1]];
  });
  return { terms, constant: present.length };
}

function closeTerms(
  model: LinearModel,
  { days }: DutyProblem,
  byPerson: ReadonlyMap<string, readonly Choice[]>,
): Terms {
  return [...byPerson.values()].flatMap((own) => {
    const byDay = Map.groupBy(own, ({ seat }) => seat.day);
    return days.flatMap(({ day }): Terms => {
      const [one, other] = [byDay.get(day), byDay.get(addDays(day, 2))];
      if (one === undefined || other === undefined) return [];
      const isClose = model.amount(0, 1);
      const both: Terms = [...one, ...other].map(({ column }) => [column, 1]);
      model.row(Number.NEGATIVE_INFINITY, [...both, [isClose, -1]], 1);
      return [[isClose, 1]];
    });
  });
}
