import type { Trip } from '#shared/rules/schedule/plan.ts';
import type { Inspector, Pin, Place } from '#shared/rules/schedule/problem.ts';
import type { Frame, FramedTeam } from './frame.ts';
import type { LinearModel } from './linear-model.ts';

/** What the model may change; the trips of the other teams stay as they are. */
export interface Scope {
  teams: readonly FramedTeam[];
  places: readonly Place[];
  kept: readonly Trip[];
  /** Where it says no, the model has no choice. */
  allows?: (place: Place, team: FramedTeam, day: string) => boolean;
}

/** One team on one day: where it may be, whom it may visit, who may go. */
export interface TeamDay {
  team: FramedTeam;
  day: string;
  /** Column of being in a county. */
  there: Map<string, number>;
  visits: { place: Place; column: number }[];
  goes: Map<string, { person: Inspector; column: number }>;
}

export interface ExactVariables {
  teamDays: TeamDay[];
  /** Column of not being covered. */
  uncovered: Map<string, number>;
}

export function exactVariables(model: LinearModel, frame: Frame, scope: Scope): ExactVariables {
  const { pins } = frame.problem;
  const placesIn = Map.groupBy(scope.places, ({ countyId }) => countyId);
  const teamDays = scope.teams.flatMap((team) =>
    frame.days.map((day) => {
      const teamDay: TeamDay = { team, day, there: new Map(), visits: [], goes: new Map() };
      const pinned = pinnedCounty(pins, team, day);
      for (const [countyId, places] of placesIn) {
        if (pinned === undefined || pinned === countyId) addCounty(model, frame, scope, teamDay, places);
      }
      if (typeof pinned === 'string') {
        const column = teamDay.there.get(pinned);
        if (column === undefined) model.refuse();
        else model.fix(column, 1);
      }
      addPeople(model, teamDay);
      return teamDay;
    }),
  );
  const pinnedPlaces = new Set(pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  const uncovered = new Map(
    scope.places.map(({ id }) => {
      const column = model.choice();
      if (pinnedPlaces.has(id)) model.fix(column, 0);
      return [id, column];
    }),
  );
  return { teamDays, uncovered };
}

/** undefined: not pinned; null: pinned to be free. */
function pinnedCounty(pins: readonly Pin[], { team }: FramedTeam, day: string): string | null | undefined {
  for (const pin of pins) {
    if (!('placeId' in pin) && pin.teamId === team.id && pin.day === day) return pin.countyId;
  }
  return undefined;
}

function addCounty(
  model: LinearModel,
  frame: Frame,
  { allows }: Scope,
  teamDay: TeamDay,
  places: readonly Place[],
): void {
  const { team, day } = teamDay;
  const visited = places.filter(
    (place) => frame.mayVisitPlace(team, day, place) && (allows === undefined || allows(place, team, day)),
  );
  const countyId = visited[0]?.countyId;
  if (countyId === undefined) return;
  const column = model.choice();
  teamDay.there.set(countyId, column);
  for (const place of visited) teamDay.visits.push({ place, column: model.choice() });
}

function addPeople(model: LinearModel, { team, day, there, goes }: TeamDay): void {
  if (there.size === 0) return;
  for (const person of team.members) {
    if (!person.leave.includes(day)) goes.set(person.id, { person, column: model.choice() });
  }
}
