import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aimValues, type AimValues, isBetter, orderOfAims } from '#shared/rules/duty/propose/aims.ts';
import { greedyRoster } from '#shared/rules/duty/propose/greedy.ts';
import { type DutyProblem, postsOf, type Seat, seatKey } from '#shared/rules/duty/propose/problem.ts';
import { type LinearSolver, loadSolver } from '#main/core/solver/highs.ts';
import { solveRoster } from '#main/features/duty/propose/solve.ts';
import { anyProblem, brokenRules } from '#tests/shared/rules/duty/support.ts';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await loadSolver();
});

const options = { seconds: 30, stopped: () => false, progress: () => undefined };

/** The best values of all plans that keep the rules and the pins. */
function bestOfAll(problem: DutyProblem, keepsPresent: boolean): AimValues {
  const order = orderOfAims(keepsPresent);
  const places = postsOf(problem).flatMap((post) => Array.from({ length: post.needed }, () => post));
  let best: AimValues | null = null;
  const go = (at: number, plan: Seat[]): void => {
    const post = places[at];
    if (post === undefined) {
      const kept = new Set(plan.map(seatKey));
      if (!problem.pinned.every((seat) => kept.has(seatKey(seat)))) return;
      const values = aimValues(problem, plan);
      if (best === null || isBetter(order, values, best)) best = values;
      return;
    }
    go(at + 1, plan);
    for (const { uid } of problem.people) {
      const next = [...plan, { day: post.day, shiftUid: post.shiftUid, role: post.role, personUid: uid }];
      if (brokenRules(problem, next).length === 0) go(at + 1, next);
    }
  };
  go(0, []);
  return best!;
}

describe('a proposed roster', () => {
  it('keeps leave, roles, the rest after a night and the pins, from the greedy start on', () => {
    fc.assert(
      fc.property(anyProblem({ days: 6, people: 6 }), fc.boolean(), (problem, keepsPresent) => {
        for (const plan of [
          greedyRoster(problem, keepsPresent),
          solveRoster(solver, problem, { ...options, keepsPresent }).plan,
        ]) {
          expect(brokenRules(problem, plan)).toEqual([]);
          const kept = new Set(plan.map(seatKey));
          expect(problem.pinned.filter((seat) => !kept.has(seatKey(seat)))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('puts nobody where nobody is needed, though somebody who has no duty yet would come at no cost', () => {
    const person = {
      canLead: true,
      canServe: false,
      awayOn: [],
      counts: { holiday: 0, weekend: 0, weekday: 0 },
    };
    const problem: DutyProblem = {
      days: [
        { day: '2026-10-01', dayClass: 'weekend' },
        { day: '2026-10-02', dayClass: 'holiday' },
        { day: '2026-10-03', dayClass: 'weekend' },
      ],
      shifts: [{ uid: 'whole', isNight: true, leaders: 1, officers: 0 }],
      people: [
        { ...person, uid: 'p0' },
        { ...person, uid: 'p1', awayOn: ['2026-10-01'] },
        { ...person, uid: 'p2', canServe: true, awayOn: ['2026-10-01'] },
        { ...person, uid: 'p3', canLead: false, canServe: true },
      ],
      around: [{ personUid: 'p3', day: '2026-09-30', isNight: true }],
      pinned: [],
      present: [{ day: '2026-10-03', shiftUid: 'whole', role: 'leader', personUid: 'p0' }],
    };
    const { plan } = solveRoster(solver, problem, { ...options, keepsPresent: true });
    expect(brokenRules(problem, plan)).toEqual([]);
  });

  it('is as good as the best of all rosters, aim by aim, and is proved to be', () => {
    fc.assert(
      fc.property(anyProblem({ days: 3, people: 3 }), fc.boolean(), (problem, keepsPresent) => {
        const { plan, aims } = solveRoster(solver, problem, { ...options, keepsPresent });
        expect(aimValues(problem, plan)).toEqual(bestOfAll(problem, keepsPresent));
        expect(aims.every(({ value, bound }) => bound === value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing of a roster that is complete and keeps the rules, where little shall change', () => {
    fc.assert(
      fc.property(anyProblem({ days: 6, people: 6 }), (problem) => {
        const present = greedyRoster({ ...problem, present: [] }, false).filter(
          (seat) => !problem.pinned.some((pin) => seatKey(pin) === seatKey(seat)),
        );
        const again = { ...problem, present };
        const { plan } = solveRoster(solver, again, { ...options, keepsPresent: true });
        const values = aimValues(again, plan);
        if (aimValues(again, [...problem.pinned, ...present]).uncovered === values.uncovered)
          expect(values.changed).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});
