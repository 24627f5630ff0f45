import fc from 'fast-check';
import { addDays } from '#shared/calendar/days.ts';
import {
  type HeldAppointment,
  planRoster,
  sameHolding,
  type WantedEntry,
} from '#shared/rules/rosters/plan.ts';
import { aHolding } from '#tests/support/builders/roster.ts';
import { describe, expect, it } from 'vitest';

const day = '2026-03-01';

interface Stored extends HeldAppointment {
  lastDay: string | null;
}

/** What the store does with a plan. */
function carriedOut(stored: readonly Stored[], wanted: readonly WantedEntry[]): Stored[] {
  const plan = planRoster(stored, wanted, day);
  if (plan === null) throw new Error('no room in the order');
  const lastDays = new Map(plan.ends.map(({ uid, lastDay }) => [uid, lastDay]));
  return [
    ...stored
      .filter(({ uid }) => !plan.removes.includes(uid))
      .map((each) => ({ ...each, lastDay: lastDays.get(each.uid) ?? each.lastDay })),
    ...plan.opens.map(({ entry, order }, index) => ({
      ...entry,
      uid: `new${index}`,
      firstDay: day,
      lastDay: null,
      order,
    })),
  ];
}

function rosterOn(stored: readonly Stored[], on: string): Stored[] {
  return stored
    .filter(({ firstDay, lastDay }) => firstDay <= on && (lastDay === null || lastDay >= on))
    .toSorted((a, b) => a.positionUid.localeCompare(b.positionUid) || a.order - b.order);
}

function shown(entries: readonly WantedEntry[] | readonly Stored[]): string[] {
  return entries
    .toSorted((a, b) => a.positionUid.localeCompare(b.positionUid))
    .map(({ personUid, positionUid, unit, post }) => `${positionUid} ${personUid} ${unit} ${post}`);
}

const positionUid = fc.constantFrom('chair', 'member', 'liaison');
const post = fc.constantFrom('局长', '副局长');
const unit = fc.constantFrom('公安局', '教育局');

/** A roster of up to a dozen, and another one made of some of them, changed or not, with newcomers, in any order. */
const rosters = fc
  .array(fc.record({ positionUid, post, unit, early: fc.boolean() }), { maxLength: 12 })
  .chain((lines) => {
    const stored: Stored[] = lines.map(({ early, ...line }, index) => ({
      ...aHolding({ ...line, personUid: `p${index}` }),
      uid: `a${index}`,
      firstDay: early ? '2020-01-01' : day,
      lastDay: null,
      order: (index + 1) * 1_000,
    }));
    const staying = fc.shuffledSubarray(stored).chain((some) =>
      fc.tuple(
        ...some.map((each) =>
          fc.record({ changes: fc.boolean(), post }).map(({ changes, post: other }): WantedEntry => {
            const { uid, order: _order, firstDay: _firstDay, lastDay: _lastDay, ...holding } = each;
            return { ...holding, appointmentUid: uid, post: changes ? other : holding.post };
          }),
        ),
      ),
    );
    const newcomers = fc.array(fc.record({ positionUid, post, unit }), { maxLength: 5 }).map((some) =>
      some.map(
        (line, index): WantedEntry => ({
          ...aHolding({ ...line, personUid: `n${index}` }),
          appointmentUid: null,
        }),
      ),
    );
    const wanted = fc
      .tuple(staying, newcomers)
      .chain(([one, other]) =>
        fc.shuffledSubarray([...one, ...other], { minLength: one.length + other.length }),
      );
    return fc.tuple(fc.constant(stored), wanted);
  });

describe('planning a change of roster', () => {
  it('gives exactly the wanted roster from its day on, in the wanted order', () => {
    fc.assert(
      fc.property(rosters, ([stored, wanted]) => {
        expect(shown(rosterOn(carriedOut(stored, wanted), day))).toEqual(shown(wanted));
      }),
    );
  });

  it('leaves the roster of the day before as it was', () => {
    fc.assert(
      fc.property(rosters, ([stored, wanted]) => {
        const before = addDays(day, -1);
        expect(shown(rosterOn(carriedOut(stored, wanted), before))).toEqual(shown(rosterOn(stored, before)));
      }),
    );
  });

  it('does nothing where nothing is to change', () => {
    fc.assert(
      fc.property(rosters, ([stored]) => {
        const wanted = rosterOn(stored, day).map(({ uid, ...each }) => ({ ...each, appointmentUid: uid }));
        expect(planRoster(stored, wanted, day)).toEqual({ ends: [], removes: [], opens: [] });
      }),
    );
  });

  it('moves as few as it can when the order changes', () => {
    const stored = ['a', 'b', 'c', 'd'].map((uid, index) => ({
      ...aHolding({ personUid: uid }),
      uid,
      firstDay: '2020-01-01',
      order: (index + 1) * 1_000,
    }));
    const wanted = ['d', 'a', 'b', 'c'].map((uid) => ({
      ...aHolding({ personUid: uid }),
      appointmentUid: uid,
    }));
    const plan = planRoster(stored, wanted, day);
    expect(plan?.opens.map(({ entry }) => entry.personUid)).toEqual(['d']);
    expect(plan?.ends).toEqual([{ uid: 'd', lastDay: '2026-02-28' }]);
  });

  it('says so where the order leaves no room between two neighbours', () => {
    const stored = ['a', 'b'].map((uid, index) => ({
      ...aHolding({ personUid: uid }),
      uid,
      firstDay: '2020-01-01',
      order: index + 1,
    }));
    const kept = stored.map((each) => ({ ...aHolding({ personUid: each.uid }), appointmentUid: each.uid }));
    const between = { ...aHolding({ personUid: 'n' }), appointmentUid: null };
    expect(planRoster(stored, [kept[0]!, between, kept[1]!], day)).toBeNull();
  });
});

describe('two holdings', () => {
  it('are the same where only the name of the organization differs', () => {
    const organizationUid = 'o1';
    const one = aHolding({ organizationUid, unit: '城管局' });
    expect(sameHolding(one, { ...one, unit: '城管执法局' })).toBe(true);
    expect(sameHolding(one, { ...one, organizationUid: 'o2' })).toBe(false);
    expect(sameHolding(aHolding(), aHolding({ unit: '市城管局' }))).toBe(false);
    expect(sameHolding(aHolding(), aHolding({ substitute: true }))).toBe(false);
  });
});
