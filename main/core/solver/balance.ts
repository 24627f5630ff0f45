import { createRandom } from '#shared/random.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import { countyDaysModel } from './county-days-model.ts';
import { type DaysTask, daysTask } from './days-task.ts';
import { isOver, type Limits, type LinearSolver, share } from './highs.ts';
import { type LoadWindow, scattered, type Spreads, windowsNear } from './load-windows.ts';
import type { PlaceGroup } from './place-groups.ts';
import type { Search } from './search.ts';
import { windowBounds } from './window-bounds.ts';
import { windowSearch } from './window-search.ts';

/*
 * The usual order of aims, all places being covered: the least difference of teams' loads, then of people's, then the
 * fewest changes, then the fewest repeats. The windows that loads can lie in are looked at one after another: what is
 * proved to be in none of them cannot be had, and in the others days of teams in counties are annealed and realised.
 */

/** Of the time that is left, at most: what one step does not need is for those after it. */
const SHARES = { teams: 0.95, people: 0.7, glance: 0.03, empty: 0.4, more: 0.3, first: 0.5, proof: 0.5 };
/** Differences of people's loads that are tried one after another; at last they may be whatever they are. */
const PEOPLE_SPREADS = [0, 1, 2, 4, 8, 16, null];
const FIRST_MOVES = 20_000;
const MOST_MOVES = 500_000;
const MORE_MOVES = 3;
const USUAL: readonly Aim[] = ['uncovered', 'teamLoad', 'personLoad', 'countyChanges', 'repeats'];

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
  const taskOf = tasksOf(search, groups);
  const bounds = windowBounds(solver, frame, groups, taskOf);
  const inWindows = windowSearch(solver, search, taskOf, createRandom(1));
  for (let teams = 0; teams <= search.values.teamLoad && !isOver(limits); teams += 1)
    balanceTeams(teams, share(limits, SHARES.teams));
  balanceMore(share(limits, SHARES.more));
  changeLess(share(limits, SHARES.first));
  proveChanges(share(limits, SHARES.proof));
  changeLess(limits);

  function balanceTeams(teams: number, within: Limits): void {
    const windows = fewestChangesFirst({ teams, people: null }, within);
    const isFound = windows.some(
      (window) => inWindows.anneal(window, FIRST_MOVES, share(within, SHARES.glance)) !== null,
    );
    if (!isFound && areEmpty(windows, share(within, SHARES.empty))) {
      search.prove({ aim: 'teamLoad', bound: teams + 1, fixed: fixedBefore('teamLoad') });
      return;
    }
    for (const people of PEOPLE_SPREADS) {
      if (isOver(within) || isReached({ teams, people })) return;
      balancePeople({ teams, people }, share(within, SHARES.people));
    }
  }

  /** What was stepped over, or not found at once. */
  function balanceMore(within: Limits): void {
    const { teamLoad, personLoad } = search.values;
    if (search.boundOf('personLoad') >= personLoad || isOver(within)) return;
    balancePeople({ teams: teamLoad, people: personLoad - 1 }, share(within, SHARES.people));
    if (search.values.personLoad < personLoad) balanceMore(within);
  }

  function balancePeople(spreads: Spreads, within: Limits): void {
    const windows = fewestChangesFirst(spreads, within);
    const isDone = () => isReached(spreads) || isOver(within);
    const seen = windows.filter((window) => !isDone() && look(window, FIRST_MOVES, within));
    if (isDone()) return;
    if (seen.length === 0 && areEmpty(windows, share(within, SHARES.empty))) {
      if (spreads.people !== null)
        search.prove({ aim: 'personLoad', bound: spreads.people + 1, fixed: fixedBefore('personLoad') });
      return;
    }
    const open = seen.length === 0 ? windows : seen;
    for (let moves = more(FIRST_MOVES); !isDone(); moves = more(moves))
      for (const window of open) if (!isDone()) look(window, moves, within);
  }

  function changeLess(within: Limits): void {
    const windows = fewestChangesFirst(spreadsOfBest(), within);
    let isOpen = true;
    for (let moves = FIRST_MOVES; isOpen && !isOver(within); moves = more(moves)) {
      isOpen = false;
      for (const window of windows) {
        if (isOver(within) || !isWorth(window)) continue;
        isOpen = true;
        look(window, moves, within);
      }
    }
  }

  /** Whether a plan in the window may be better than the best. */
  function isWorth(window: LoadWindow): boolean {
    const { countyChanges, repeats } = search.values;
    const changes = bounds.ofChanges(window);
    if (changes < countyChanges && search.boundOf('countyChanges') < countyChanges) return true;
    return changes <= countyChanges && search.boundOf('repeats') < repeats;
  }

  function proveChanges(within: Limits): void {
    const { countyChanges, repeats } = search.values;
    const windows = fewestChangesFirst(spreadsOfBest(), within);
    for (const [aim, value] of [
      ['countyChanges', countyChanges],
      ['repeats', repeats],
    ] as const) {
      const bound = windows.reduce((lowest, window, place) => {
        const slice = share(within, 1 / (windows.length - place));
        return Math.min(lowest, bounds.of(aim, window, value, countyChanges, slice));
      }, value);
      search.prove({ aim, bound, fixed: fixedBefore(aim) });
    }
  }

  /** @returns whether days were found, be it that they cannot be laid on the calendar */
  function look(window: LoadWindow, moves: number, within: Limits): boolean {
    const days = inWindows.anneal(window, moves, within);
    if (days !== null) inWindows.realise(window, days, within);
    return days !== null;
  }

  /** Windows that may have plans: of those with as many changes, first some that are far from each other. */
  function fewestChangesFirst(spreads: Spreads, within: Limits): LoadWindow[] {
    const possible = windowsNear(frame, search.best, spreads)
      .map((window) => ({ window, changes: isOver(within) ? 0 : bounds.ofChanges(window) }))
      .filter(({ changes }) => changes < Number.POSITIVE_INFINITY);
    return [...Map.groupBy(possible, ({ changes }) => changes)]
      .toSorted(([one], [other]) => one - other)
      .flatMap(([, own]) => scattered(own.map(({ window }) => window)));
  }

  function areEmpty(windows: readonly LoadWindow[], within: Limits): boolean {
    return windows.every((window, place) =>
      bounds.isEmpty(window, share(within, 1 / (windows.length - place))),
    );
  }

  function isReached({ teams, people }: Spreads): boolean {
    const { teamLoad, personLoad } = search.values;
    return teamLoad <= teams && (people === null || personLoad <= people);
  }

  function spreadsOfBest(): Spreads {
    return { teams: search.values.teamLoad, people: search.values.personLoad };
  }

  function fixedBefore(aim: Aim): ReadonlyMap<Aim, number> {
    return new Map(USUAL.slice(0, USUAL.indexOf(aim)).map((earlier) => [earlier, search.values[earlier]]));
  }
}

function tasksOf({ frame }: Search, groups: readonly PlaceGroup[]): (window: LoadWindow) => DaysTask {
  const countyDays = countyDaysModel(frame, groups);
  const tasks = new Map<string, DaysTask>();
  return (window) => {
    const key = JSON.stringify(window);
    const task = tasks.get(key) ?? daysTask(frame, countyDays, window);
    tasks.set(key, task);
    return task;
  };
}

const more = (moves: number): number => Math.min(MOST_MOVES, moves * MORE_MOVES);
