import { aimsOf, compareAims, measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import type { Frame } from './frame.ts';

/*
 * The state of one search: the best plan so far, and what has been proved. A bound of an aim is proved for plans whose
 * earlier aims are no worse than values that were fixed; it counts where the best plan keeps to them.
 */

export interface Proof {
  aim: Aim;
  bound: number;
  fixed: ReadonlyMap<Aim, number>;
}

export interface Search {
  frame: Frame;
  order: readonly Aim[];
  readonly best: SchedulePlan;
  readonly values: Record<Aim, number>;
  /** Whether the plan keeps more rules, or is better, and so becomes the best. */
  offer(plan: SchedulePlan): boolean;
  prove: (proof: Proof) => void;
  boundOf(aim: Aim): number;
  /** Proved for plans with the trips of this plan; only who goes may differ. */
  proveWithin(plan: SchedulePlan, aim: Aim, bound: number): void;
  boundWithin(aim: Aim): number;
  isProven(): boolean;
}

export function createSearch(frame: Frame, start: SchedulePlan, improved: (search: Search) => void): Search {
  const { problem } = frame;
  const order = aimsOf(problem);
  const proofs: Proof[] = [];
  const proofsWithin: { trips: string; aim: Aim; bound: number }[] = [];
  let best = start;
  let values = measureAims(problem, best);
  let broken = checkPlan(problem, best).length;

  const search: Search = {
    frame,
    order,
    get best() {
      return best;
    },
    get values() {
      return values;
    },
    offer(plan) {
      const offered = measureAims(problem, plan);
      const brokenThen = checkPlan(problem, plan).length;
      if (brokenThen > broken || (brokenThen === broken && compareAims(order, offered, values) >= 0))
        return false;
      [best, values, broken] = [plan, offered, brokenThen];
      improved(search);
      return true;
    },
    prove: (proof) => void proofs.push(proof),
    boundOf: (aim) =>
      proofs
        .filter(
          (proof) =>
            proof.aim === aim && [...proof.fixed].every(([earlier, value]) => values[earlier] <= value),
        )
        .reduce((most, { bound }) => Math.max(most, bound), 0),
    proveWithin: (plan, aim, bound) => void proofsWithin.push({ trips: tripsOf(plan), aim, bound }),
    boundWithin(aim) {
      const trips = tripsOf(best);
      return proofsWithin
        .filter((proof) => proof.aim === aim && proof.trips === trips)
        .reduce((most, { bound }) => Math.max(most, bound), 0);
    },
    isProven: () => broken === 0 && order.every((aim) => search.boundOf(aim) >= values[aim]),
  };
  return search;
}

function tripsOf({ trips }: SchedulePlan): string {
  return JSON.stringify(
    trips.map(({ teamId, day, placeIds }) => [teamId, day, placeIds.toSorted()].flat().join('\n')).toSorted(),
  );
}
