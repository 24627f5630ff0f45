import type { Random } from '#shared/random.ts';
import { annealDays, type Days } from './anneal-days.ts';
import type { DaysTask } from './days-task.ts';
import type { FramedTeam } from './frame.ts';
import { type Limits, type LinearSolver, share } from './highs.ts';
import type { LoadWindow } from './load-windows.ts';
import type { Range } from './realise.ts';
import { realise } from './realise.ts';
import type { Search } from './search.ts';

const REALISE_SHARE = 0.6;

export interface WindowSearch {
  /** Days in counties, annealed with so many moves; null where none were met that lack nothing. */
  anneal: (window: LoadWindow, moves: number, limits: Limits) => Days | null;
  /** Lays days on the calendar, unless the best plan is as good already, and offers what comes out. */
  realise: (window: LoadWindow, days: Days, limits: Limits) => void;
}

export function windowSearch(
  solver: LinearSolver,
  search: Search,
  taskOf: (window: LoadWindow) => DaysTask,
  random: Random,
): WindowSearch {
  const { frame } = search;
  const { counties } = frame.problem;
  const tried = new Set<string>();

  /** With loads in the same window: fewer changes, or as many and fewer repeats. */
  function isBetter({ teams, people }: LoadWindow, days: Days): boolean {
    const { values } = search;
    if (!isWithin(values.teamLoad, teams) || !isWithin(values.personLoad, people)) return true;
    const there = days.map((own) => counties.filter((_, county) => (own[county] ?? 0) > 0));
    const changes = there.reduce((sum, own) => sum + Math.max(0, own.length - 1), 0);
    if (changes !== values.countyChanges) return changes < values.countyChanges;
    const again = there.map(
      (own, at) => own.filter(({ id }) => frame.teams[at]?.team.lastCountyIds.includes(id)).length,
    );
    return again.reduce((sum, count) => sum + count, 0) < values.repeats;
  }

  return {
    anneal: (window, moves, limits) => annealDays(taskOf(window), random, moves, limits),
    realise(window, days, limits) {
      const key = JSON.stringify([window, days]);
      if (tried.has(key) || !isBetter(window, days)) return;
      tried.add(key);
      const table = (team: FramedTeam, countyId: string) =>
        days[frame.teams.indexOf(team)]?.[counties.findIndex(({ id }) => id === countyId)] ?? 0;
      const plan = realise(solver, frame, table, window.people, share(limits, REALISE_SHARE));
      if (plan !== null) search.offer(plan);
    },
  };
}

const isWithin = (spread: number, range: Range | null): boolean =>
  range === null || spread <= range.to - range.from;
