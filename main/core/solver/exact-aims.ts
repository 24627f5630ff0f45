import type { Trip } from '#shared/rules/schedule/plan.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import { weighted } from './exact-rules.ts';
import type { ExactVariables, Scope, TeamDay } from './exact-variables.ts';
import type { Frame } from './frame.ts';
import { type LinearModel, type Terms, UNBOUNDED } from './linear-model.ts';

/** An aim as the model sees it. */
export interface LinearAim {
  terms: Terms;
  constant: number;
}

export function addAims(
  model: LinearModel,
  frame: Frame,
  scope: Scope,
  variables: ExactVariables,
): Record<Aim, LinearAim> {
  return {
    uncovered: uncoveredAim(frame, scope, variables),
    changes: changesAim(frame, scope, variables),
    teamLoad: teamLoadAim(model, frame, scope, variables),
    personLoad: personLoadAim(model, frame, scope, variables),
    countyChanges: countyChangesAim(model, scope, variables),
    repeats: repeatsAim(model, frame, scope, variables),
  };
}

function uncoveredAim({ problem }: Frame, { kept, places }: Scope, { uncovered }: ExactVariables): LinearAim {
  const visited = kept.reduce((sum, { placeIds }) => sum + placeIds.length, 0);
  return {
    terms: weighted(uncovered.values(), 1),
    constant: problem.places.length - visited - places.length,
  };
}

function changesAim({ problem }: Frame, { kept }: Scope, { teamDays }: ExactVariables): LinearAim {
  const terms: Terms = [];
  let constant = 0;
  const find = ({ teamId, day }: Trip) =>
    teamDays.find((teamDay) => teamDay.team.team.id === teamId && teamDay.day === day);
  for (const trip of problem.basePlan?.trips ?? []) {
    constant += trip.placeIds.length + trip.inspectorIds.length;
    const same = kept.find(({ teamId, day }) => teamId === trip.teamId && day === trip.day);
    const free = find(trip);
    for (const id of trip.placeIds) {
      const column = free?.visits.find(({ place }) => place.id === id)?.column;
      if (column !== undefined) terms.push([column, -1]);
      else if (same?.placeIds.includes(id)) constant -= 1;
    }
    for (const id of trip.inspectorIds) {
      const column = free?.goes.get(id)?.column;
      if (column !== undefined) terms.push([column, -1]);
      else if (same?.inspectorIds.includes(id)) constant -= 1;
    }
  }
  return { terms, constant };
}

/** Points of the team on this day. */
function loadTerms(frame: Frame, { there }: TeamDay): Terms {
  return [...there].map(([countyId, column]) => [column, frame.loadOf(countyId)]);
}

function teamLoadAim(
  model: LinearModel,
  frame: Frame,
  { kept, teams }: Scope,
  { teamDays }: ExactVariables,
): LinearAim {
  const spread = spreadOf(model);
  for (const team of frame.problem.teams) {
    const trips = kept.filter(({ teamId }) => teamId === team.id);
    const constant = trips.reduce((sum, { countyId }) => sum + frame.loadOf(countyId), team.carriedLoad);
    const isFree = teams.some((free) => free.team.id === team.id);
    const own = isFree ? teamDays.filter((teamDay) => teamDay.team.team.id === team.id) : [];
    spread.add(
      own.flatMap((teamDay) => loadTerms(frame, teamDay)),
      constant,
    );
  }
  return spread.aim;
}

function personLoadAim(model: LinearModel, frame: Frame, scope: Scope, variables: ExactVariables): LinearAim {
  const spread = spreadOf(model);
  for (const { terms, constant } of personLoadsOf(model, frame, scope, variables).values())
    spread.add(terms, constant);
  return spread.aim;
}

/** Of each person who is in a team. */
function personLoadsOf(
  model: LinearModel,
  frame: Frame,
  { kept }: Scope,
  { teamDays }: ExactVariables,
): Map<string, LinearAim> {
  return new Map(
    frame.teams.flatMap(({ members }) =>
      members.map(({ id, carriedLoad }) => {
        const trips = kept.filter(({ inspectorIds }) => inspectorIds.includes(id));
        const constant = trips.reduce((sum, { countyId }) => sum + frame.loadOf(countyId), carriedLoad);
        const terms = teamDays.flatMap((teamDay) => personTerms(model, frame, teamDay, id));
        return [id, { terms, constant }];
      }),
    ),
  );
}

