import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { leastDays } from '#shared/rules/schedule/least-days.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import { addCountyDaysAims } from './county-days-aims.ts';
import type { LinearAim } from './exact-aims.ts';
import { weighted } from './exact-rules.ts';
import type { Frame, FramedTeam } from './frame.ts';
import { LinearModel, UNBOUNDED } from './linear-model.ts';
import type { PlaceGroup } from './place-groups.ts';

/*
 * How many days each team spends in each county: the stated model without its people, single days and visits. Every
 * plan of the stated model is a solution of this one with the same aims or better ones, so its bounds hold for the
 * stated model; a solution still has to be laid on days.
 */

export interface CountyTeam {
  team: FramedTeam;
  countyId: string;
  possibleDays: ReadonlySet<string>;
  /** Columns: whether the team comes at all, and how many days. */
  comes: number;
  days: number;
  /** Minutes at the places of each group. */
  minutes: Map<PlaceGroup, number>;
}

export interface CountyDaysVariables {
  countyTeams: CountyTeam[];
  uncovered: Map<PlaceGroup, number>;
}

export interface CountyDays extends CountyDaysVariables {
  model: LinearModel;
  aims: Record<Aim, LinearAim>;
  choices(plan: SchedulePlan): Map<number, number>;
}

export function countyDaysModel(frame: Frame, groups: readonly PlaceGroup[]): CountyDays {
  const model = new LinearModel();
  const uncovered = new Map(
    groups.map((group) => [group, model.integer(0, group.isPinned ? 0 : group.places.length)]),
  );
  const countyTeams = frame.teams.flatMap((team) =>
    [...Map.groupBy(groups, ({ countyId }) => countyId)].flatMap(
      ([countyId, own]) => addCountyTeam(model, frame, team, countyId, own) ?? [],
    ),
  );
  const variables = { countyTeams, uncovered };
  addCover(model, frame, variables);
  addCalendar(model, frame, variables);
  return {
    ...variables,
    model,
    aims: addCountyDaysAims(model, frame, variables),
    choices: (plan) => choicesOf(variables, plan),
  };
}

function addCountyTeam(
  model: LinearModel,
  frame: Frame,
  team: FramedTeam,
  countyId: string,
  groups: readonly PlaceGroup[],
): CountyTeam | null {
  const possible = groups.filter((group) => (group.daysOf.get(team) ?? []).length > 0);
  const possibleDays = new Set(possible.flatMap((group) => group.daysOf.get(team) ?? []));
  if (possibleDays.size === 0) return null;
  const { mostDays } = frame.problem.counties.find(({ id }) => id === countyId) ?? { mostDays: null };
  const places = possible.reduce((sum, group) => sum + group.places.length, 0);
  const most = Math.min(possibleDays.size, mostDays ?? places, places);
  const [comes, days] = [model.choice(), model.integer(0, most)];
  model.row(
    -UNBOUNDED,
    [
      [days, 1],
      [comes, -most],
    ],
    0,
  );
  model.row(
    0,
    [
      [days, 1],
      [comes, -1],
    ],
    UNBOUNDED,
  );
  const { minutesPerDay } = frame.problem.rules;
  const minutes = new Map(possible.map((group) => [group, model.amount(0, minutesPerDay * most)]));
  model.row(-UNBOUNDED, [...weighted(minutes.values(), 1), [days, -minutesPerDay]], 0);
  return { team, countyId, possibleDays, comes, days, minutes };
}

/** A place that is left out takes away no more than the longest one's minutes, and no more than a day. */
function addCover(
  model: LinearModel,
  { problem }: Frame,
  { countyTeams, uncovered }: CountyDaysVariables,
): void {
  const { minutesPerDay } = problem.rules;
  for (const [group, column] of uncovered) {
    const lengths = group.places.map(({ minutes }) => minutes);
    const own = countyTeams.flatMap(({ minutes }) => minutes.get(group) ?? []);
    const total = lengths.reduce((sum, length) => sum + length, 0);
    model.row(total, [...weighted(own, 1), [column, Math.max(...lengths)]], UNBOUNDED);
  }
  for (const { id, mostDays } of problem.counties) {
    const own = countyTeams.filter(({ countyId }) => countyId === id).map(({ days }) => days);
    const groups = [...uncovered].filter(([group]) => group.countyId === id);
    const lengths = groups.flatMap(([group]) => group.places.map(({ minutes }) => minutes));
    const tooLong = lengths.filter((length) => length > minutesPerDay).length;
    const least = leastDays(lengths, minutesPerDay);
    model.row(
      least + tooLong,
      [
        ...weighted(own, 1),
        ...weighted(
          groups.map(([, column]) => column),
          1,
        ),
      ],
      UNBOUNDED,
    );
    model.row(0, weighted(own, 1), Math.min(mostDays ?? lengths.length, lengths.length));
    if (lengths.length === 0) continue;
    const comes = countyTeams.filter(({ countyId }) => countyId === id).map((countyTeam) => countyTeam.comes);
    const leftOut = groups.map(([, column]): [number, number] => [column, 1 / lengths.length]);
    model.row(1, [...weighted(comes, 1), ...leftOut], UNBOUNDED);
  }
}

function addCalendar(
  model: LinearModel,
  { problem, days, teams }: Frame,
  { countyTeams }: CountyDaysVariables,
): void {
  for (const team of teams) {
    const own = countyTeams.filter((countyTeam) => countyTeam.team === team);
    const pins = problem.pins.flatMap((pin) => ('placeId' in pin || pin.teamId !== team.team.id ? [] : pin));
    const possible = days.filter((day) => own.some(({ possibleDays }) => possibleDays.has(day)));
    model.row(0, weighted(columnsOf(own), 1), possible.length);
    for (const countyId of new Set(pins.flatMap((pin) => pin.countyId ?? []))) {
      const least = pins.filter((pin) => pin.countyId === countyId).length;
      model.row(least, weighted(columnsOf(own.filter((there) => there.countyId === countyId)), 1), UNBOUNDED);
    }
  }
}

const columnsOf = (list: readonly CountyTeam[]): number[] => list.map(({ days }) => days);

function choicesOf(
  { countyTeams, uncovered }: CountyDaysVariables,
  { trips }: SchedulePlan,
): Map<number, number> {
  const choices = new Map<number, number>();
  const covered = new Set(trips.flatMap(({ placeIds }) => placeIds));
  for (const [group, column] of uncovered)
    choices.set(column, group.places.filter(({ id }) => !covered.has(id)).length);
  for (const { team, countyId, comes, days } of countyTeams) {
    const own = trips.filter((trip) => trip.teamId === team.team.id && trip.countyId === countyId);
    choices.set(comes, own.length > 0 ? 1 : 0);
    choices.set(days, own.length);
  }
  return choices;
}
