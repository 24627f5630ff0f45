import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#shared/random.ts';
import { measureAims, personLoads, teamLoads } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { annealDays } from '#main/core/solver/anneal-days.ts';
import { countyDaysModel } from '#main/core/solver/county-days-model.ts';
import { type DaysTask, daysTask } from '#main/core/solver/days-task.ts';
import { type Frame, frameOf } from '#main/core/solver/frame.ts';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { type LoadWindow, scattered, windowsNear } from '#main/core/solver/load-windows.ts';
import { placeGroups } from '#main/core/solver/place-groups.ts';
import type { Range } from '#main/core/solver/realise.ts';
import { windowBounds } from '#main/core/solver/window-bounds.ts';
import { allPlans } from '#tests/support/all-plans.ts';
import { aCampaign } from '#tests/support/builders/schedule.ts';
import { tinyProblem } from '#tests/support/builders/tiny-problem.ts';

const CASES = 10;
/** With plans of all kinds of loads, which a window each has to hold. */
const PLANS_EACH = 15;

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const noLimits = { until: Number.MAX_SAFE_INTEGER, stopped: () => false };

/** Plans that keep all rules and cover every place, of different loads and changes. */
function goodPlans(problem: ScheduleProblem): SchedulePlan[] {
  const found = new Map<string, SchedulePlan>();
  for (const plan of allPlans(problem)) {
    const values = measureAims(problem, plan);
    if (values.uncovered > 0) continue;
    const key = JSON.stringify([
      values.countyChanges,
      ...teamLoads(problem, plan),
      ...personLoads(problem, plan),
    ]);
    if (found.has(key) || checkPlan(problem, plan).length > 0) continue;
    found.set(key, plan);
    if (found.size === PLANS_EACH) break;
  }
  return [...found.values()];
}

function frameAndTasks(problem: ScheduleProblem): { frame: Frame; taskOf: (window: LoadWindow) => DaysTask } {
  const frame = frameOf(problem, greedyPlan(problem).teams);
  const countyDays = countyDaysModel(frame, placeGroups(frame));
  return { frame, taskOf: (window) => daysTask(frame, countyDays, window) };
}

const isIn = (loads: ReadonlyMap<string, number>, { from, to }: Range): boolean =>
  [...loads.values()].every((load) => load >= from && load <= to);

/** Of a plan: windows of its own differences of loads that hold it. */
function windowsOf(problem: ScheduleProblem, frame: Frame, plan: SchedulePlan): LoadWindow[] {
  const { teamLoad, personLoad } = measureAims(problem, plan);
  return windowsNear(frame, plan, { teams: teamLoad, people: personLoad }).filter(
    ({ teams, people }) =>
      isIn(teamLoads(problem, plan), teams) && (people === null || isIn(personLoads(problem, plan), people)),
  );
}

/** Days of the team in counties of each load. */
function mixOf(frame: Frame, task: DaysTask, plan: SchedulePlan, teamId: string): number[] {
  const own = plan.trips.filter((trip) => trip.teamId === teamId);
  return task.loads.map((load) => own.filter(({ countyId }) => frame.loadOf(countyId) === load).length);
}

describe('against every plan of tiny campaigns', () => {
  it('each plan is in a window, its teams have mixes of it, and it has no fewer changes than are counted', () => {
    let looked = 0;
    for (let seed = 1; seed <= CASES; seed += 1) {
      const problem = tinyProblem(seed);
      const { frame, taskOf } = frameAndTasks(problem);
      const bounds = windowBounds(solver, frame, placeGroups(frame), taskOf);
      for (const plan of goodPlans(problem)) {
        const { countyChanges, repeats } = measureAims(problem, plan);
        const [window] = windowsOf(problem, frame, plan);
        if (window === undefined) throw new Error(`case ${seed}: no window holds the plan`);
        const task = taskOf(window);
        for (const [place, { id }] of problem.teams.entries())
          expect(task.mixes[place], `case ${seed}`).toContainEqual(mixOf(frame, task, plan, id));
        expect(bounds.ofChanges(window), `case ${seed}`).toBeLessThanOrEqual(countyChanges);
        expect(bounds.isEmpty(window, noLimits), `case ${seed}`).toBe(false);
        const most = countyChanges + 1;
        expect(bounds.of('countyChanges', window, most, most, noLimits)).toBeLessThanOrEqual(countyChanges);
        expect(bounds.of('repeats', window, repeats + 1, countyChanges, noLimits)).toBeLessThanOrEqual(
          repeats,
        );
        looked += 1;
      }
    }
    expect(looked).toBeGreaterThan(CASES);
  });
});

describe('days that are annealed', () => {
  const campaign = aCampaign(7, { counties: 5, places: 50, teams: 4, workdays: 8, inspectors: 16 });
  const { frame, taskOf } = frameAndTasks(campaign);
  const anneal = (task: DaysTask) => annealDays(task, createRandom(1), 20_000, noLimits);
  const found = scattered(windowsNear(frame, greedyPlan(campaign), { teams: 0, people: 2 }))
    .slice(0, 20)
    .flatMap((window) => {
      const task = taskOf(window);
      const days = anneal(task);
      return days === null ? [] : [{ task, days }];
    });

  it('give each team the days of one of its mixes, and each county what it needs and may have', () => {
    expect(found).not.toEqual([]);
    for (const { task, days } of found) {
      for (const [team, own] of days.entries()) {
        const mix = task.loads.map((_, load) =>
          own.reduce((sum, count, county) => sum + (task.loadAt[county] === load ? count : 0), 0),
        );
        expect(task.mixes[team]).toContainEqual(mix);
      }
      for (const { county, isOf, days: needed } of task.needs) {
        const have = days.reduce((sum, own, team) => sum + (isOf[team] === true ? (own[county] ?? 0) : 0), 0);
        expect(have).toBeGreaterThanOrEqual(needed);
      }
      for (const [county, most] of task.mostTogether.entries())
        expect(days.reduce((sum, own) => sum + (own[county] ?? 0), 0)).toBeLessThanOrEqual(most);
    }
  });

  it('are the same whenever they are annealed with the same seed', () => {
    for (const { task, days } of found) expect(anneal(task)).toEqual(days);
  });
});
