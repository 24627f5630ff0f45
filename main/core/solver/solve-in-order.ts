import { compareAims, measureAims } from '#shared/rules/schedule/aims.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Aim } from '#shared/rules/schedule/problem.ts';
import type { ExactModel } from './exact-model.ts';
import type { Frame } from './frame.ts';
import type { Limits, LinearSolver } from './highs.ts';

export interface InOrder {
  plan: SchedulePlan;
  /** Lowest value that each aim can have while the ones before it keep theirs; within the model's scope. */
  bounds: Map<Aim, number>;
  /** No plan keeps the rules and pins. */
  infeasible: boolean;
}

/**
 * Solves one aim after another, each fixed before the next.
 * @param start a plan that keeps the rules, or nearly
 * @param improved hears of every plan that is better than all before
 */
export function solveInOrder(
  solver: LinearSolver,
  frame: Frame,
  { model, aims, read, choices }: ExactModel,
  order: readonly Aim[],
  start: SchedulePlan,
  limits: Limits,
  improved: (plan: SchedulePlan) => void = () => undefined,
): InOrder {
  const bounds = new Map<Aim, number>();
  let best = start;
  for (const [place, aim] of order.entries()) {
    const value = measureAims(frame.problem, best)[aim];
    const { terms, constant } = aims[aim];
    if (value === 0) bounds.set(aim, 0);
    else {
      const now = performance.now();
      const until = now + (limits.until - now) / (order.length - place);
      const solved = solver.solve(model, terms, { ...limits, until }, choices(best));
      if (solved.status === 'infeasible') return { plan: best, bounds, infeasible: place === 0 };
      bounds.set(aim, Math.max(0, solved.bound + constant));
      if (solved.values !== null) {
        const found = read(solved.values);
        if (isBetter(frame, order, found, best)) {
          best = found;
          improved(best);
        }
      }
    }
    model.row(Number.NEGATIVE_INFINITY, [...terms], measureAims(frame.problem, best)[aim] - constant);
  }
  return { plan: best, bounds, infeasible: false };
}

function isBetter({ problem }: Frame, order: readonly Aim[], one: SchedulePlan, other: SchedulePlan): boolean {
  return compareAims(order, measureAims(problem, one), measureAims(problem, other)) < 0;
}
