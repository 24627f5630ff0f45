import { beforeAll, describe, expect, test } from 'vitest';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { expectGoodSchedule, shareOfSchedules } from '#tests/support/random-schedules.ts';

const GROUPS = 10;
/** Of each 25, as many as are asked for. */
const CASES = 25;

describe('small random campaigns 251 to 500', () => {
  let solver: LinearSolver;
  beforeAll(async () => {
    solver = await loadSolver();
  });

  test.each(Array.from({ length: GROUPS }, (_, group) => 250 + group * CASES + 1))(
    'from %i on: every plan keeps the hard rules, is no worse than greedy, and clashes are named',
    (first) => {
      expect.hasAssertions();
      for (let seed = first; seed < first + CASES * shareOfSchedules; seed += 1)
        expectGoodSchedule(solver, seed);
    },
  );
});