/** Points of a person on this day: those of the team's county for who goes, none for who does not. */
function personTerms(model: LinearModel, frame: Frame, teamDay: TeamDay, id: string): Terms {
  const goes = teamDay.goes.get(id)?.column;
  if (goes === undefined) return [];
  const loads = loadTerms(frame, teamDay);
  const least = Math.min(...loads.map(([, load]) => load));
  const most = Math.max(...loads.map(([, load]) => load));
  if (least === most) return [[goes, least]];
  const extra = most - least;
  const added = model.amount(0, extra);
  const travel = loads.map(([column, load]): [number, number] => [column, least - load]);
  model.row(
    -UNBOUNDED,
    [
      [added, 1],
      [goes, -extra],
    ],
    0,
  );
  model.row(-UNBOUNDED, [[added, 1], ...travel], 0);
  model.row(-extra, [[added, 1], [goes, -extra], ...travel], UNBOUNDED);
  return [
    [goes, least],
    [added, 1],
  ];
}

/** The highest load less the lowest. */
export function spreadOf(model: LinearModel) {
  let columns: { highest: number; lowest: number } | null = null;
  const aim: LinearAim = { terms: [], constant: 0 };
  return {
    aim,
    add(terms: Terms, constant: number): void {
      if (columns === null) {
        columns = { highest: model.amount(0, UNBOUNDED), lowest: model.amount(0, UNBOUNDED) };
        aim.terms.push([columns.highest, 1], [columns.lowest, -1]);
        model.row(0, [...aim.terms], UNBOUNDED);
      }
      const negative = terms.map(([column, weight]): [number, number] => [column, -weight]);
      model.row(constant, [[columns.highest, 1], ...negative], UNBOUNDED);
      model.row(-UNBOUNDED, [[columns.lowest, 1], ...negative], constant);
    },
  };
}

/** @param aim a difference of loads */
export function holdWithin(
  model: LinearModel,
  { terms: [highest, lowest] }: LinearAim,
  { from, to }: { from: number; to: number },
): void {
  if (highest !== undefined) model.upper[highest[0]] = to;
  if (lowest !== undefined) model.lower[lowest[0]] = from;
}

/** On a day without a trip the team stays where it was, or goes where it will be: that costs no change. */
function countyChangesAim(model: LinearModel, { teams, kept }: Scope, variables: ExactVariables): LinearAim {
  const terms: Terms = [];
  for (const { team } of teams) {
    const days = variables.teamDays.filter((teamDay) => teamDay.team.team.id === team.id);
    const counties = [...new Set(days.flatMap(({ there }) => [...there.keys()]))];
    if (counties.length < 2) continue;
    let before: Map<string, number> | null = null;
    for (const { there } of days) {
      const now = new Map(counties.map((countyId) => [countyId, model.amount(0, 1)]));
      model.row(1, weighted(now.values(), 1), 1);
      for (const [countyId, column] of there) atLeast(model, now.get(countyId), [column]);
      if (before !== null) {
        const changed = model.amount(0, 1);
        terms.push([changed, 1]);
        for (const countyId of counties) atLeast(model, changed, [now.get(countyId)], before.get(countyId));
      }
      before = now;
    }
  }
  return { terms, constant: changesOfKept(kept) };
}

function atLeast(
  model: LinearModel,
  column: number | undefined,
  than: (number | undefined)[],
  less?: number,
): void {
  if (column === undefined) return;
  const terms: Terms = [[column, 1]];
  for (const other of than) if (other !== undefined) terms.push([other, -1]);
  if (less !== undefined) terms.push([less, 1]);
  model.row(0, terms, UNBOUNDED);
}

function changesOfKept(kept: readonly Trip[]): number {
  let changes = 0;
  for (const own of Map.groupBy(kept, ({ teamId }) => teamId).values()) {
    const counties = own.toSorted((one, other) => (one.day < other.day ? -1 : 1));
    changes += counties.filter(
      ({ countyId }, place) => place > 0 && countyId !== counties[place - 1]?.countyId,
    ).length;
  }
  return changes;
}

function repeatsAim(
  model: LinearModel,
  { problem }: Frame,
  { kept }: Scope,
  { teamDays }: ExactVariables,
): LinearAim {
  const terms: Terms = [];
  let constant = 0;
  for (const { id, lastCountyIds } of problem.teams) {
    for (const countyId of new Set(lastCountyIds)) {
      if (kept.some((trip) => trip.teamId === id && trip.countyId === countyId)) constant += 1;
      const own = teamDays.filter(({ team }) => team.team.id === id);
      const columns = own.flatMap(({ there }) => there.get(countyId) ?? []);
      if (columns.length === 0) continue;
      const again = model.amount(0, 1);
      for (const column of columns) atLeast(model, again, [column]);
      terms.push([again, 1]);
    }
  }
  return { terms, constant };
}
