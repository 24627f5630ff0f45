import { createRandom } from '#shared/random.ts';
import { teamLoads } from '#shared/rules/schedule/aims.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import { type CountyDays, countyDaysModel } from './county-days-model.ts';
import { fewestChanges } from './fewest-changes.ts';
import { type Limits, type LinearSolver, share } from './highs.ts';
import { valueOf } from './linear-model.ts';
import {
  hasSpareDays,
  holdSpareDays,
  holdWindow,
  type LoadWindow,
  nearestFirst,
  teamRanges,
  windowsNear,
} from './load-windows.ts';
import type { PlaceGroup } from './place-groups.ts';
import { type DaysTable, realise } from './realise.ts';
import type { Search } from './search.ts';

/*
 * The usual order of aims, all places being covered: the least difference of teams' loads, then of people's, then
 * the fewest changes, each by the windows that loads can lie in. What comes out is realised as a plan.
 */

/** Of the time that is left, at most: what one step does not need is for those after it. */
const SHARES = {
  teams: 0.5,
  alike: 0.12,
  people: 0.65,
  spread: 0.75,
  changes: 0.7,
  window: 0.5,
  glance: 0.2,
  search: 0.7,
  proof: 0.55,
};
/** Of what the search for fewer changes found: not everything can be laid on days. */
const MOST_REALISED = 6;
const USUAL: readonly Aim[] = ['uncovered', 'teamLoad', 'personLoad', 'countyChanges', 'repeats'];

/** A window with what is known to be in it. */
interface Found {
  window: LoadWindow;
  countyDays: CountyDays;
  values: Float64Array;
}

type Answer = Found | 'none' | 'open';

export function isUsual({ order, values }: Search): boolean {
  return values.uncovered === 0 && order.every((aim, place) => aim === USUAL[place]);
}

export function balance(
  solver: LinearSolver,
  search: Search,
  groups: readonly PlaceGroup[],
  limits: Limits,
): void {
  const { frame } = search;
  const { problem } = frame;
  const random = createRandom(1);
  balanceTeams(share(limits, SHARES.teams));
  const found = balancePeople();
  if (found !== null) changeLess(found, share(limits, SHARES.changes));
  const { personLoad } = search.values;
  if (search.boundOf('personLoad') < personLoad)
    balancePeopleTo(personLoad - 1, SHARES.glance, share(limits, SHARES.proof));
  proveChanges(limits);

  function balanceTeams(within: Limits): void {
    for (let spread = 0; spread <= search.values.teamLoad; spread += 1) {
      const ranges = nearestFirst(teamRanges(frame, spread), teamLoads(problem, search.best));
      let open = false;
      for (const teams of ranges) {
        if (isOver(within)) return;
        const answer = solveWindow({ teams, people: null }, false, share(within, SHARES.window));
        if (answer === 'open') open = true;
        if (typeof answer === 'string') continue;
        offer(answer, within);
        if (search.values.teamLoad <= spread) return;
        open = true;
      }
      if (!open) search.prove({ aim: 'teamLoad', bound: spread + 1, fixed: new Map([['uncovered', 0]]) });
    }
  }

  /** All alike, which is mostly impossible and soon proved to be; else within a few points. */
  function balancePeople(): Found | null {
    const alike = balancePeopleTo(0, SHARES.glance, share(limits, SHARES.alike));
    if (alike !== null) return alike;
    const within = share(limits, SHARES.people);
    for (let spread = 1; spread < search.values.personLoad; spread += 1) {
      const close = balancePeopleTo(spread, SHARES.window, share(within, SHARES.spread));
      if (close !== null) return close;
    }
    return null;
  }

  function balancePeopleTo(spread: number, part: number, within: Limits): Found | null {
    let open = false;
    const spreads = { teams: search.values.teamLoad, people: spread };
    const windows = windowsNear(frame, search.best, spreads);
    for (const withSpareDays of spread > 0 && hasSpareDays(frame) ? [true, false] : [false]) {
      for (const window of windows) {
        if (isOver(within)) return null;
        const answer = solveWindow(window, withSpareDays, share(within, part));
        if (answer !== 'none') open = true;
        if (typeof answer === 'string') continue;
        offer(answer, within);
        if (search.values.personLoad <= spread) return answer;
      }
    }
    if (!open) search.prove({ aim: 'personLoad', bound: spread + 1, fixed: fixed('personLoad') });
    return null;
  }

  function changeLess({ window, countyDays, values }: Found, within: Limits): void {
    const fewer = fewestChanges(solver, frame, countyDays, values, random, share(within, SHARES.search));
    const isRealised = (better: Float64Array) => offer({ window, countyDays, values: better }, within);
    fewer.slice(0, MOST_REALISED).some(isRealised);
  }

  /** Windows where fewer changes are impossible are left out at once. */
  function proveChanges(within: Limits): void {
    const { teamLoad, countyChanges } = search.values;
    // Somebody comes into each county, and each team's first county is no change.
    const counties = problem.counties.filter(({ id }) => frame.placesIn(id).length > 0).length;
    const least = Math.max(0, counties - frame.teams.length);
    let bound = countyChanges;
    const ranges = nearestFirst(teamRanges(frame, teamLoad), teamLoads(problem, search.best));
    for (const [place, teams] of ranges.entries()) {
      const slice = share(within, 1 / (ranges.length - place));
      const countyDays = modelOf({ teams, people: null });
      const { terms, constant } = countyDays.aims.countyChanges;
      countyDays.model.row(Number.NEGATIVE_INFINITY, [...terms], countyChanges - 1 - constant);
      const solved = solver.solve(countyDays.model, terms, slice);
      if (solved.status !== 'infeasible') bound = Math.min(bound, Math.max(least, solved.bound + constant));
    }
    search.prove({ aim: 'countyChanges', bound, fixed: fixed('countyChanges') });
  }

  function modelOf(window: LoadWindow): CountyDays {
    const countyDays = countyDaysModel(frame, groups, window.people !== null);
    holdWindow(countyDays, frame, window);
    return countyDays;
  }

  function solveWindow(window: LoadWindow, withSpareDays: boolean, within: Limits): Answer {
    const countyDays = modelOf(window);
    if (withSpareDays) holdSpareDays(countyDays, frame);
    const { status, values } = solver.solve(countyDays.model, [], within);
    if (values !== null) return { window, countyDays, values };
    return status === 'infeasible' ? 'none' : 'open';
  }

  function offer({ window, countyDays, values }: Found, within: Limits): boolean {
    const plan = realise(solver, frame, tableOf(countyDays, values), window.people, within);
    return plan !== null && search.offer(plan);
  }

  function fixed(before: Aim): ReadonlyMap<Aim, number> {
    return new Map(USUAL.slice(0, USUAL.indexOf(before)).map((aim) => [aim, search.values[aim]]));
  }

  function isOver({ until, stopped }: Limits): boolean {
    return stopped() || performance.now() >= until;
  }
}

export function tableOf({ countyTeams }: CountyDays, values: Float64Array): DaysTable {
  return (team, countyId) => {
    const found = countyTeams.find(
      (countyTeam) => countyTeam.team === team && countyTeam.countyId === countyId,
    );
    return found === undefined ? 0 : valueOf([[found.days, 1]], values);
  };
}
