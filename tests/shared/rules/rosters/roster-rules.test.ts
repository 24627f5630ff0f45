import fc from 'fast-check';
import { compareRosters } from '#shared/rules/rosters/compare.ts';
import {
  alignedName,
  byPosition,
  maskedPhone,
  plainName,
  unitAndPost,
} from '#shared/rules/rosters/printed-names.ts';
import { expiringProblems, rosterProblems } from '#shared/rules/rosters/problems.ts';
import { aPosition, anEntry } from '#tests/support/builders/roster.ts';
import { describe, expect, it } from 'vitest';

const chair = aPosition({ uid: 'chair', role: 'chair', name: '主任', single: true, required: true });
const member = aPosition();

describe('comparing two rosters', () => {
  const zhang = anEntry();
  const li = anEntry({ uid: 'a2', personUid: 'li', name: '李四' });

  it('tells who came and who went', () => {
    const difference = compareRosters([zhang], [li]);
    expect(difference.came).toEqual([li]);
    expect(difference.went).toEqual([zhang]);
    expect(difference.changed).toEqual([]);
  });

  it('tells who changed position, unit or post', () => {
    const later = (over: Parameters<typeof anEntry>[0]) => anEntry({ uid: 'b1', ...over });
    const what = (after: typeof zhang) => compareRosters([zhang], [after]).changed[0]?.what ?? [];
    expect(what(later({ positionUid: 'chair' }))).toEqual(['position']);
    expect(what(later({ unit: '市教育局' }))).toEqual(['unit']);
    expect(what(later({ post: '副局长' }))).toEqual(['post']);
    expect(what(later({ substitute: true }))).toEqual(['position']);
    expect(what(later({}))).toEqual([]);
  });

  it('sees no change in an organization that was renamed', () => {
    const before = anEntry({ organizationUid: 'o1', unit: '市城市管理局' });
    const difference = compareRosters([before], [{ ...before, unit: '市城市管理综合行政执法局' }]);
    expect(difference).toMatchObject({ came: [], went: [], changed: [], same: 1 });
  });

  it('is mirrored when the days are exchanged, and finds nothing between a roster and itself', () => {
    const entries = fc.array(
      fc
        .record({
          personUid: fc.constantFrom('a', 'b', 'c', 'd'),
          positionUid: fc.constantFrom('chair', 'member'),
          post: fc.constantFrom('局长', '副局长'),
        })
        .map((over) => anEntry({ ...over, uid: JSON.stringify(over), name: over.personUid })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, entries, (one, other) => {
        const [there, back] = [compareRosters(one, other), compareRosters(other, one)];
        expect(there.came).toEqual(back.went);
        expect(there.went).toEqual(back.came);
        expect(there.same).toBe(back.same);
        expect(compareRosters(one, one)).toMatchObject({ came: [], went: [], changed: [] });
      }),
    );
  });
});

describe('problems of a roster', () => {
  const kinds = (...args: Parameters<typeof rosterProblems>) =>
    rosterProblems(...args).map(({ kind }) => kind);

  it('point out an empty position that must be held, unless somebody stands in', () => {
    expect(kinds([anEntry()], [chair, member])).toEqual(['gap']);
    expect(kinds([anEntry({ positionUid: 'chair', substitute: true })], [chair])).toEqual([]);
  });

  it('point out two chairs on a day, but not a chair and somebody who stands in', () => {
    const [one, other] = [
      anEntry({ positionUid: 'chair' }),
      anEntry({ uid: 'a2', personUid: 'li', name: '李四', positionUid: 'chair' }),
    ];
    const problem = rosterProblems([one, other], [chair])[0];
    expect(problem).toMatchObject({ kind: 'several', severity: 'error', uids: ['a1', 'a2'] });
    expect(problem?.text).toContain('张三、李四');
    expect(kinds([one, { ...other, substitute: true }], [chair])).toEqual([]);
  });

  it('point out a closed unit, an end before the start, and the same person twice', () => {
    expect(kinds([anEntry({ unitClosed: true })], [member])).toEqual(['closedUnit']);
    expect(kinds([anEntry({ lastDay: '2023-12-31' })], [member])).toEqual(['endsBeforeStart']);
    const twice = [anEntry(), anEntry({ uid: 'a2' })];
    expect(rosterProblems(twice, [member])).toMatchObject([{ kind: 'twice', severity: 'error' }]);
    const namesakes = [anEntry(), anEntry({ uid: 'a2', personUid: 'other' })];
    expect(rosterProblems(namesakes, [member])).toMatchObject([{ kind: 'twice', severity: 'warning' }]);
  });

  it('leave somebody with two positions alone', () => {
    const both = [anEntry(), anEntry({ uid: 'a2', positionUid: 'chair' })];
    expect(kinds(both, [chair, member])).toEqual([]);
  });

  it('tell which appointments end soon', () => {
    const ending = anEntry({ lastDay: '2026-03-31' });
    expect(expiringProblems([ending, anEntry()], '2026-04-01')[0]?.text).toBe(
      '张三的任职到2026年3月31日为止。',
    );
    expect(expiringProblems([ending], '2026-03-30')).toEqual([]);
  });
});

describe('printed names', () => {
  it('are as wide as three characters where they have two, and read back as they were', () => {
    expect(alignedName('王芳')).toBe('王\u3000芳');
    expect(alignedName('欧阳修文')).toBe('欧阳修文');
    expect(alignedName('阿依古丽·热合曼')).toBe('阿依古丽·热合曼');
    for (const name of ['王芳', '张三丰', '买买提·艾力']) expect(plainName(alignedName(name))).toBe(name);
  });

  it('name the unit once before the post', () => {
    const unit = { name: '安澜市公安局', short: '市公安局' };
    expect(unitAndPost(unit, '副局长')).toBe('安澜市公安局副局长');
    expect(unitAndPost(unit, '市公安局副局长')).toBe('市公安局副局长');
    expect(unitAndPost(unit, '')).toBe('安澜市公安局');
    expect(unitAndPost({ name: '', short: '' }, '副市长')).toBe('副市长');
  });

  it('stand under their position, each position once and in protocol order', () => {
    const entries = [anEntry(), anEntry({ uid: 'a2', positionUid: 'chair' }), anEntry({ uid: 'a3' })];
    const groups = byPosition(entries, [chair, member]);
    expect(groups.map(({ position, entries: held }) => [position.name, held.length])).toEqual([
      ['主任', 1],
      ['成员', 2],
    ]);
  });
});

describe('masked phones', () => {
  it('keep enough to recognise and too little to dial', () => {
    expect(maskedPhone('13812345678')).toBe('138****5678');
    expect(maskedPhone('0551-62345678')).toBe('0551-6234****');
    expect(maskedPhone('')).toBe('');
  });
});
