import { expect, test } from 'vitest';
import type { ReturnedRow } from '#shared/rules/collections/returns/model.ts';
import type { ReturnRow } from '#main/features/collections/returns/queries.ts';
import { withKnownRows } from '#main/features/collections/returns/merge/known-rows.ts';

const stored = { key: 's1', values: { name: '一中', phone: '1' }, ranges: {} };
const row = (key: string | null, values: Record<string, string>): ReturnedRow => ({
  row: 1,
  key,
  values,
  unread: {},
});

function keyed(...rows: ReturnedRow[]) {
  const came: ReturnRow = {
    id: 1,
    uid: 'r1',
    unit_id: 1,
    file_name: '甲.xlsx',
    bytes: 1,
    sha256: '0',
    read_sha256: '0',
    received_at: 0,
    received_by: '李明',
    source: 'identity',
    said: JSON.stringify(rows),
    problems: '[]',
    state: 'correct',
  };
  const nothing = { given: new Map(), own: [] };
  return withKnownRows([came], nothing, ({ name }) => (name === '一中' ? stored : null));
}

test('a row of the unit about a record that is there is held against that record', () => {
  const result = keyed(row(null, { name: '一中', phone: '2' }), row(null, { name: '三中' }));
  const said = JSON.parse(result.returns[0]!.said) as ReturnedRow[];
  expect(said.map(({ key, values }) => [key, values])).toEqual([
    ['s1', { name: '一中', phone: '2' }],
    [null, { name: '三中' }],
  ]);
  expect(result.stored.given.get('s1')).toEqual(stored.values);
});

test('a row that a unit writes once more below is one with the row that it was given', () => {
  const result = keyed(row('s1', { name: '一中', phone: '1' }), row(null, { name: '一中', phone: '2' }));
  const said = JSON.parse(result.returns[0]!.said) as ReturnedRow[];
  expect(said.map(({ key, values }) => [key, values['phone']])).toEqual([['s1', '2']]);
});

test('two rows that a unit writes about one record and that contradict each other stay apart', () => {
  const lines = [row(null, { name: '一中', phone: '2' }), row(null, { name: '一中', phone: '3' })];
  const said = JSON.parse(keyed(...lines).returns[0]!.said) as ReturnedRow[];
  expect(said.map(({ key, values }) => [key, values['phone']])).toEqual([
    ['s1', '2'],
    ['s1', '3'],
  ]);
});
