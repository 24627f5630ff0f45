import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf, shortFigures, unlikeTownships } from '#shared/rules/fire-figures/figures.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';

describe('a loss in 万元', () => {
  it.each([
    ['12.5', 12_500_000],
    ['0', 0],
    ['１，２３４．５', 1_234_500_000],
    ['0.000001', 1],
    ['3万元', 3_000_000],
  ])('reads %s as %i 分', (text, loss) => {
    expect(fenOfTenThousands(text)).toBe(loss);
  });

  it.each(['', '—', '约30', '1.2345678', '-1', '2000元'])('does not read “%s”: it is no 0', (text) => {
    expect(fenOfTenThousands(text)).toBeNull();
  });

  it('is written so that it is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (loss) => {
        expect(fenOfTenThousands(tenThousandsText(loss))).toBe(loss);
      }),
    );
  });
});

describe('a number of fires or people', () => {
  it('is read where it is one, and is nothing otherwise', () => {
    expect(['3', '３起', '0', '', '约3', '3.5', '—'].map(countOf)).toEqual([3, 3, 0, null, null, null, null]);
  });
});

describe('the figures of a month', () => {
  const figures = { fires: 2, deaths: 1, injuries: 0, loss: 500 };

  it('are short where the fires entered one by one come to more', () => {
    expect(shortFigures(figures, { ...figures, fires: 3, loss: 501 })).toEqual(['fires', 'loss']);
    expect(shortFigures(figures, figures)).toEqual([]);
  });

  it('are not short of anything while one of both is not known', () => {
    expect(shortFigures(null, figures)).toEqual([]);
    expect(shortFigures(figures, null)).toEqual([]);
  });
});

describe('figures of a county beside those of its townships', () => {
  const some = { fires: 6, deaths: 0, injuries: 1, loss: 100 };

  it('have to be the same once all townships have reported, and not less before', () => {
    const sum = (figures: Partial<typeof some>, missing: number) => ({
      figures: { ...some, ...figures },
      missing,
    });
    expect(unlikeTownships(some, sum({}, 0))).toEqual([]);
    expect(unlikeTownships(some, sum({ fires: 5, loss: 101 }, 0))).toEqual(['fires', 'loss']);
    expect(unlikeTownships(some, sum({ fires: 5, loss: 101 }, 2))).toEqual(['loss']);
    expect(unlikeTownships(null, sum({}, 0))).toEqual([]);
    expect(unlikeTownships(some, null)).toEqual([]);
  });
});
