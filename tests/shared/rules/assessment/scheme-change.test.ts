import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#shared/contract/schemes.ts';
import { type ScoredFrame, scorerOf } from '#shared/rules/assessment/group-scores.ts';
import { schemeDifferences } from '#shared/rules/assessment/scheme-change.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { anEntry, anIndicator, aRule, aScheme, points } from '#tests/support/builders/scheme.ts';

const objects = ['城东', '城西', '城南'].map((name) => ({
  uid: name,
  organizationUid: name,
  name,
  shortName: name,
  initials: '',
  remark: '',
  inapplicable: [],
}));

function indicator(uid: string, max: number, given: Partial<Indicator> = {}): Indicator {
  const words = { number: uid.slice(1), content: '会议', ruleText: '', method: '', source: '' };
  const scored = anIndicator({ uid, maxPoints: points(max) });
  return { ...scored, ...words, rules: [], ...given };
}

function frame(indicators: Indicator[]): ScoredFrame {
  const { categories, settings } = aScheme([]);
  const named = categories.map((category) => ({ ...category, name: '责任落实' }));
  return { scheme: { uid: 's', title: '方案', categories: named, settings, indicators }, objects };
}

function differences(
  [from, to]: readonly [Indicator[], Indicator[]],
  entries: Record<string, Record<string, ScoreEntry>>,
) {
  const known = new Map(Object.entries(entries).map(([uid, own]) => [uid, new Map(Object.entries(own))]));
  const successors = new Map(
    from.flatMap(({ uid, number }) => {
      const successor = to.find((one) => one.number === number);
      return successor === undefined ? [] : [[uid, successor.uid] as const];
    }),
  );
  const versions = { from: frame(from), to: frame(to), successors };
  return schemeDifferences(versions, [known], scorerOf(versions.from, known));
}

describe('what another version of a scheme changes', () => {
  it('is counted with an earlier stage where the later one cannot go over', () => {
    const from = [indicator('a1', 10, { rules: [aRule('each', { points: 1000 })] })];
    const to = [indicator('b1', 10)];
    const versions = { from: frame(from), to: frame(to), successors: new Map([['a1', 'b1']]) };
    const checked = new Map([['城东', new Map([['a1', anEntry({ direct: 6000 })]])]]);
    const reviewed = new Map([['城东', new Map([['a1', anEntry({ inputs: { rule: { count: 2 } } })]])]]);
    const { cells } = schemeDifferences(versions, [checked, reviewed], scorerOf(versions.from, reviewed));
    expect(cells).toMatchObject([{ before: 8000, after: 6000, places: [0] }]);
  });

  it('is nothing where the version says the same', () => {
    const same = differences([[indicator('a1', 10)], [indicator('b1', 10)]], {
      城东: { a1: anEntry({ direct: 8000 }) },
    });
    expect([same.indicators, same.cells, same.objects]).toEqual([[], [], []]);
  });

  it('is named with the old and the new score, cells that change alike together', () => {
    const rules = (each: number) => [aRule('each', { points: each })];
    const from = [indicator('a1', 10, { rules: rules(1000) })];
    const to = [indicator('b1', 10, { rules: rules(2000) })];
    const twice = anEntry({ inputs: { rule: { count: 2 } } });
    const { cells, objects: changed } = differences([from, to], {
      城东: { a1: twice },
      城南: { a1: twice },
      城西: { a1: anEntry() },
    });
    expect(cells).toEqual([{ indicator: '1“会议”', before: 8000, after: 6000, note: '', places: [0, 2] }]);
    expect(changed.map(({ name }) => name)).toEqual(['城东', '城南']);
  });

  it('says which typed scores are more than the indicator is worth now', () => {
    const { cells } = differences([[indicator('a1', 20)], [indicator('b1', 16)]], {
      城东: { a1: anEntry({ direct: 20_000 }) },
    });
    expect(cells).toMatchObject([
      { before: 20_000, after: 16_000, note: '录入的分数超出新的范围，定稿前要改' },
    ]);
  });

  it('are just those objects whose exact total, grade or rank is another one', () => {
    const direct = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(direct, fc.integer({ min: 1, max: 10 }), (scores, max) => {
        const entries = Object.fromEntries(
          objects.map(({ uid }, place) => [uid, { a1: anEntry({ direct: scores[place]! }) }]),
        );
        const { objects: changed } = differences([[indicator('a1', 10)], [indicator('b1', max)]], entries);
        for (const { uid } of objects) {
          const found = changed.find(({ objectUid }) => objectUid === uid);
          const typed = entries[uid]?.['a1'].direct ?? 0;
          const after = Math.min(typed, points(max));
          if (found === undefined) expect(after).toBe(typed);
          else expect(found.after.total).toBe(after);
        }
      }),
    );
  });
});
