import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectedColumn } from '#shared/rules/collections/definition.ts';
import { mergeRules, type MergeRow } from '#shared/rules/collections/merge/model.ts';
import { decided, planMerge, ruled } from '#shared/rules/collections/merge/plan-merge.ts';

const columns = [
  collectedColumn('name', '重点单位', { locked: true }),
  collectedColumn('count', '检查次数', { kind: 'whole' }),
];

function row(stored: string, given: string, ...returned: (string | undefined)[]): MergeRow {
  const of = (value: string | undefined) => (value === undefined || value === '' ? {} : { count: value });
  return {
    id: 'unit:a',
    unitUid: 'unit',
    unitName: '云栖县',
    key: 'a',
    name: '一中',
    stored: of(stored),
    given: of(given),
    returned: returned.map((value, place) => ({
      returnUid: `r${place}`,
      fileName: `${place}.xlsx`,
      receivedAt: place,
      values: of(value),
    })),
  };
}

const planOf = (one: MergeRow) => planMerge(columns, [one]);

describe('What is certain and what is to be decided', () => {
  test('What fills an empty cell is stored without asking', () => {
    expect(planOf(row('', '', '3'))).toMatchObject({
      adds: 1,
      conflicts: [],
      certain: [{ values: { count: '3' } }],
    });
  });

  test('What is the same changes nothing', () => {
    expect(planOf(row('3', '3', '3', '3'))).toEqual({ adds: 0, same: 1, conflicts: [], certain: [] });
  });

  test('What was left empty takes nothing away', () => {
    expect(planOf(row('3', '3', undefined))).toEqual({ adds: 0, same: 0, conflicts: [], certain: [] });
  });

  test('What would take the place of something is decided', () => {
    const { conflicts } = planOf(row('3', '2', '4'));
    expect(conflicts).toMatchObject([{ id: 'unit:a:count', stored: '3', changedSince: true, row: '一中' }]);
  });

  test('Returns that contradict each other are decided, also where nothing is stored', () => {
    const { conflicts, certain } = planOf(row('', '', '3', '4'));
    expect(certain).toEqual([]);
    expect(conflicts[0]?.candidates.map(({ value }) => value)).toEqual(['3', '4']);
  });

  test('A row of the unit is taken with all its columns', () => {
    const own = {
      ...row('', ''),
      key: null,
      returned: [{ ...row('', '', '3').returned[0]!, values: { name: '三中', count: '3' } }],
    };
    expect(planMerge(columns, [own]).certain[0]?.values).toEqual({ name: '三中', count: '3' });
  });

  test('Nothing stored is ever changed without a decision, whatever comes back', () => {
    const value = fc.constantFrom('', '0', '3', '4');
    fc.assert(
      fc.property(value, value, fc.array(value, { maxLength: 3 }), (stored, given, returned) => {
        const { certain } = planOf(row(stored, given, ...returned));
        expect(stored === '' || certain.length === 0).toBe(true);
      }),
    );
  });
});

describe('Decisions', () => {
  const [cell] = planOf(row('3', '3', '4', '5')).conflicts;
  const [changed] = planOf(row('3', '2', '4')).conflicts;

  test('count cell by cell before the rule', () => {
    expect(decided(cell!, { 'unit:a:count': 'r0' }, 'returned')).toBe('4');
    expect(decided(cell!, { 'unit:a:count': 'stored' }, 'returned')).toBe('3');
    expect(decided(cell!, {}, 'returned')).toBe('5');
  });

  test('are missing where nobody has made one, or one about a return that is gone', () => {
    expect(decided(cell!, {}, null)).toBeNull();
    expect(decided(cell!, { 'unit:a:count': 'gone' }, 'stored')).toBeNull();
  });

  test('by the newer keep what was changed here since it was handed out', () => {
    expect(ruled(changed!, 'newer')).toBe('3');
    expect(ruled(cell!, 'newer')).toBe('5');
  });

  test('that keep what is stored take the latest return where nothing is stored', () => {
    const [empty] = planOf(row('', '', '3', '4')).conflicts;
    for (const rule of mergeRules) expect(ruled(empty!, rule)).toBe('4');
  });
});
