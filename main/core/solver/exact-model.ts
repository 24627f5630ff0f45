import type { SchedulePlan, Trip } from '#shared/rules/schedule/plan.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import { addAims, type LinearAim } from './exact-aims.ts';
import { addRules } from './exact-rules.ts';
import { type ExactVariables, exactVariables, type Scope } from './exact-variables.ts';
import type { Frame } from './frame.ts';
import { LinearModel } from './linear-model.ts';

/*
 * The stated model itself, with every rule and aim, for all teams or for some while the others stay as they are.
 * `uncovered`, the visits, the places of teams and who goes are whole; the rest follows from them.
 */

export interface ExactModel {
  model: LinearModel;
  aims: Record<Aim, LinearAim>;
  variables: ExactVariables;
  read: (values: Float64Array) => SchedulePlan;
  /** The choices that make a plan, by column. */
  choices(plan: SchedulePlan): Map<number, number>;
}

export function exactModel(frame: Frame, scope: Scope): ExactModel {
  const model = new LinearModel();
  const variables = exactVariables(model, frame, scope);
  addRules(model, frame, scope, variables);
  const aims = addAims(model, frame, scope, variables);
  return {
    model,
    aims,
    variables,
    read: (values) => ({
      teams: [...frame.planned],
      trips: [...scope.kept, ...readTrips(variables, values)],
    }),
    choices: (plan) => choicesOf(variables, plan),
  };
}

function readTrips({ teamDays }: ExactVariables, values: Float64Array): Trip[] {
  const isChosen = (column: number) => (values[column] ?? 0) > 0.5;
  return teamDays.flatMap(({ team, day, there, visits, goes }) => {
    const countyId = [...there].find(([, column]) => isChosen(column))?.[0];
    if (countyId === undefined) return [];
    return [
      {
        teamId: team.team.id,
        day,
        countyId,
        inspectorIds: [...goes.values()]
          .filter(({ column }) => isChosen(column))
          .map(({ person }) => person.id),
        placeIds: visits.filter(({ column }) => isChosen(column)).map(({ place }) => place.id),
      },
    ];
  });
}

function choicesOf({ teamDays, uncovered }: ExactVariables, { trips }: SchedulePlan): Map<number, number> {
  const choices = new Map<number, number>();
  const covered = new Set(trips.flatMap(({ placeIds }) => placeIds));
  for (const [id, column] of uncovered) choices.set(column, covered.has(id) ? 0 : 1);
  const byTeamDay = new Map(trips.map((trip) => [`${trip.teamId}\n${trip.day}`, trip]));
  for (const { team, day, there, visits, goes } of teamDays) {
    const trip = byTeamDay.get(`${team.team.id}\n${day}`);
    for (const [countyId, column] of there) choices.set(column, trip?.countyId === countyId ? 1 : 0);
    for (const { place, column } of visits) choices.set(column, trip?.placeIds.includes(place.id) ? 1 : 0);
    for (const [id, { column }] of goes) choices.set(column, trip?.inspectorIds.includes(id) ? 1 : 0);
  }
  return choices;
}
