import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectedColumn, type RowValues } from '#shared/rules/collections/definition.ts';
import {
  lineUid,
  mergeRules,
  type MergeRow,
  type OwnRows,
  rowsOfText,
} from '#shared/rules/collections/merge/model.ts';
import { decided, planMerge, ruled, ruledChoice } from '#shared/rules/collections/merge/plan-merge.ts';

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
      unitUid: 'unit',
      unitName: '云栖县',
      returnUid: `r${place}`,
      fileName: `${place}.xlsx`,
      receivedAt: place,
      values: of(value),
    })),
  };
}

const [a, b] = [
  { name: '甲', count: '1' },
  { name: '乙', count: '2' },
];

const ownRows = (stored: RowValues[], rows: RowValues[]): OwnRows => ({
  id: 'unit:own',
  unitUid: 'unit',
  unitName: '云栖县',
  stored,
  known: stored,
  returned: [
    { unitUid: 'unit', unitName: '云栖县', returnUid: 'r0', fileName: '0.xlsx', receivedAt: 0, rows },
  ],
});

const planOf = (one: MergeRow) => planMerge(columns, [one], []);

describe('What is certain and what is to be decided', () => {
  test('What fills an empty cell is stored without asking', () => {
    expect(planOf(row('', '', '3'))).toMatchObject({
      adds: 1,
      conflicts: [],
      certain: [{ values: { count: '3' } }],
    });
  });

  test('What is the same changes nothing', () => {
    expect(planOf(row('3', '3', '3', '3'))).toEqual({
      adds: 0,
      same: 1,
      conflicts: [],
      certain: [],
      certainOwn: [],
    });
  });

  test('What was left empty and had not been given says nothing', () => {
    expect(planOf(row('3', '', undefined))).toEqual({
      adds: 0,
      same: 0,
      conflicts: [],
      certain: [],
      certainOwn: [],
    });
  });

  test('A given value that came back empty is shown, and stays unless its removal is decided', () => {
    const { certain, conflicts } = planOf(row('3', '3', undefined));
    expect(certain).toEqual([]);
    expect(conflicts).toMatchObject([{ stored: '3', candidates: [{ returnUid: 'r0', value: '' }] }]);
    expect(decided(conflicts[0]!, {}, null)).toBe('3');
    for (const rule of mergeRules) expect(decided(conflicts[0]!, {}, rule)).toBe('3');
    expect(decided(conflicts[0]!, { 'unit:a:count': 'r0' }, null)).toBe('');
  });

  test('What a later return leaves empty is held against what an earlier one has said', () => {
    const { certain, conflicts } = planOf(row('', '', '4', undefined));
    expect(certain).toEqual([]);
    expect(conflicts[0]?.candidates.map(({ value }) => value)).toEqual(['4', '']);
    expect(decided(conflicts[0]!, {}, null)).toBeNull();
    // What the unit has taken back no rule stores: neither over nothing, nor over what stands there.
    for (const rule of mergeRules) expect(decided(conflicts[0]!, {}, rule)).toBe('');
    const [over] = planOf(row('3', '3', '4', undefined)).conflicts;
    for (const rule of mergeRules) expect(decided(over!, {}, rule)).toBe('3');
  });

  test('An earlier return, or another line of the same one, that leaves a cell empty says nothing', () => {
    expect(planOf(row('', '', undefined, '4'))).toMatchObject({ adds: 1, conflicts: [] });
    const one = row('3', '3', '3', undefined);
    const [uid, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const lines = (uids: string[]) =>
      one.returned.map((line, place) => ({ ...line, returnUid: lineUid(uids[place]!, place) }));
    expect(planOf({ ...one, returned: lines([uid, uid]) })).toMatchObject({ same: 1, conflicts: [] });
    expect(planOf({ ...one, returned: lines([uid, other]) }).conflicts).toHaveLength(1);
  });

  test('What stays unless it is decided comes behind what has to be decided', () => {
    const cleared = { ...row('3', '3', undefined), id: 'unit:b' };
    const { conflicts } = planMerge(columns, [cleared, row('3', '3', '4')], []);
    expect(conflicts.map(({ id }) => id)).toEqual(['unit:a:count', 'unit:b:count']);
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

  test('What one unit leaves empty takes nothing away that another has said', () => {
    const own = row('', '', '3', undefined);
    const [said, silent] = own.returned;
    const ofTwo = [said!, { ...silent!, unitUid: 'township', unitName: '青禾镇' }];
    expect(planOf({ ...own, returned: ofTwo })).toMatchObject({ adds: 1, conflicts: [] });
    // What stands there was handed to the county: only its own empty cell takes it out.
    const given = row('3', '3', '3', undefined);
    expect(planOf({ ...given, returned: ofTwo })).toMatchObject({ same: 1, conflicts: [] });
  });

  test('Rows that a unit wrote itself are certain where none are stored', () => {
    const own = ownRows([], [a, b]);
    expect(planMerge(columns, [], [own])).toMatchObject({
      adds: 4,
      conflicts: [],
      certainOwn: [{ rows: [a, b] }],
    });
  });

  test('Rows that a unit wrote itself are the same whatever the order of their cells', () => {
    const turned = { count: '1', name: '甲' };
    expect(planMerge(columns, [], [ownRows([a], [turned])])).toMatchObject({ same: 2, conflicts: [] });
  });

  test('Rows that a unit wrote itself are decided as a whole, never cell by cell', () => {
    const { conflicts, certainOwn } = planMerge(columns, [], [ownRows([a, b], [b])]);
    expect(certainOwn).toEqual([]);
    expect(conflicts).toHaveLength(1);
    expect(rowsOfText(decided(conflicts[0]!, {}, 'returned')!)).toEqual([b]);
    expect(rowsOfText(decided(conflicts[0]!, {}, 'stored')!)).toEqual([a, b]);
  });

  test('A return that leaves out the rows of its own takes none away, but by a decision about just that', () => {
    const { conflicts, certainOwn } = planMerge(columns, [], [ownRows([a], [])]);
    expect(certainOwn).toEqual([]);
    expect(conflicts).toHaveLength(1);
    for (const rule of mergeRules) expect(rowsOfText(decided(conflicts[0]!, {}, rule)!)).toEqual([a]);
    expect(decided(conflicts[0]!, { 'unit:own:': 'r0' }, 'stored')).toBe('');
    expect(planMerge(columns, [], [ownRows([], [])]).conflicts).toEqual([]);
  });

  test('A later return that leaves out what an earlier one has brought is held against that', () => {
    const own = ownRows([], [a]);
    const [first] = own.returned;
    const later = { ...first!, returnUid: 'r1', fileName: '1.xlsx', receivedAt: 1, rows: [] };
    const [conflict] = planMerge(columns, [], [{ ...own, returned: [...own.returned, later] }]).conflicts;
    expect(conflict?.candidates.map(({ value }) => rowsOfText(value))).toEqual([[a], []]);
    expect(rowsOfText(decided(conflict!, {}, 'returned')!)).toEqual([]);
    expect(ruledChoice(conflict!, 'returned')).toBe('stored');
    const earlier = planMerge(columns, [], [{ ...own, returned: [later, ...own.returned] }]);
    expect(earlier).toMatchObject({ conflicts: [], certainOwn: [{ rows: [a] }] });
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

  test('that keep what was changed here go by that alone, however late something came back', () => {
    expect(ruled(changed!, 'keepChanged')).toBe('3');
    const late = changed!.candidates.map((one) => ({ ...one, receivedAt: Number.MAX_SAFE_INTEGER }));
    expect(ruled({ ...changed!, candidates: late }, 'keepChanged')).toBe('3');
    expect(ruled(cell!, 'keepChanged')).toBe('5');
  });

  test('that keep what is stored take the latest return where nothing is stored', () => {
    const [empty] = planOf(row('', '', '3', '4')).conflicts;
    for (const rule of mergeRules) expect(ruled(empty!, rule)).toBe('4');
  });
});
