import type { Random } from '#shared/random.ts';
import type { CountyDays } from './county-days-model.ts';
import type { Frame, FramedTeam } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';
import { type LinearModel, type Terms, valueOf, wholeValues } from './linear-model.ts';

/*
 * Fewer changes of county, then fewer repeats, in the model of county days: of a solution, a few teams at a time are
 * planned anew while the others stay as they are.
 */

const TEAMS_AT_ONCE = 3;
const MILLISECONDS_EACH = 1_000;

/** @returns what was found, as values of the model's columns, the best first */
export function fewestChanges(
  solver: LinearSolver,
  frame: Frame,
  countyDays: CountyDays,
  start: Float64Array,
  random: Random,
  limits: Limits,
): Float64Array[] {
  const objective = changesThenRepeats(countyDays);
  const found = [start];
  const tries = frame.teams.length * 3;
  for (let idle = 0; idle < tries && performance.now() < limits.until && !limits.stopped(); idle += 1) {
    const model = countyDays.model.copy();
    const best = found[0] ?? start;
    freeze(model, countyDays, best, neighbours(frame, countyDays, best, random));
    const until = Math.min(limits.until, performance.now() + MILLISECONDS_EACH);
    const { values } = solver.solve(model, objective, { ...limits, until }, wholeValues(model, best));
    if (values === null || valueOf(objective, values) > valueOf(objective, best) - 0.5) continue;
    found.unshift(values);
    idle = -1;
  }
  return found;
}

/** One repeat more never outweighs a change. */
function changesThenRepeats({ aims }: CountyDays): Terms {
  const weight = aims.repeats.terms.length + 1;
  return [
    ...aims.countyChanges.terms.map(([column, times]): [number, number] => [column, times * weight]),
    ...aims.repeats.terms,
  ];
}

/** A team, those that it shares counties with, and others at random. */
function neighbours(
  frame: Frame,
  { countyTeams }: CountyDays,
  values: Float64Array,
  random: Random,
): ReadonlySet<FramedTeam> {
  const present = countyTeams.filter(({ comes }) => (values[comes] ?? 0) > 0.5);
  const shuffled = random.shuffled(frame.teams);
  const [first] = shuffled;
  const own = new Set(present.filter(({ team }) => team === first).map(({ countyId }) => countyId));
  const sharing = random
    .shuffled(present)
    .filter(({ countyId }) => own.has(countyId))
    .map(({ team }) => team);
  const close = first === undefined ? [] : [first, ...sharing];
  return new Set([...new Set([...close, ...shuffled])].slice(0, TEAMS_AT_ONCE));
}

function freeze(
  model: LinearModel,
  { countyTeams }: CountyDays,
  values: Float64Array,
  free: ReadonlySet<FramedTeam>,
): void {
  for (const { team, comes, days, people } of countyTeams) {
    if (free.has(team)) continue;
    for (const column of [comes, days, ...[...people.values()].map((person) => person.column)])
      model.fix(column, Math.round(values[column] ?? 0));
  }
}
