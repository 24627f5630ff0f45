import { addDays } from '#shared/calendar/days.ts';
import type { ExactVariables, Scope, TeamDay } from './exact-variables.ts';
import type { Frame } from './frame.ts';
import { type LinearModel, type Terms, UNBOUNDED } from './linear-model.ts';
import { addMutualCounties } from './mutual-counties.ts';

/* The hard rules of the exact model, each row of it a sentence of the problem. */

export function addRules(model: LinearModel, frame: Frame, scope: Scope, variables: ExactVariables): void {
  for (const teamDay of variables.teamDays) {
    addPlaces(model, frame, teamDay);
    addCrew(model, frame, teamDay);
    addSkills(model, teamDay);
    addRecusal(model, teamDay);
  }
  addCover(model, variables);
  addCountyDays(model, frame, scope, variables);
  addDaysInARow(model, frame, scope, variables);
  addMutualCounties(model, frame, scope, variables);
}

export const weighted = (columns: Iterable<number>, weight: number): Terms =>
  Array.from(columns, (column) => [column, weight]);

/** In one county at most, with at least one visit there, and no longer than a day. */
function addPlaces(model: LinearModel, frame: Frame, { there, visits }: TeamDay): void {
  if (there.size > 1) model.row(0, weighted(there.values(), 1), 1);
  const { minutesPerDay } = frame.problem.rules;
  for (const [countyId, column] of there) {
    const own = visits.filter(({ place }) => place.countyId === countyId);
    const minutes = own.map(({ place, column: visit }): [number, number] => [visit, place.minutes]);
    model.row(-UNBOUNDED, [...minutes, [column, -minutesPerDay]], 0);
    model.row(0, [...own.map((visit): [number, number] => [visit.column, 1]), [column, -1]], UNBOUNDED);
    for (const visit of own) {
      model.row(
        -UNBOUNDED,
        [
          [visit.column, 1],
          [column, -1],
        ],
        0,
      );
    }
  }
}

function addCrew(model: LinearModel, frame: Frame, { team, there, goes }: TeamDay): void {
  if (there.size === 0) return;
  const { least, roles, skills } = frame.problem.rules.crew;
  const goers = [...goes.values()];
  const crew = goers.map(({ column }): [number, number] => [column, 1]);
  model.row(0, [...crew, ...weighted(there.values(), -least)], UNBOUNDED);
  model.row(-UNBOUNDED, [...crew, ...weighted(there.values(), -team.mostPeople)], 0);
  for (const { column } of goers) model.row(-UNBOUNDED, [[column, 1], ...weighted(there.values(), -1)], 0);
  for (const { role, count } of roles) {
    const holders = goers.filter(({ person }) => person.roles.includes(role)).map(({ column }) => column);
    model.row(0, [...weighted(holders, 1), ...weighted(there.values(), -count)], UNBOUNDED);
  }
  for (const { skill, count } of skills) {
    const holders = goers.filter(({ person }) => person.skills.includes(skill)).map(({ column }) => column);
    model.row(0, [...weighted(holders, 1), ...weighted(there.values(), -count)], UNBOUNDED);
  }
}

function addSkills(model: LinearModel, { visits, goes }: TeamDay): void {
  for (const { place, column } of visits) {
    for (const { skill, count } of place.skills) {
      const holders = [...goes.values()].filter(({ person }) => person.skills.includes(skill));
      const terms = holders.map((holder): [number, number] => [holder.column, 1]);
      model.row(0, [...terms, [column, -count]], UNBOUNDED);
    }
  }
}

function addRecusal(model: LinearModel, { there, visits, goes }: TeamDay): void {
  const notBoth = (one: number, other: number): void =>
    model.row(
      -UNBOUNDED,
      [
        [one, 1],
        [other, 1],
      ],
      1,
    );
  for (const { person, column } of goes.values()) {
    const home = person.homeCountyId === null ? undefined : there.get(person.homeCountyId);
    if (home !== undefined) notBoth(column, home);
    if (person.unitId === null) continue;
    for (const { place, column: visit } of visits) {
      if (place.unitId === person.unitId) notBoth(column, visit);
    }
  }
}

function addCover(model: LinearModel, { teamDays, uncovered }: ExactVariables): void {
  const visits = Map.groupBy(
    teamDays.flatMap((teamDay) => teamDay.visits),
    ({ place }) => place.id,
  );
  for (const [id, column] of uncovered) {
    const own = (visits.get(id) ?? []).map((visit): [number, number] => [visit.column, 1]);
    model.row(1, [...own, [column, 1]], 1);
  }
}

function addCountyDays(
  model: LinearModel,
  { problem }: Frame,
  { kept }: Scope,
  { teamDays }: ExactVariables,
): void {
  for (const { id, mostDays } of problem.counties) {
    if (mostDays === null) continue;
    const others = kept.filter(({ countyId }) => countyId === id).length;
    const columns = teamDays.flatMap(({ there }) => there.get(id) ?? []);
    if (columns.length > mostDays - others) model.row(0, weighted(columns, 1), mostDays - others);
  }
}

/** In each stretch of one day too many, somebody has a day without a trip; a day off is one for all. */
function addDaysInARow(
  model: LinearModel,
  { problem, days }: Frame,
  { teams }: Scope,
  { teamDays }: ExactVariables,
): void {
  const most = problem.rules.mostDaysInARow;
  const stretches = days
    .map((day) => Array.from({ length: most + 1 }, (_, ahead) => addDays(day, ahead)))
    .filter((stretch) => stretch.every((day) => days.includes(day)));
  if (stretches.length === 0) return;
  const byDay = new Map(teamDays.map((teamDay) => [`${teamDay.team.team.id}\n${teamDay.day}`, teamDay]));
  for (const { team, members } of teams) {
    for (const { id } of members) {
      for (const stretch of stretches) {
        const columns = stretch.flatMap((day) => byDay.get(`${team.id}\n${day}`)?.goes.get(id)?.column ?? []);
        if (columns.length > most) model.row(0, weighted(columns, 1), most);
      }
    }
  }
}
