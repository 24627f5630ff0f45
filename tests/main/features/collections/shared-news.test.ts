import { expect, test } from 'vitest';
import { collectedColumn, type RowValues } from '#shared/rules/collections/definition.ts';
import { OF_UNIT } from '#shared/rules/collections/merge/model.ts';
import { planMerge } from '#shared/rules/collections/merge/plan-merge.ts';
import type { ReturnRow } from '#main/features/collections/returns/queries.ts';
import type { UnitReturns } from '#main/features/collections/returns/merge/merge-rows.ts';
import { withSharedNews } from '#main/features/collections/returns/merge/shared-news.ts';
import { saidOf } from '#main/features/collections/returns/rows.ts';

const columns = [
  collectedColumn('name', '单位名称', { locked: true }),
  collectedColumn('address', '地址'),
  collectedColumn('phone', '电话'),
];

function came(id: number, state: ReturnRow['state'], ...rows: RowValues[]): ReturnRow {
  return {
    id,
    uid: `r${id}`,
    unit_id: 1,
    file_name: `${id}.xlsx`,
    bytes: 1,
    sha256: '0',
    read_sha256: '0',
    received_at: id,
    received_by: '李明',
    source: 'identity',
    said: JSON.stringify(rows.map((values, place) => ({ row: place + 5, key: null, values, unread: {} }))),
    problems: '[]',
    state,
  };
}

function unit(name: string, ...returns: ReturnRow[]): UnitReturns {
  return {
    unit: { id: 1, uid: name, organization_uid: name, name, given: '[]', version: 1, position: 0 },
    open: returns.filter(({ state }) => state === 'correct'),
    merged: returns.filter(({ state }) => state === 'merged'),
  };
}

/** By name and address, and by name within one unit. */
function shared(...units: UnitReturns[]) {
  const result = withSharedNews(units, columns, (organizationUid, { name = '', address = '' }) => [
    `${name} ${organizationUid}`,
    ...(address === '' ? [] : [`${name}@${address}`]),
  ]);
  const left = result.units.map(({ open }) =>
    open.map((one) => saidOf(one).map(({ values }) => values['name'])),
  );
  return { left, rows: result.rows, plan: planMerge(columns, result.rows, []) };
}

test('what two returns of a unit say of one new record is decided cell by cell, the rest of them stays', () => {
  const { left, plan } = shared(
    unit(
      '甲镇',
      came(1, 'correct', { name: '家具城', phone: '1' }, { name: '宾馆' }),
      came(2, 'correct', { name: '家具城', phone: '2', address: '一路' }),
    ),
  );
  expect(left).toEqual([[['宾馆'], []]]);
  expect(plan.certain).toMatchObject([{ values: { name: '家具城', address: '一路' } }]);
  expect(plan.conflicts).toMatchObject([
    {
      unitName: '甲镇',
      row: '家具城',
      heading: '电话',
      stored: '',
      candidates: [
        { returnUid: 'r1', value: '1' },
        { returnUid: 'r2', value: '2' },
      ],
    },
  ]);
});

test('two lines of one workbook that differ about one new record are both offered', () => {
  const { plan } = shared(
    unit('甲镇', came(1, 'correct', { name: '家具城', phone: '1' }, { name: '家具城', phone: '2' })),
  );
  expect(plan.certain).toMatchObject([{ values: { name: '家具城' } }]);
  expect(plan.conflicts).toMatchObject([
    {
      heading: '电话',
      candidates: [
        { returnUid: 'r1:5', fileName: '1.xlsx 第 5 行', value: '1' },
        { returnUid: 'r1:6', fileName: '1.xlsx 第 6 行', value: '2' },
      ],
    },
  ]);
});

test('a new record of two units is decided also as to whose it becomes', () => {
  const site = { name: '家具城', address: '一路' };
  const { rows, plan } = shared(
    unit('甲镇', came(1, 'correct', site)),
    unit('乙镇', came(2, 'correct', site)),
  );
  expect(rows).toMatchObject([{ key: null, unitUid: '甲镇', unitName: '甲镇、乙镇' }]);
  expect(plan.conflicts).toMatchObject([
    { column: OF_UNIT, candidates: [{ value: '甲镇' }, { value: '乙镇' }] },
  ]);
});

test('two rows are one also through a third', () => {
  const { rows } = shared(
    unit('甲镇', came(1, 'correct', { name: '家具城', phone: '1' })),
    unit('乙镇', came(2, 'correct', { name: '家具城', address: '一路' })),
    unit('甲镇', came(3, 'correct', { name: '家具城', address: '一路', phone: '3' })),
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.returned.map(({ returnUid }) => returnUid)).toEqual(['r1', 'r2', 'r3']);
});

test('what only one return says, or was merged before, stays with its unit', () => {
  const { left, rows } = shared(
    unit('甲镇', came(1, 'merged', { name: '宾馆' }), came(2, 'correct', { name: '宾馆' })),
    unit('乙镇', came(3, 'correct', { name: '家具城' })),
    unit('丙镇', came(4, 'correct', { name: '家具城' })),
  );
  expect(rows).toEqual([]);
  expect(left).toEqual([[['宾馆']], [['家具城']], [['家具城']]]);
});
