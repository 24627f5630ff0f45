import type { DaysTask } from './days-task.ts';

/**
 * No plan in the window has fewer changes of county; infinite where there is none at all.
 *
 * Take the counties of one load. Each that has places is come into by somebody, and a team whose every mix has days
 * there comes into one of them at least, or into more where one cannot hold these days; of both counts the higher
 * holds. Over all loads, that is how often teams come into counties, and each team's first county is no change. Beyond,
 * the fewest days of all teams there must not be more than these counties may have, nor the most less than they need.
 */
export function countChanges(task: DaysTask): number {
  if (!task.areAll) return Math.max(0, task.least.filter((days) => days > 0).length - task.mixes.length);
  if (task.mixes.some((own) => own.length === 0)) return Number.POSITIVE_INFINITY;
  let comes = 0;
  for (const load of task.loads.keys()) {
    const inThese = (days: readonly number[]): number[] =>
      days.filter((_, county) => task.loadAt[county] === load);
    const daysOf = task.mixes.map((own) => own.map((mix) => mix[load] ?? 0));
    const fewest = daysOf.map((days) => Math.min(...days));
    const least = inThese(task.least);
    const isTooMuch = sumOf(fewest) > sumOf(inThese(task.mostTogether));
    if (isTooMuch || sumOf(daysOf.map((days) => Math.max(...days))) < sumOf(least))
      return Number.POSITIVE_INFINITY;
    const longest = task.longest[load] ?? 1;
    comes += Math.max(
      least.filter((days) => days > 0).length,
      sumOf(fewest.map((days) => Math.ceil(days / longest))),
    );
  }
  return Math.max(0, comes - task.mixes.length);
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
