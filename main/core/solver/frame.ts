import { addDays } from '#shared/calendar/days.ts';
import { chooseCrew } from '#shared/rules/schedule/choose-crew.ts';
import type { PlannedTeam } from '#shared/rules/schedule/plan.ts';
import type {
  InspectionTeam,
  Inspector,
  Pin,
  Place,
  ScheduleProblem,
} from '#shared/rules/schedule/problem.ts';
import { workableDays } from '#shared/rules/schedule/workable-days.ts';

/* What every model of a problem asks again and again, once the teams are formed. */

export interface FramedTeam {
  team: InspectionTeam;
  members: readonly Inspector[];
  /** Most people on a trip: by the rules and the seats. */
  mostPeople: number;
}

export interface Frame {
  problem: ScheduleProblem;
  planned: readonly PlannedTeam[];
  days: readonly string[];
  teams: readonly FramedTeam[];
  placesIn: (countyId: string) => readonly Place[];
  loadOf: (countyId: string) => number;
  /** Whether some crew of the team could visit the place, or the county at all, on this day, looking at nothing else. */
  mayVisit(team: FramedTeam, day: string, countyId: string, place?: Place): boolean;
  /** The same, with the length of a day and what pins say. */
  mayVisitPlace(team: FramedTeam, day: string, place: Place): boolean;
  /** By leave, and by the days in a row. */
  mostDaysOf(person: Inspector): number;
}

export function frameOf(problem: ScheduleProblem, planned: readonly PlannedTeam[]): Frame {
  const { rules, vehicles } = problem;
  const places = Map.groupBy(problem.places, ({ countyId }) => countyId);
  const travel = new Map(problem.counties.map(({ id, travelLoad }) => [id, travelLoad]));
  const teams = problem.teams.map((team): FramedTeam => {
    const own = planned.find(({ teamId }) => teamId === team.id);
    const seats = vehicles
      .filter(({ id }) => own?.vehicleIds.includes(id))
      .reduce((sum, vehicle) => sum + vehicle.seats, 0);
    return {
      team,
      members: problem.inspectors.filter(({ id }) => own?.memberIds.includes(id)),
      mostPeople: vehicles.length === 0 ? rules.crew.most : Math.min(rules.crew.most, seats),
    };
  });
  const answers = new Map<string, boolean>();
  const days = workableDays(problem);
  const mostDays = new Map(
    teams.flatMap(({ members }) =>
      members.map((person) => {
        const free = days.filter((day) => !person.leave.includes(day));
        return [person, mostDaysOf(free, rules.mostDaysInARow)];
      }),
    ),
  );

  function mayVisit(team: FramedTeam, day: string, countyId: string, place?: Place): boolean {
    const skills = place?.skills ?? [];
    const needs = skills.map(({ skill, count }) => `${skill} ${count}`).join();
    const key = [team.team.id, day, countyId, place?.unitId, needs].join('\n');
    const known = answers.get(key);
    if (known !== undefined) return known;
    const candidates = team.members.filter(
      ({ leave, homeCountyId, unitId }) =>
        !leave.includes(day) &&
        homeCountyId !== countyId &&
        (unitId === null || place === undefined || unitId !== place.unitId),
    );
    const { least, roles } = rules.crew;
    const crew = { least, most: team.mostPeople, roles, skills: [...rules.crew.skills, ...skills] };
    const answer = chooseCrew(candidates, crew) !== null;
    answers.set(key, answer);
    return answer;
  }

  return {
    problem,
    planned,
    days,
    teams,
    placesIn: (countyId) => places.get(countyId) ?? [],
    loadOf: (countyId) => rules.loadPerDay + (travel.get(countyId) ?? 0),
    mayVisit,
    mayVisitPlace: (team, day, place) =>
      place.minutes <= rules.minutesPerDay &&
      problem.pins.every((pin) => allows(pin, team.team.id, day, place)) &&
      mayVisit(team, day, place.countyId, place),
    mostDaysOf: (person) => mostDays.get(person) ?? 0,
  };
}

/** Of these days, leaving one out whenever there would be one too many in a row. */
function mostDaysOf(days: readonly string[], mostInARow: number): number {
  let taken = 0;
  let inARow = 0;
  for (const [place, day] of days.entries()) {
    if (place > 0 && addDays(days[place - 1] ?? '', 1) !== day) inARow = 0;
    inARow = inARow === mostInARow ? 0 : inARow + 1;
    if (inARow > 0) taken += 1;
  }
  return taken;
}

function allows(pin: Pin, teamId: string, day: string, place: Place): boolean {
  if ('placeId' in pin) {
    return pin.placeId !== place.id || ((pin.teamId ?? teamId) === teamId && (pin.day ?? day) === day);
  }
  return pin.teamId !== teamId || pin.day !== day || pin.countyId === place.countyId;
}
