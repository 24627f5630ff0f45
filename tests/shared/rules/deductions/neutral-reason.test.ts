import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEUTRAL_GROUND, neutralizer } from '#shared/rules/deductions/neutral-reason.ts';

const untold = { passages: ['城东仓库：值班室无人，限9月20日前整改', '值班室无人'], places: ['城东仓库'] };
const neutral = neutralizer(untold);

describe('a reason that may not be told in full', () => {
  it('says a neutral word where the passage stands, and keeps everything else', () => {
    expect(neutral(`少开一次会；${untold.passages[0]}；迟报`)).toBe(`少开一次会；${NEUTRAL_GROUND}；迟报`);
    expect(neutral('少开一次会；迟报。')).toBe('少开一次会；迟报。');
  });

  it('loses the clause that tells the same in other words', () => {
    expect(neutral('少开一次会；夜里去城东仓库没有人值班。迟报')).toBe(`少开一次会；${NEUTRAL_GROUND}。迟报`);
  });

  it('says the neutral word once for several passages that follow each other', () => {
    expect(neutral(`${untold.passages[0]}；城东仓库没有人；迟报`)).toBe(`${NEUTRAL_GROUND}；迟报`);
  });

  it('never holds any of the words that are not told', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '；', '。', '\n'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(words), fc.array(words), fc.array(words), (passages, places, parts) => {
        const text = neutralizer({ passages, places })(
          [...parts, ...passages, ...places, ...parts].join('丁'),
        );
        const meant = [...passages, ...places].filter((word) => /[甲乙丙]/u.test(word));
        for (const word of meant) expect(text).not.toContain(word);
      }),
    );
  });
});
