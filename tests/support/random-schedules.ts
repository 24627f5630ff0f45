import { expect } from 'vitest';
import { aimsOf, compareAims, measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { LinearSolver } from '#main/core/solver/highs.ts';
import { solveSchedule } from '#main/core/solver/solve.ts';
import { aSmallCase } from './builders/small-case.ts';

const SECONDS = 0.2;

/** `SCHEDULES` of the 500 random campaigns are solved: all of them where nothing is said. */
export const shareOfSchedules = Number(process.env['SCHEDULES'] ?? 500) / 500;

/** Solves the random case and holds it against the independent checker, greedy and its own bounds. */
export function expectGoodSchedule(solver: LinearSolver, seed: number): void {
  const problem = aSmallCase(seed);
  const result = solveSchedule(solver, problem, {
    seconds: SECONDS,
    stopped: () => false,
    progress: () => undefined,
  });
  const broken = checkPlan(problem, result.plan);
  const which = `case ${seed}`;
  expect(
    broken.filter(({ rule }) => rule !== 'pin'),
    which,
  ).toEqual([]);
  expect(result.violations, which).toEqual(broken);
  expect(result.status === 'infeasible', which).toBe(broken.length > 0);
  const greedy = greedyPlan(problem);
  const values = measureAims(problem, result.plan);
  if (checkPlan(problem, greedy).length === 0)
    expect(compareAims(aimsOf(problem), values, measureAims(problem, greedy)), which).toBeLessThanOrEqual(0);
  for (const { aim, value, bound, boundWithinDecomposition } of result.aims) {
    expect(value, which).toBe(values[aim]);
    expect(bound, which).toBeLessThanOrEqual(boundWithinDecomposition);
    expect(boundWithinDecomposition, which).toBeLessThanOrEqual(value);
  }
  if (result.status === 'complete') expect(result.clashes, which).toEqual([]);
  else expect(result.clashes, which).not.toEqual([]);
}
