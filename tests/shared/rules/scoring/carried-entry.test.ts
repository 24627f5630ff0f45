import { describe, expect, it } from 'vitest';
import { carriedEntry } from '#shared/rules/scoring/carried-entry.ts';
import { aRule, anEntry } from '#tests/support/builders/scheme.ts';

const classes = (...names: string[]) =>
  aRule('each', { id: 'a', classes: names.map((name) => ({ name, points: 1000 })) });

describe('an entry whose indicator became another version of itself', () => {
  it('stays the same entry where every rule is still asked for, at other points too', () => {
    const entry = anEntry({ inputs: { a: { count: 2 } }, reason: '少2次' });
    const to = [aRule('each', { id: 'a', points: 2000 }), aRule('failed', { id: 'b' })];
    expect(carriedEntry(entry, { rules: [aRule('each', { id: 'a' })] }, { rules: to })).toBe(entry);
  });

  it('is to be scored anew where what was entered has no rule any more', () => {
    const entry = anEntry({ inputs: { a: { count: 2 } } });
    const from = { rules: [aRule('each', { id: 'a' })] };
    expect(carriedEntry(entry, from, { rules: [] })).toBeNull();
    expect(carriedEntry(entry, from, { rules: [aRule('rate', { id: 'a' })] })).toBeNull();
  });

  it('drops what did not occur together with its rule', () => {
    const entry = anEntry({ inputs: { a: { count: 0 } }, direct: null });
    expect(carriedEntry(entry, { rules: [aRule('each', { id: 'a' })] }, { rules: [] })).toEqual(anEntry());
  });

  it('keeps counts with the names of their classes, in whatever order these stand now', () => {
    const entry = anEntry({ inputs: { a: { counts: [1, 2] } } });
    const moved = carriedEntry(
      entry,
      { rules: [classes('县城', '重点镇')] },
      { rules: [classes('市', '重点镇', '县城')] },
    );
    expect(moved?.inputs['a']).toEqual({ counts: [0, 2, 1] });
    expect(
      carriedEntry(entry, { rules: [classes('县城', '重点镇')] }, { rules: [classes('县城', '市')] }),
    ).toBeNull();
  });

  it('keeps a score that was typed and what does not apply', () => {
    const typed = anEntry({ direct: 4000, reason: '按落实情况' });
    const without = anEntry({ notApplicable: true });
    for (const entry of [typed, without])
      expect(carriedEntry(entry, { rules: [] }, { rules: [] })).toBe(entry);
  });
});
