import type { Random } from '#shared/random.ts';
import type { DaysTask } from './days-task.ts';
import { isOver, type Limits } from './highs.ts';
import { createTally, type Tally } from './days-tally.ts';

/*
 * Days of teams in counties by annealing: each team keeps to one of its mixes, so that loads come out by themselves;
 * days go from one county to another until every county has what it needs, with as few counties of teams as can be.
 */

/** Of each team, in each county. */
export type Days = readonly (readonly number[])[];

const HOT = 1.5;
const COLD = 0.06;
/** Of the moves: the others choose another mix. */
const SHIFTS = 0.45;
const SWAPS = 0.3;
/** How often days are added where the team is already. */
const STAYS = 0.8;
const TINY = 1e-9;

/** How many moves between two looks at the time. */
const LOOKED_EVERY = 1_000;

/** @returns the best that lacks nothing; null where none was met */
export function annealDays(task: DaysTask, random: Random, moves: number, limits: Limits): Days | null {
  if (task.mixes.some((own) => own.length === 0)) return null;
  const tally = createTally(task);
  const steps = daysSteps(task, tally, random);
  let best: { days: Days; cost: number } | null = null;
  let cost = tally.cost();
  for (let move = 0; move < moves; move += 1) {
    if (move % LOOKED_EVERY === 0 && isOver(limits)) break;
    const heat = HOT * (COLD / HOT) ** (move / moves);
    steps.change();
    const after = tally.cost();
    if (after > cost && random.fraction() >= Math.exp((cost - after) / heat)) {
      steps.undo();
      continue;
    }
    cost = after;
    if (tally.lacksNothing() && (best === null || cost < best.cost - TINY))
      best = { days: tally.copy(), cost };
  }
  return best?.days ?? null;
}

function daysSteps(task: DaysTask, tally: Tally, random: Random) {
  const counties = task.loadAt.length;
  const mixOf = task.mixes.map(() => 0);
  const journal: { team: number; county: number; days: number }[] = [];
  let remixed: { team: number; mix: number } | null = null;
  function add(team: number, county: number, days: number): void {
    tally.add(team, county, days);
    journal.push({ team, county, days });
  }

  const room = (team: number, county: number): number =>
    (task.most[team]?.[county] ?? 0) - tally.daysOf(team, county);

  /** One of those that fit, each as likely; undefined where none does. */
  function pick(fits: (county: number) => boolean): number | undefined {
    let fitting = 0;
    for (let county = 0; county < counties; county += 1) if (fits(county)) fitting += 1;
    let left = fitting === 0 ? -1 : random.integer(0, fitting - 1);
    for (let county = 0; left >= 0 && county < counties; county += 1) {
      if (!fits(county)) continue;
      if (left === 0) return county;
      left -= 1;
    }
    return undefined;
  }

  /** From one county to another of the same load, some days or all. */
  function shift(team: number): void {
    const from = pick((county) => tally.daysOf(team, county) > 0);
    if (from === undefined) return;
    const to = pick(
      (county) => county !== from && task.loadAt[county] === task.loadAt[from] && room(team, county) > 0,
    );
    if (to === undefined) return;
    const have = tally.daysOf(team, from);
    const days = Math.min(random.fraction() < 0.5 ? have : random.integer(1, have), room(team, to));
    add(team, from, -days);
    add(team, to, days);
  }

  /** Two teams change counties of the same load. */
  function swap(team: number, other: number): void {
    const from = pick((county) => tally.daysOf(team, county) > 0);
    if (team === other || from === undefined) return;
    const to = pick(
      (county) =>
        county !== from && task.loadAt[county] === task.loadAt[from] && tally.daysOf(other, county) > 0,
    );
    if (to === undefined) return;
    const mine = Math.min(tally.daysOf(team, from), room(team, to));
    const theirs = Math.min(tally.daysOf(other, to), room(other, from));
    add(team, from, -mine);
    add(team, to, mine);
    add(other, to, -theirs);
    add(other, from, theirs);
  }

  function remix(team: number): void {
    const own = task.mixes[team] ?? [];
    const mix = random.integer(0, own.length - 1);
    const [before, after] = [own[mixOf[team] ?? 0], own[mix]];
    if (before === undefined || after === undefined) return;
    remixed = { team, mix: mixOf[team] ?? 0 };
    mixOf[team] = mix;
    for (const [at, days] of after.entries()) takeAway(team, at, (before[at] ?? 0) - days);
    for (const [at, days] of after.entries()) give(team, at, days - (before[at] ?? 0));
  }

  function takeAway(team: number, at: number, days: number): void {
    for (let left = days; left > 0; ) {
      const county = pick((there) => task.loadAt[there] === at && tally.daysOf(team, there) > 0);
      if (county === undefined) return;
      const taken = Math.min(left, tally.daysOf(team, county));
      add(team, county, -taken);
      left -= taken;
    }
  }

  function give(team: number, at: number, days: number): void {
    for (let left = days; left > 0; ) {
      const isOpen = (there: number) => task.loadAt[there] === at && room(team, there) > 0;
      const known =
        random.fraction() < STAYS
          ? pick((there) => isOpen(there) && tally.daysOf(team, there) > 0)
          : undefined;
      const county = known ?? pick(isOpen);
      if (county === undefined) return;
      const given = Math.min(left, room(team, county));
      add(team, county, given);
      left -= given;
    }
  }

  for (const [team, [first]] of task.mixes.entries())
    for (const [at, days] of (first ?? []).entries()) give(team, at, days);

  return {
    change(): void {
      journal.length = 0;
      remixed = null;
      const team = random.integer(0, mixOf.length - 1);
      const kind = random.fraction();
      if (kind < SHIFTS) shift(team);
      else if (kind < SHIFTS + SWAPS) swap(team, random.integer(0, mixOf.length - 1));
      else remix(team);
    },
    undo(): void {
      for (const { team, county, days } of journal.toReversed()) tally.add(team, county, -days);
      if (remixed !== null) mixOf[remixed.team] = remixed.mix;
    },
  };
}
