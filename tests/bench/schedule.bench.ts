import { createRandom } from '#shared/random.ts';
import { measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import { greedyPlan } from '#shared/rules/schedule/greedy.ts';
import { randomPlan } from '#shared/rules/schedule/random-plan.ts';
import { certaintyWords } from '#shared/rules/schedule/result.ts';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { solveSchedule } from '#main/core/solver/solve.ts';
import { aCampaign, type Sizes } from '#tests/support/builders/schedule.ts';
import type { Part, Report } from './report.ts';

interface Asked {
  sizes: Sizes;
  seconds: number;
  /** In percent. */
  mostGap: number;
}

const SEED = 1;
const FIRST_PLAN_SECONDS = 2;
const PERCENT = 100;

const asked: readonly Asked[] = [
  {
    sizes: { counties: 12, places: 180, teams: 8, workdays: 10, inspectors: 40 },
    seconds: 15,
    mostGap: 1,
  },
  {
    sizes: { counties: 20, places: 400, teams: 15, workdays: 20, inspectors: 75 },
    seconds: 60,
    mostGap: 5,
  },
];

async function run(report: Report): Promise<void> {
  const solver = await loadSolver();
  for (const one of asked) measure(solver, one, report);
}

/** Each aim's gap to what is proved, beside what greedy and chance reach. */
function measure(solver: LinearSolver, { sizes, seconds, mostGap }: Asked, report: Report): void {
  const problem = aCampaign(SEED, sizes);
  const name = `${sizes.counties} counties, ${sizes.places} places`;
  const greedy = measureAims(problem, greedyPlan(problem));
  const random = measureAims(problem, randomPlan(problem, createRandom(SEED)));
  let first: number | null = null;
  const {
    aims,
    plan,
    seconds: taken,
  } = solveSchedule(solver, problem, {
    seconds,
    stopped: () => false,
    progress(best) {
      first ??= best.seconds;
    },
  });
  const broken = checkPlan(problem, plan).length;
  if (broken > 0) throw new Error(`the plan breaks ${broken} hard rules`);
  report({
    what: `${name}: a plan that keeps all hard rules`,
    value: first ?? Number.NaN,
    unit: 's',
    bar: { of: 'figure', most: FIRST_PLAN_SECONDS },
  });
  report({ what: `${name}: the end of the search`, value: taken, unit: 's' });
  for (const result of aims) {
    const { aim, value, bound, gap } = result;
    report({
      what: `${aim} ${value}, bound ${bound}, greedy ${greedy[aim]}, random ${random[aim]}: ${certaintyWords(result)}`,
      value: gap * PERCENT,
      unit: '%',
      bar: { of: 'figure', most: mostGap },
    });
  }
}

export const schedulePart: Part = {
  name: 'schedule',
  title: 'schedules of inspections: what is reached of each aim, and its gap to what is proved',
  run,
};
