import type { Inspector } from '#shared/rules/schedule/problem.ts';
import type { Frame, FramedTeam } from './frame.ts';
import { type DayMixes, mixesWithin } from './mixes-within.ts';
import type { Range } from './realise.ts';

/** Days of a team in counties of one load. */
export interface Stay {
  load: number;
  days: number;
  /** Who is at home there does not go; null: everybody may. */
  countyId: string | null;
}

interface Need {
  least: number;
  isMet: readonly boolean[];
}

/** Beyond, it counts as possible. */
const MOST_STEPS = 20_000;

/** Whether the loads of a team's people can all come to lie in the range, with enough of them on each day. */
export function canBeCrewed(frame: Frame, team: FramedTeam, people: Range, stays: readonly Stay[]): boolean {
  const found = team.members.map((person) => optionsOf(frame, person, people, stays));
  if (found.some(({ areAll }) => !areAll)) return true;
  // The longest first: enough is the harder side.
  const options = found.map(({ mixes }) => mixes.toReversed());
  if (options.some((own) => own.length === 0)) return false;
  const upTo = options.map((own) => stays.map((_, at) => Math.max(...own.map((days) => days[at] ?? 0))));
  const needs = needsOf(frame, team.members);
  // What those chosen have, and those who follow can have at most.
  const reach = needs.map(({ isMet }) =>
    stays.map((_, at) => upTo.reduce((sum, most, person) => sum + (isMet[person] ? (most[at] ?? 0) : 0), 0)),
  );
  const taken = stays.map(() => 0);
  let steps = 0;

  function choose(person: number): boolean {
    steps += 1;
    if (steps > MOST_STEPS) return true;
    const own = options[person];
    if (own === undefined) return true;
    return own.some((days) => {
      take(person, days, 1);
      const isPossible = isEnough() && choose(person + 1);
      take(person, days, -1);
      return isPossible;
    });
  }

  function take(person: number, days: readonly number[], sign: number): void {
    for (const [at, count] of days.entries()) {
      taken[at] = (taken[at] ?? 0) + sign * count;
      const lost = (upTo[person]?.[at] ?? 0) - count;
      for (const [need, { isMet }] of needs.entries()) {
        const own = reach[need];
        if (isMet[person] && own !== undefined) own[at] = (own[at] ?? 0) - sign * lost;
      }
    }
  }

  function isEnough(): boolean {
    return stays.every(
      ({ days }, at) =>
        (taken[at] ?? 0) <= team.mostPeople * days &&
        needs.every(({ least }, need) => (reach[need]?.[at] ?? 0) >= least * days),
    );
  }

  return isEnough() && choose(0);
}

function optionsOf(frame: Frame, person: Inspector, people: Range, stays: readonly Stay[]): DayMixes {
  return mixesWithin(
    { from: people.from - person.carriedLoad, to: people.to - person.carriedLoad },
    stays.map(({ load }) => load),
    stays.map(({ days, countyId }) => (countyId !== null && countyId === person.homeCountyId ? 0 : days)),
    frame.mostDaysOf(person),
  );
}

function needsOf({ problem }: Frame, members: readonly Inspector[]): Need[] {
  const { least, roles, skills } = problem.rules.crew;
  return [
    { least, isMet: members.map(() => true) },
    ...roles.map(({ role, count }) => ({
      least: count,
      isMet: members.map((person) => person.roles.includes(role)),
    })),
    ...skills.map(({ skill, count }) => ({
      least: count,
      isMet: members.map((person) => person.skills.includes(skill)),
    })),
  ];
}
