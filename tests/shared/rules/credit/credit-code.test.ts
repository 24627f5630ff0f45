import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter, codeProblem, plainCode } from '#shared/rules/credit/credit-code.ts';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('统一社会信用代码', () => {
  it.each(['91350100M000100Y43', '91110000802100433B'])('takes %s', (code) => {
    expect(codeProblem(plainCode(code))).toBeNull();
  });

  it('is compared in capitals without blanks', () => {
    expect(plainCode(' 91350100m000 100y43')).toBe('91350100M000100Y43');
  });

  it('says what is wrong with another length, a letter that it never has, and a slip of the pen', () => {
    expect(codeProblem('9135')).toContain('应为 18 位，现在是 4 位');
    expect(codeProblem('91350100I000100Y43')).toContain('不会有“I”');
    expect(codeProblem('91350100M000100Y44')).toContain('校验码不对（GB 32100-2015）');
  });

  it('notices every single character that is written wrongly', () => {
    const character = fc.constantFrom(...CHARACTERS);
    const body = fc.array(character, { minLength: 17, maxLength: 17 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(body, fc.integer({ min: 0, max: 16 }), character, (text, place, other) => {
        const code = text + checkCharacter(text);
        expect(codeProblem(code)).toBeNull();
        if (text[place] === other) return;
        const slipped = text.slice(0, place) + other + text.slice(place + 1) + checkCharacter(text);
        expect(codeProblem(slipped)).toContain('校验码');
      }),
    );
  });
});
