import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countByCounty, establishedByDay, sumOf } from '#shared/rules/establishments/progress.ts';
import { establishmentState, planProblem } from '#shared/rules/establishments/state.ts';

const DUE = '2026-10-31';

describe('a body that has to be established by 31 October', () => {
  it.each([
    ['2026-10-31', { plannedOn: null, establishedOn: '2026-10-31' }, 'established', ''],
    ['2026-11-02', { plannedOn: null, establishedOn: '2026-11-01' }, 'established', '晚于期限挂牌'],
    ['2026-10-31', { plannedOn: null, establishedOn: null }, 'open', ''],
    ['2026-11-01', { plannedOn: null, establishedOn: null }, 'late', ''],
    ['2026-11-01', { plannedOn: '2026-11-20', establishedOn: null }, 'late', ''],
    ['2026-10-01', { plannedOn: '2026-10-20', establishedOn: null }, 'planned', ''],
    ['2026-10-01', { plannedOn: '2026-11-20', establishedOn: null }, 'planned', '计划晚于期限'],
    ['2026-10-21', { plannedOn: '2026-10-20', establishedOn: null }, 'planned', '过了计划日期'],
  ] as const)('is on %s, with %o, %s %s', (today, days, state, problem) => {
    expect(establishmentState(days, DUE, today)).toBe(state);
    expect(planProblem(days, DUE, today)).toBe(problem);
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-10-${String(each).padStart(2, '0')}`);
const rows = fc.array(
  fc.record({
    countyUid: fc.constantFrom('one', 'two', 'three'),
    plannedOn: fc.option(day),
    establishedOn: fc.option(day),
  }),
);

describe('progress', () => {
  it('counts each unit once, in one county, as established, late or still open', () => {
    fc.assert(
      fc.property(rows, day, day, (given, dueOn, today) => {
        const counts = countByCounty(given, dueOn, today);
        const sum = sumOf(counts.values());
        expect(sum.total).toBe(given.length);
        expect(sum.established + sum.late + sum.behind).toBeLessThanOrEqual(sum.total);
        if (today > dueOn) expect(sum.established + sum.late).toBe(sum.total);
      }),
    );
  });

  it('rises day by day to the number that is established today', () => {
    fc.assert(
      fc.property(rows, day, (given, today) => {
        const curve = establishedByDay(given, today);
        const reached = given.filter(({ establishedOn }) => establishedOn !== null && establishedOn <= today);
        expect(curve.at(-1)?.established ?? 0).toBe(reached.length);
        for (const [place, { day: on, established }] of curve.entries()) {
          expect(on > (curve[place - 1]?.day ?? '')).toBe(true);
          expect(established).toBeGreaterThan(curve[place - 1]?.established ?? 0);
        }
      }),
    );
  });
});
