import type { PlannedTeam, SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Pin, ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { exactModel } from './exact-model.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';

/*
 * Whether all pins can be kept at once, and if not, a few of them that cannot: each taken out in turn stays out where
 * the others still clash without it.
 */

export interface Pinned {
  /** Visits that keep the pins; null where nothing was found in time. */
  plan: SchedulePlan | null;
  /** Pins that clash: each could be kept without the others. */
  clashing: Pin[];
}

export function keepPins(
  solver: LinearSolver,
  problem: ScheduleProblem,
  planned: readonly PlannedTeam[],
  limits: Limits,
): Pinned {
  const tryPins = (pins: readonly Pin[]) =>
    solvePins(solver, { ...problem, pins: [...pins] }, planned, limits);
  const all = tryPins(problem.pins);
  if (all !== 'clash') return { plan: all, clashing: [] };
  let clashing: readonly Pin[] = problem.pins;
  for (const pin of problem.pins) {
    const others = clashing.filter((other) => other !== pin);
    if (tryPins(others) === 'clash') clashing = others;
  }
  return { plan: null, clashing: [...clashing] };
}

function solvePins(
  solver: LinearSolver,
  problem: ScheduleProblem,
  planned: readonly PlannedTeam[],
  limits: Limits,
): SchedulePlan | 'clash' | null {
  if (problem.pins.length === 0) return null;
  const frame = frameOf(problem, planned);
  const { model, read } = exactModel(frame, { teams: frame.teams, places: placesOfPins(frame), kept: [] });
  const { status, values } = solver.solve(model, [], limits);
  if (status === 'infeasible') return 'clash';
  return values === null ? null : read(values);
}

function placesOfPins({ problem }: Frame) {
  const ids = new Set(problem.pins.flatMap((pin) => ('placeId' in pin ? [pin.placeId] : [])));
  const counties = new Set(problem.pins.flatMap((pin) => ('placeId' in pin ? [] : [pin.countyId])));
  return problem.places.filter(({ id, countyId }) => ids.has(id) || counties.has(countyId));
}
