import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { conditionHolds } from '#shared/rules/assessment/condition.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import {
  createUnpacker,
  progressOf,
  scorerOf,
  unsettledCells,
} from '#shared/rules/assessment/group-scores.ts';
import { shareEntries, spelledScores } from '#shared/rules/assessment/shared-entries.ts';
import { packEntry, sameEntry, unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { namesByGrade, resultRows } from '#shared/rules/assessment/result-rows.ts';
import { aFrame } from '#tests/support/builders/frame.ts';
import { anEntry, anItem, aRule, points } from '#tests/support/builders/scheme.ts';

function rowsOf(frame: GroupFrame, entries: Record<string, Record<string, ReturnType<typeof anEntry>>>) {
  const maps = new Map(Object.entries(entries).map(([uid, own]) => [uid, new Map(Object.entries(own))]));
  const scorer = scorerOf(frame, maps);
  return { scorer, rows: resultRows(frame, scorer) };
}

describe('entries as they are stored', () => {
  it('give the same text whatever the order of their fields, and come back as they were', () => {
    const one = anEntry({ inputs: { b: { count: 1 }, a: { value: '3', held: true } } });
    const other = {
      reason: '',
      notApplicable: false,
      inputs: { a: { held: true, value: '3' }, b: { count: 1 } },
      direct: null,
    };
    expect(packEntry(one)).toBe(packEntry(other));
    expect(sameEntry(one, other)).toBe(true);
    expect(sameEntry(one, null)).toBe(false);
    expect(unpackEntry(packEntry(one))).toEqual(one);
  });

  it('take no more room than what they say, and come back whole whatever a reason holds', () => {
    expect(packEntry(anEntry())).toBe('{}');
    expect(packEntry(anEntry({ direct: 0 }))).toBe('{"direct":0}');
    const said = fc.record({
      direct: fc.option(fc.integer({ min: -5000, max: 5000 })),
      inputs: fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ count: fc.nat(9) })),
      notApplicable: fc.boolean(),
      reason: fc.string({ unit: fc.constantFrom('缺', ' ', '\n', '"', '{', '1') }),
    });
    fc.assert(
      fc.property(said, said, (first, second) => {
        const [one, two] = [anEntry(first), anEntry(second)];
        expect(unpackEntry(packEntry(one))).toEqual(one);
        const packed = `17 ${packEntry(one)}\n3 ${packEntry(two)}`;
        expect([...createUnpacker({ 3: 'i3', 17: 'i17' })(packed)]).toEqual([
          ['i17', one],
          ['i3', two],
        ]);
      }),
    );
    expect(createUnpacker({})('').size).toBe(0);
  });

  it('are spelled once on the way to the page, and arrive as they were', () => {
    const line = fc.tuple(fc.nat(99), fc.constantFrom('{}', '{"direct":0}', '{"reason":"缺 记录"}'));
    const text = fc.array(line).map((lines) => lines.map((pair) => pair.join(' ')).join('\n'));
    fc.assert(
      fc.property(fc.array(fc.option(text)), (byObject) => {
        const carried = shareEntries(byObject);
        expect(carried.entries.length).toBeLessThanOrEqual(3);
        const packed = { stage: 'checked' as const, keys: {}, digests: [], ...carried };
        expect(spelledScores(packed).byObject).toEqual(byObject);
      }),
    );
  });

  it('make a canonical text that does not depend on the order of keys but on that of lists', () => {
    expect(canonicalText({ b: [1, 2], a: { d: 1, c: null } })).toBe('{"a":{"c":null,"d":1},"b":[1,2]}');
    expect(canonicalText([2, 1])).not.toBe(canonicalText([1, 2]));
  });
});

describe('conditions of indicators', () => {
  it('look at the marks of the object itself or at those below it', () => {
    const marks = { own: ['developmentZone'], contains: (mark: string) => mark === 'nationalKeyTown' };
    const holds = (relation: 'has' | 'lacks' | 'containsAny' | 'containsNone', mark: string) =>
      conditionHolds({ relation, mark }, marks);
    expect([holds('has', 'developmentZone'), holds('lacks', 'developmentZone')]).toEqual([true, false]);
    expect([holds('containsAny', 'nationalKeyTown'), holds('containsNone', 'nationalKeyTown')]).toEqual([
      true,
      false,
    ]);
    expect(conditionHolds(null, marks)).toBe(true);
  });
});

describe('what stands in the way of finalising', () => {
  const frame = aFrame([
    anItem(10, [aRule('discretion', { text: '酌情扣2-6分' })], { uid: 'i1' }),
    anItem(10, [], { uid: 'i2' }),
  ]);

  it('lists 未评 cells and cells that lack a reason, but nothing that does not apply', () => {
    const [first, second] = frame.objects;
    const limited = { ...frame, objects: [first!, { ...second!, inapplicable: ['i1'] }] };
    const { scorer } = rowsOf(limited, {
      [first!.uid]: { i1: anEntry({ inputs: { rule: { points: points(3) } } }) },
      [second!.uid]: { i2: anEntry({ direct: points(10) }) },
    });
    const cells = unsettledCells(limited, scorer);
    expect(cells.map(({ indicatorUid, problem }) => [indicatorUid, problem?.code ?? null])).toEqual([
      ['i1', 'reasonMissing'],
      ['i2', null],
    ]);
    expect(progressOf(limited, scorer)).toEqual({ cells: 3, scored: 2 });
  });

  it('says in Chinese what is wrong with a score', () => {
    const [indicator] = frame.scheme.indicators;
    const say = (code: 'reasonMissing' | 'discretionOutOfRange' | 'directOutOfRange' | 'inputMissing') =>
      problemText(indicator!, { code, ruleId: 'rule' });
    expect(say('reasonMissing')).toBe('请填写扣分理由');
    expect(say('discretionOutOfRange')).toBe('酌情扣分应在2至6分之间');
    expect(say('directOutOfRange')).toBe('得分应在0到10分之间');
    expect(say('inputMissing')).toBe('请填写实际数值');
  });
});

describe('result rows', () => {
  const veto = aRule('veto', { id: 'v', text: '发生较大以上亡人火灾' });
  const frame = aFrame([anItem(100, [aRule('each', { points: points(1) }), veto], { uid: 'i1' })]);
  const [a, b] = frame.objects;

  it('stand in rank order with remarks for vetoes, 未评 and objects that are gone', () => {
    const gone = { ...frame, objects: [a!, { ...b!, remark: '2026-08-15并入城东区' }] };
    const { rows } = rowsOf(gone, { [a!.uid]: { i1: anEntry({ inputs: { v: { count: 1 } } }) } });
    expect(rows.find(({ objectUid }) => objectUid === a!.uid)?.remark).toBe('一票否决(发生较大以上亡人火灾)');
    expect(rows.find(({ objectUid }) => objectUid === b!.uid)).toMatchObject({
      remark: '未评1项；2026-08-15并入城东区',
      complete: false,
    });
  });

  it('list names by grade and keep a grade with nobody in it', () => {
    const full = { i1: anEntry() };
    const { rows } = rowsOf(frame, {
      [a!.uid]: full,
      [b!.uid]: { i1: anEntry({ inputs: { rule: { count: 15 } } }) },
    });
    expect(namesByGrade(rows, frame.scheme.settings.grades)).toEqual([
      { grade: '优秀', names: [a!.name] },
      { grade: '良好', names: [b!.name] },
      { grade: '合格', names: [] },
      { grade: '不合格', names: [] },
    ]);
  });
});
