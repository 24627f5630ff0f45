import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PackRow } from '#shared/rules/exchange/model.ts';
import { planMerge } from '#main/core/packs/plan.ts';
import { openStore } from '#main/core/store/open.ts';
import { guardFor } from '#main/features/exchange/scope.ts';
import { temporaryFolder } from '#tests/support/store.ts';

const row = (table: string, uid: string, values: PackRow['values']): PackRow => ({
  table,
  uid,
  own: true,
  values,
  former: {},
});

it('what may not be merged takes with it what would stand on it, also where that comes first in the pack', () => {
  const store = openStore(join(temporaryFolder(), 'data'));
  onTestFinished(() => store.close());
  const rows = [
    row('task_event', 'e', { task_id: 't', text: '已反馈' }),
    row('task', 't', { title: '消火栓普查' }),
    row('task_plan_node', 'n', { plan_id: 'p', parent_id: null, task_id: 't', heading: null, position: 1 }),
    row('task_plan', 'p', { title: '方案' }),
  ];
  const answers = { organizations: {}, decisions: {}, rule: null };
  const db = store.read();
  const asReader = planMerge(db, rows, answers, guardFor(db, ['reader']));
  const asClerk = planMerge(db, rows, answers, guardFor(db, ['clerk']));
  db.close();
  expect(asReader.writes).toEqual([]);
  expect(new Set(asReader.leftOut.map(({ reason }) => reason))).toEqual(
    new Set(['您没有维护这类内容的权限']),
  );
  expect(asClerk.writes).toHaveLength(4);
  expect(asClerk.leftOut).toEqual([]);
});
