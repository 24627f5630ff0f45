import type { Days } from './anneal-days.ts';
import type { DaysTask } from './days-task.ts';

/* What days of teams in counties lack and cost, kept up as days come and go. */

const WEIGHTS = { lacking: 2, tooMany: 2, mutual: 1.5, notCrewed: 3, comes: 1, again: 0.3, wished: 0.02 };

export type Tally = ReturnType<typeof createTally>;

export function createTally(task: DaysTask) {
  const zeros = (): number[] => task.loadAt.map(() => 0);
  const days = task.mixes.map(() => zeros());
  const together = zeros();
  const have = task.needs.map(() => 0);
  const needsIn = task.loadAt.map((_, county) =>
    task.needs.flatMap((need, at) => (need.county === county ? [{ need, at }] : [])),
  );
  // Teams with somebody from the one county who come into the other.
  const sent = task.loadAt.map(() => zeros());
  const crewed = task.mixes.map(() => new Map<string, boolean>());
  const touched = new Set<number>();
  const notCrewed = new Set<number>();
  let lacking = task.needs.reduce((sum, need) => sum + need.days, 0);
  let wished = task.wished.reduce((sum, wish) => sum + wish, 0);
  let tooMany = 0;
  let mutual = 0;
  let comes = 0;
  let again = 0;

  function add(team: number, county: number, more: number): void {
    const own = days[team];
    if (own === undefined) return;
    const before = own[county] ?? 0;
    own[county] = before + more;
    touched.add(team);
    for (const { need, at } of needsIn[county] ?? []) {
      if (need.isOf[team] !== true) continue;
      const had = have[at] ?? 0;
      have[at] = had + more;
      lacking += Math.max(0, need.days - had - more) - Math.max(0, need.days - had);
    }
    const all = together[county] ?? 0;
    const most = task.mostTogether[county] ?? 0;
    together[county] = all + more;
    const wish = task.wished[county] ?? 0;
    wished += Math.max(0, wish - all - more) - Math.max(0, wish - all);
    tooMany += Math.max(0, all + more - most) - Math.max(0, all - most);
    if (before > 0 === before + more > 0) return;
    const sign = before > 0 ? -1 : 1;
    comes += sign;
    if (task.wasThere[team]?.[county] === true) again += sign;
    for (const home of task.homes[team] ?? []) if (home !== county) send(home, county, sign);
  }

  function send(home: number, county: number, sign: number): void {
    const row = sent[home];
    if (row === undefined) return;
    const before = row[county] ?? 0;
    row[county] = before + sign;
    if (before > 0 !== before + sign > 0 && (sent[county]?.[home] ?? 0) > 0) mutual += sign;
  }

  function settle(): void {
    for (const team of touched) {
      const own = days[team] ?? [];
      const isAtHome = (task.homes[team] ?? []).some((county) => (own[county] ?? 0) > 0);
      if (!isAtHome || isKnownCrewed(team, own)) notCrewed.delete(team);
      else notCrewed.add(team);
    }
    touched.clear();
  }

  function isKnownCrewed(team: number, own: readonly number[]): boolean {
    const known = crewed[team];
    const key = own.join();
    const answer = known?.get(key) ?? task.canBeCrewed(team, own);
    known?.set(key, answer);
    return answer;
  }

  return {
    add,
    daysOf: (team: number, county: number): number => days[team]?.[county] ?? 0,
    copy: (): Days => days.map((own) => [...own]),
    lacksNothing: (): boolean => lacking + tooMany + mutual + notCrewed.size === 0,
    cost(): number {
      settle();
      return (
        WEIGHTS.lacking * lacking +
        WEIGHTS.tooMany * tooMany +
        WEIGHTS.mutual * mutual +
        WEIGHTS.notCrewed * notCrewed.size +
        WEIGHTS.comes * comes +
        WEIGHTS.again * again +
        WEIGHTS.wished * wished
      );
    },
  };
}
