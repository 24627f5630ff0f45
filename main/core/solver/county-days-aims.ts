import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import type { CountyDaysVariables } from './county-days-model.ts';
import { type LinearAim, spreadOf } from './exact-aims.ts';
import { weighted } from './exact-rules.ts';
import type { Frame } from './frame.ts';
import { type LinearModel, type Terms, UNBOUNDED } from './linear-model.ts';

/** The aims of the model of county days: never above those of a plan with the same days. */
export function addCountyDaysAims(
  model: LinearModel,
  frame: Frame,
  variables: CountyDaysVariables,
): Record<Aim, LinearAim> {
  const { countyTeams, uncovered } = variables;
  const again = countyTeams.filter(({ team, countyId }) => team.team.lastCountyIds.includes(countyId));
  return {
    uncovered: {
      terms: weighted(uncovered.values(), 1),
      constant: 0,
    },
    changes: changesAim(frame, variables),
    teamLoad: teamLoadAim(model, frame, variables),
    // Who goes is left open.
    personLoad: { terms: [], constant: 0 },
    countyChanges: countyChangesAim(model, frame, variables),
    repeats: {
      terms: weighted(
        again.map(({ comes }) => comes),
        1,
      ),
      constant: 0,
    },
  };
}

function teamLoadAim(model: LinearModel, frame: Frame, { countyTeams }: CountyDaysVariables): LinearAim {
  const spread = spreadOf(model);
  for (const { team } of frame.teams) {
    const own = countyTeams.filter((countyTeam) => countyTeam.team.team.id === team.id);
    spread.add(
      own.map(({ days, countyId }) => [days, frame.loadOf(countyId)]),
      team.carriedLoad,
    );
  }
  return spread.aim;
}

/** A team that comes into so many counties changes at least once less. */
function countyChangesAim(
  model: LinearModel,
  { teams }: Frame,
  { countyTeams }: CountyDaysVariables,
): LinearAim {
  const terms: Terms = [];
  for (const team of teams) {
    const comes = countyTeams
      .filter((countyTeam) => countyTeam.team === team)
      .map((countyTeam) => countyTeam.comes);
    const works = model.amount(0, 1);
    model.row(-UNBOUNDED, [[works, 1], ...weighted(comes, -1)], 0);
    terms.push(...weighted(comes, 1), [works, -1]);
  }
  return { terms, constant: 0 };
}

/** No more is kept of what was announced than is still possible by itself, and where the team comes at all. */
function changesAim(frame: Frame, { countyTeams, uncovered }: CountyDaysVariables): LinearAim {
  const trips = frame.problem.basePlan?.trips ?? [];
  const terms: Terms = [];
  for (const { team, countyId, comes } of countyTeams) {
    const own = trips.filter((trip) => trip.teamId === team.team.id && trip.countyId === countyId);
    const possible = (day: string, id: string) =>
      [...uncovered.keys()].some(
        (group) => group.places.some((place) => place.id === id) && group.daysOf.get(team)?.includes(day),
      );
    const visits = own.flatMap(({ day, placeIds }) => placeIds.filter((id) => possible(day, id)));
    if (visits.length > 0) terms.push([comes, -visits.length]);
    for (const person of team.members) {
      const days = own.filter(
        ({ day, inspectorIds }) =>
          inspectorIds.includes(person.id) && !person.leave.includes(day) && frame.days.includes(day),
      );
      if (days.length === 0) continue;
      terms.push([comes, -days.length]);
    }
  }
  return { terms, constant: announcedCount(trips) };
}

const announcedCount = (trips: SchedulePlan['trips']): number =>
  trips.reduce((sum, { placeIds, inspectorIds }) => sum + placeIds.length + inspectorIds.length, 0);
