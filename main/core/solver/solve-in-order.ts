import type { Aim } from '#shared/rules/schedule/problem.ts';
import type { CountyDays } from './county-days-model.ts';
import type { LinearAim } from './exact-aims.ts';
import { exactModel } from './exact-model.ts';
import type { Scope } from './exact-variables.ts';
import type { Limits, LinearSolver } from './highs.ts';
import { type LinearModel, valueOf, wholeValues } from './linear-model.ts';
import type { Proof, Search } from './search.ts';

/* Solves a model's aims one after another, each fixed before the next. */

interface Ordered {
  model: LinearModel;
  aims: Record<Aim, LinearAim>;
  order: readonly Aim[];
  /** What is known of the best solution so far, by column. */
  choices(): ReadonlyMap<number, number>;
  /** Of the best solution so far. */
  valueOf(aim: Aim): number;
  found(values: Float64Array): void;
  prove(proof: Proof): void;
}

/** @returns false where the model has no solution at all */
function solveInOrder(solver: LinearSolver, ordered: Ordered, limits: Limits): boolean {
  const fixed = new Map<Aim, number>();
  const { model, order } = ordered;
  for (const [place, aim] of order.entries()) {
    const { terms, constant } = ordered.aims[aim];
    // Nothing is below zero.
    if (ordered.valueOf(aim) !== 0) {
      const now = performance.now();
      const until = now + (limits.until - now) / (order.length - place);
      const solved = solver.solve(model, terms, { ...limits, until }, ordered.choices());
      if (solved.status === 'infeasible') return place > 0;
      ordered.prove({ aim, bound: solved.bound + constant, fixed: new Map(fixed) });
      if (solved.values !== null) ordered.found(solved.values);
    }
    const value = ordered.valueOf(aim);
    fixed.set(aim, value);
    model.row(Number.NEGATIVE_INFINITY, [...terms], value - constant);
  }
  return true;
}

/**
 * Solves the stated model within a scope, from the best plan; only what is proved of the whole of it is a proof.
 * @param proved hears what was proved within the scope
 * @returns false where no plan keeps the rules and pins
 */
export function improveWithin(
  solver: LinearSolver,
  search: Search,
  scope: Scope,
  limits: Limits,
  proved: (aim: Aim, bound: number) => void = () => undefined,
): boolean {
  const exact = exactModel(search.frame, scope);
  const isWhole = scope.kept.length === 0 && scope.allows === undefined;
  return solveInOrder(
    solver,
    {
      ...exact,
      order: search.order,
      choices: () => exact.choices(search.best),
      valueOf: (aim) => search.values[aim],
      found: (values) => void search.offer(exact.read(values)),
      prove: (proof) => {
        if (isWhole) search.prove(proof);
        proved(proof.aim, proof.bound);
      },
    },
    limits,
  );
}

/**
 * Solves the model of county days, from the best plan.
 * @returns the best solution; null where none was found
 */
export function solveCountyDays(
  solver: LinearSolver,
  search: Search,
  countyDays: CountyDays,
  order: readonly Aim[],
  limits: Limits,
): Float64Array | null {
  let last: Float64Array | null = null;
  solveInOrder(
    solver,
    {
      ...countyDays,
      order,
      choices: () => (last === null ? countyDays.choices(search.best) : wholeValues(countyDays.model, last)),
      valueOf(aim) {
        const { terms, constant } = countyDays.aims[aim];
        return last === null ? search.values[aim] : constant + valueOf(terms, last);
      },
      found(values) {
        last = values;
      },
      prove: search.prove,
    },
    limits,
  );
  return last;
}
