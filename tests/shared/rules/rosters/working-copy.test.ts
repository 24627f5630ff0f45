import fc from 'fast-check';
import { type AddedEntry, applySteps, noSteps, staleSteps } from '#shared/rules/rosters/working-copy.ts';
import { aHolding, anEntry } from '#tests/support/builders/roster.ts';
import { describe, expect, it } from 'vitest';

const roster = ['a', 'b', 'c'].map((uid) => anEntry({ uid, personUid: `p-${uid}`, name: uid }));

function added(key: string, replaces: string | null = null): AddedEntry {
  const { personUid: _personUid, ...holding } = aHolding();
  const person = { uid: null, name: key, officePhone: '', mobile: '' };
  return { ...holding, key, person, replaces };
}
const keys = (entries: readonly { key: string }[]) => entries.map(({ key }) => key);

describe('the working copy of a roster', () => {
  it('is the roster itself as long as there are no steps', () => {
    const entries = applySteps(roster, noSteps);
    expect(keys(entries)).toEqual(['a', 'b', 'c']);
    expect(
      entries.every(({ state, appointmentUid, key }) => state === 'same' && appointmentUid === key),
    ).toBe(true);
  });

  it('puts a replacement where the replaced one stood and others at the end', () => {
    const steps = { ...noSteps, ends: ['b'], adds: [added('x', 'b'), added('y')] };
    expect(keys(applySteps(roster, steps))).toEqual(['a', 'x', 'c', 'y']);
  });

  it('shows a changed post and keeps the rest of the appointment', () => {
    const edit = {
      appointmentUid: 'a',
      positionUid: 'chair',
      organizationUid: null,
      unit: '市政府',
      post: '市长',
    };
    const [first] = applySteps(roster, { ...noSteps, edits: [edit] });
    expect(first).toMatchObject({ state: 'edited', post: '市长', personUid: 'p-a', appointmentUid: 'a' });
  });

  it('keeps whatever the order does not name in its place, and loses nobody', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'x', '已删除']), (order) => {
        const entries = keys(applySteps(roster, { ...noSteps, adds: [added('x')], order }));
        expect(entries.toSorted()).toEqual(['a', 'b', 'c', 'x']);
        const named = order.filter((key) => key !== '已删除');
        expect(entries.filter((key) => named.includes(key))).toEqual(named);
        for (const [place, key] of ['a', 'b', 'c', 'x'].entries())
          if (!named.includes(key)) expect(entries[place]).toBe(key);
      }),
    );
  });

  it('tells which steps name somebody who no longer sits there', () => {
    expect(staleSteps(roster, { ...noSteps, ends: ['b', 'gone'] })).toEqual(['gone']);
  });
});
