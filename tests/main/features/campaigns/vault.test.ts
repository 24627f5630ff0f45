import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyPair } from '#main/core/secrecy/key-pair.ts';
import { newKey } from '#main/core/secrecy/sealed-text.ts';
import { hiddenPart, openedRow } from '#main/features/campaigns/secrecy/sealed-rows.ts';
import { unwrapVault, Vault, wrapFor } from '#main/features/campaigns/secrecy/vault.ts';

const vault = new Vault([{ generation: 1, key: newKey() }]);
const text = fc.string({ unit: 'grapheme' }).map((words) => words.toWellFormed());
const id = fc.option(fc.integer({ min: 1 }));
const targets = fc.record({
  pool: id,
  site_id: id,
  organization_id: id,
  name: text,
  county_id: id,
  minutes: id,
  note: text,
  visited_on: fc.option(text),
  removed_reason: text,
});

describe('a target that is sealed', () => {
  it('is the same when it is opened, and its columns hold nothing meanwhile', () => {
    fc.assert(
      fc.property(targets, fc.uuid(), (target, uid) => {
        const stored = hiddenPart(vault, 'campaign_target', uid, { ...target, uid, standing: 'listed' });
        const { sealed, ...columns } = stored;
        expect(Object.values(columns).filter((value) => value !== null && value !== '')).toEqual([]);
        const opened = openedRow(vault, 'campaign_target', { uid, sealed: String(sealed), ...columns });
        expect(opened).toMatchObject(target);
      }),
      { numRuns: 100 },
    );
  });

  it('is as long whatever its name, so that its length does not tell which site it is', () => {
    const lengthOf = (name: string) => vault.seal({ name }, 'campaign_target/1').length;
    expect(lengthOf('河')).toBe(lengthOf('临川市城东区望江国际酒店有限责任公司'));
  });

  it('stays closed to an earlier or a foreign key, and open by later rings that hold its own', () => {
    const sealed = vault.seal({ name: '望月楼' }, 'campaign_target/1');
    const next = new Vault([{ generation: 2, key: newKey() }, ...vault.keys]);
    expect(next.open(sealed, 'campaign_target/1')).toEqual({ name: '望月楼' });
    const later = next.seal({ name: '望月楼' }, 'campaign_target/1');
    expect(() => vault.open(later, 'campaign_target/1')).toThrow('sealed with another key');
  });
});

describe('the keys of a campaign', () => {
  it('are unwrapped by the pair that they were wrapped for, for their own campaign only', () => {
    const pair = newKeyPair();
    const wrapped = vault.keys.map((key) => wrapFor(pair.open, 'one', key));
    expect(unwrapVault('one', wrapped, pair)?.keys).toEqual(vault.keys);
    expect(unwrapVault('other', wrapped, pair)).toBeNull();
    expect(unwrapVault('one', wrapped, newKeyPair())).toBeNull();
    expect(unwrapVault('one', [], pair)).toBeNull();
  });
});
