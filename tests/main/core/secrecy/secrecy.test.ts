import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyPairOf, newKeyPair, unwrapKey, wrapKey } from '#main/core/secrecy/key-pair.ts';
import { readRecoveryCode, recoveryCode } from '#main/core/secrecy/recovery-code.ts';
import { newKey, openText, sealText } from '#main/core/secrecy/sealed-text.ts';

const place = 'campaign_target/1';
const text = '暗访：城东区万家乐超市，11月30日';

describe('a sealed text', () => {
  const key = newKey();

  it('is opened by its key at its place, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        const wellFormed = said.toWellFormed();
        expect(openText(key, sealText(key, wellFormed, place), place)).toBe(wellFormed);
      }),
      { numRuns: 100 },
    );
  });

  it('shows nothing of what it says, and is another each time', () => {
    const sealed = sealText(key, text, place);
    const raw = Buffer.from(sealed, 'base64');
    expect(raw.includes('暗访') || raw.includes('万家乐')).toBe(false);
    expect(sealText(key, text, place)).not.toBe(sealed);
  });

  it('stays closed to another key, at another place, and when any byte was changed', () => {
    const sealed = sealText(key, text, place);
    expect(openText(newKey(), sealed, place)).toBeNull();
    expect(openText(key, sealed, 'campaign_target/2')).toBeNull();
    const bytes = Buffer.from(sealed, 'base64');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(openText(key, changed.toString('base64'), place)).toBeNull();
    }
    expect(openText(key, '', place)).toBeNull();
  });
});

describe('a wrapped key', () => {
  it('is unwrapped only by the pair and for the place that it was wrapped for', () => {
    const key = newKey();
    const knowing = newKeyPair();
    const wrapped = wrapKey(key, knowing.open, 'campaign/1');
    expect(unwrapKey(wrapped, knowing, 'campaign/1')).toEqual(key);
    expect(unwrapKey(wrapped, keyPairOf(knowing.secret), 'campaign/1')).toEqual(key);
    expect(unwrapKey(wrapped, newKeyPair(), 'campaign/1')).toBeNull();
    expect(unwrapKey(wrapped, knowing, 'campaign/2')).toBeNull();
  });
});

describe('the recovery code', () => {
  const { secret } = newKeyPair();
  const code = recoveryCode(secret);

  it('is 14 groups of 4 and gives the secret half back, in whatever case and grouping', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(readRecoveryCode(code)).toEqual(secret);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toEqual(secret);
    expect(readRecoveryCode(code.replaceAll('0', 'O').replaceAll('1', 'l'))).toEqual(secret);
  });

  it('is refused where a letter was mistyped, left out or two were exchanged', () => {
    const other = code[0] === '7' ? '8' : '7';
    expect(readRecoveryCode(other + code.slice(1))).toBeNull();
    expect(readRecoveryCode(code.slice(1))).toBeNull();
    expect(readRecoveryCode('')).toBeNull();
    const at = [...code].findIndex((letter, index) => letter !== code[index + 1] && code[index + 1] !== '-');
    const exchanged = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
    expect(readRecoveryCode(exchanged)).toBeNull();
  });
});
