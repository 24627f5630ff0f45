import { canBeCrewed } from './crewed-days.ts';
import type { Frame, FramedTeam } from './frame.ts';
import type { LoadWindow } from './load-windows.ts';
import { type DayMixes, mixesWithin } from './mixes-within.ts';

/*
 * In a window of loads a team has few ways to share its days among counties of little and of much travel: its own load
 * and that of each of its people have to come out, and whoever lacks an odd number of points needs an odd number of
 * odd days. Which county, and on which day, is left open, and so is where somebody may not go: in every plan within
 * the window each team has one of these mixes.
 */

const MOST_MIXES = 300;

/** Of the counties, each once, from low to high. */
export function loadsOf({ problem, loadOf }: Frame): number[] {
  return [...new Set(problem.counties.map(({ id }) => loadOf(id)))].toSorted((one, other) => one - other);
}

/** @param most days that the team can have at all in counties of each load */
export function dayMixes(
  frame: Frame,
  team: FramedTeam,
  { teams, people }: LoadWindow,
  most: readonly number[],
): DayMixes {
  const loads = loadsOf(frame);
  const { carriedLoad } = team.team;
  const within = { from: teams.from - carriedLoad, to: teams.to - carriedLoad };
  const found = mixesWithin(within, loads, most, frame.days.length);
  const step = Math.ceil(found.mixes.length / MOST_MIXES);
  const looked = found.mixes.filter((_, place) => place % step === 0);
  const crewed = looked.filter(
    (mix) =>
      people === null ||
      canBeCrewed(
        frame,
        team,
        people,
        mix.map((days, at) => ({ days, load: loads[at] ?? 0, countyId: null })),
      ),
  );
  return { mixes: crewed, areAll: found.areAll && step <= 1 };
}
