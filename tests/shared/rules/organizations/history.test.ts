import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#shared/calendar/days.ts';
import { neighbourShifts, planChange, planClose, planRemoval } from '#shared/rules/organizations/change.ts';
import {
  type DayRange,
  existsSince,
  firstUncovered,
  overlappingPair,
  rangesOverlap,
  stateNear,
  stateOn,
} from '#shared/rules/organizations/history.ts';

const base = '2025-01-01';
const day = (offset: number) => addDays(base, offset);
const daysAround = Array.from({ length: 130 }, (_unused, index) => day(index - 5));

/** A valid history: rows one after another with gaps of any length, the last one perhaps open. */
const history = fc
  .tuple(
    fc.array(fc.record({ gap: fc.integer({ min: 0, max: 5 }), length: fc.integer({ min: 1, max: 15 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([parts, open]) => {
    let next = 0;
    const states: DayRange[] = parts.map(({ gap, length }) => {
      const first = next + gap;
      next = first + length;
      return { firstDay: day(first), lastDay: day(next - 1) };
    });
    const last = states.at(-1)!;
    return open ? [...states.slice(0, -1), { ...last, lastDay: null }] : states;
  });
const anyDay = fc.integer({ min: -5, max: 110 }).map(day);

function applyChange(states: readonly DayRange[], from: string): DayRange[] {
  const plan = planChange(states, from);
  if (plan?.kind !== 'open') return [...states];
  const kept = states.map((state) =>
    state === plan.closed ? { ...state, lastDay: plan.closedLastDay } : state,
  );
  return [...kept, { firstDay: plan.firstDay, lastDay: plan.lastDay }];
}

const existing = (states: readonly DayRange[]) =>
  daysAround.filter((each) => stateOn(states, each) !== undefined);

describe('the history of an organization', () => {
  test('has at most one row on any day, and none in a gap', () => {
    fc.assert(
      fc.property(history, anyDay, (states, on) => {
        const holding = states.filter(
          (state) => state.firstDay <= on && (state.lastDay ?? '9999-12-31') >= on,
        );
        expect(holding.length).toBeLessThanOrEqual(1);
        expect(stateOn(states, on)).toBe(holding[0]);
        expect(overlappingPair(states)).toBeUndefined();
      }),
    );
  });

  test('shows the last name for a day after its end and the first one for a day before its begin', () => {
    const states = [
      { firstDay: '2024-01-01', lastDay: '2024-12-31', name: '支队' },
      { firstDay: '2025-03-01', lastDay: '2025-12-31', name: '消防救援局' },
    ];
    expect(stateNear(states, '2025-01-15')?.name).toBe('支队');
    expect(stateNear(states, '2026-05-01')?.name).toBe('消防救援局');
    expect(stateNear(states, '2020-01-01')?.name).toBe('支队');
    expect(stateNear([], '2020-01-01')).toBeUndefined();
  });

  test('is found to overlap exactly when two rows hold on one day', () => {
    fc.assert(
      fc.property(history, anyDay, fc.integer({ min: 1, max: 12 }), (states, first, length) => {
        const added = { firstDay: first, lastDay: addDays(first, length - 1) };
        const clash = daysAround.some((each) => stateOn(states, each) && stateOn([added], each));
        expect(overlappingPair([...states, added]) !== undefined).toBe(clash);
        expect(states.some((state) => rangesOverlap(state, added))).toBe(clash);
      }),
    );
  });

  test('names the first day on which it does not cover a range', () => {
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (states, start, length) => {
          const range = { firstDay: day(start), lastDay: day(start + length - 1) };
          const missing = daysAround.find(
            (each) => stateOn([range], each) && stateOn(states, each) === undefined,
          );
          expect(firstUncovered(states, range)).toBe(missing ?? null);
        },
      ),
    );
  });

  test('never covers an open range unless it is open itself', () => {
    fc.assert(
      fc.property(history, (states) => {
        const open = states.at(-1)!.lastDay === null;
        const range = { firstDay: states.at(-1)!.firstDay, lastDay: null };
        expect(firstUncovered(states, range) === null).toBe(open);
      }),
    );
  });

  test('tells since when the organization has existed without a break', () => {
    const states = [
      { firstDay: '2024-01-01', lastDay: '2024-12-31' },
      { firstDay: '2025-02-01', lastDay: '2025-03-31' },
      { firstDay: '2025-04-01', lastDay: null },
    ];
    expect(existsSince(states, '2026-01-01')).toBe('2025-02-01');
    expect(existsSince(states, '2024-05-01')).toBe('2024-01-01');
    expect(existsSince(states, '2025-01-15')).toBeNull();
  });
});

describe('变更 from a day', () => {
  test('keeps the days on which the organization exists and never lets two rows hold at once', () => {
    fc.assert(
      fc.property(history, anyDay, (states, from) => {
        const changed = applyChange(states, from);
        expect(existing(changed)).toEqual(existing(states));
        expect(overlappingPair(changed)).toBeUndefined();
        if (stateOn(states, from) === undefined) expect(planChange(states, from)).toBeUndefined();
        else expect(stateOn(changed, from)?.firstDay).toBe(from);
      }),
    );
  });
});

describe('ceasing to exist from a day', () => {
  test('leaves no day from then on and takes none before', () => {
    fc.assert(
      fc.property(history, anyDay, (states, from) => {
        const plan = planClose(states, from);
        if (plan.kind === 'impossible') return;
        const closed = states.map((state) =>
          state === plan.state ? { ...state, lastDay: plan.lastDay } : state,
        );
        expect(existing(closed)).toEqual(existing(states).filter((each) => each < from));
      }),
    );
  });

  test('is impossible where it is absent, would never have been, or is there again later', () => {
    const states = [
      { firstDay: '2025-01-01', lastDay: '2025-06-30' },
      { firstDay: '2025-08-01', lastDay: null },
    ];
    expect(planClose(states, '2025-07-10')).toEqual({ kind: 'impossible', because: 'absent' });
    expect(planClose(states, '2025-08-01')).toEqual({ kind: 'impossible', because: 'never' });
    expect(planClose(states, '2025-03-01')).toEqual({ kind: 'impossible', because: 'later' });
  });
});

describe('更正 of the days of a row', () => {
  const first = { firstDay: '2025-01-01', lastDay: '2025-06-30' };
  const second = { firstDay: '2025-07-01', lastDay: null };

  test('moves the end of the row that adjoined it', () => {
    expect(neighbourShifts([first, second], second, { firstDay: '2025-08-01', lastDay: null })).toEqual([
      { state: first, firstDay: '2025-01-01', lastDay: '2025-07-31' },
    ]);
    expect(neighbourShifts([first, second], first, { ...first, lastDay: '2025-05-31' })).toEqual([
      { state: second, firstDay: '2025-06-01', lastDay: null },
    ]);
  });

  test('leaves a row alone that did not adjoin', () => {
    const later = { firstDay: '2025-09-01', lastDay: null };
    expect(neighbourShifts([first, later], later, { firstDay: '2025-10-01', lastDay: null })).toEqual([]);
  });

  test('taking a change out lets the row before it go on', () => {
    expect(planRemoval([first, second], second)).toEqual({
      state: first,
      firstDay: '2025-01-01',
      lastDay: null,
    });
    expect(planRemoval([first, second], first)).toEqual({
      state: second,
      firstDay: '2025-01-01',
      lastDay: null,
    });
    expect(planRemoval([first], first)).toBeUndefined();
  });
});
