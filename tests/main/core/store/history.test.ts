import { randomUUID } from 'node:crypto';
import {
  anyOperation,
  cellHistory,
  countOperations,
  listOperations,
  operationChanges,
  rowHistory,
} from '#main/core/store/history.ts';
import { openFamilyStore, operation, parent } from '#tests/support/store.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { parents } from './family-queries.ts';

describe('history', () => {
  let store: ReturnType<typeof openFamilyStore>;
  const change = operation({ name: 'family.rename', label: '改名', summary: '王 → 李', userName: '李四' });

  beforeEach(() => {
    store = openFamilyStore();
    store.transact(operation({ name: 'family.add', label: '添加', summary: '王' }), (tx) =>
      tx.insert(parent, { name: '王', rank: 1 }),
    );
    store.transact(operation({ name: 'family.add', label: '添加', summary: '赵' }), (tx) =>
      tx.insert(parent, { name: '赵', rank: 1 }),
    );
    store.transact(change, (tx) => tx.update(parent, 1, { name: '李', rank: 2 }));
    store.transact(operation({ name: 'family.rank', label: '改级别' }), (tx) =>
      tx.update(parent, 1, { rank: 3 }),
    );
  });

  it('lists operations by user, name, time, text, table and row, newest first, a page at a time', () => {
    const reader = store.read();
    const summaries = (filter: Partial<typeof anyOperation>) =>
      listOperations(reader, { ...anyOperation, ...filter }, { before: null, limit: 10 }).map(
        (each) => each.name,
      );
    expect(summaries({ userName: '李四' })).toEqual(['family.rename']);
    expect(summaries({ operationName: 'family.add' })).toEqual(['family.add', 'family.add']);
    expect(summaries({ text: '王' })).toEqual(['family.rename', 'family.add']);
    expect(summaries({ text: '改名' })).toEqual(['family.rename']);
    expect(summaries({ table: 'parent', rowId: 1 })).toEqual(['family.rank', 'family.rename', 'family.add']);
    expect(summaries({ table: 'child' })).toEqual([]);
    expect(summaries({ to: 1 })).toEqual([]);
    expect(summaries({ from: Date.now() + 1000 })).toEqual([]);
    expect(countOperations(reader, anyOperation)).toBe(6);
    const first = listOperations(reader, anyOperation, { before: null, limit: 4 });
    const rest = listOperations(reader, anyOperation, { before: first.at(-1)!.number, limit: 4 });
    expect([...first, ...rest].map((each) => each.number)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('shows what one operation changed, column by column', () => {
    const reader = store.read();
    const { uid } = reader.all(parents)[0]!;
    expect(operationChanges(reader, change.uid)).toEqual([
      {
        table: 'parent',
        rowUid: uid,
        kind: 'update',
        image: expect.objectContaining({ uid, name: '李', rank: 2 }),
        columns: [
          { column: 'name', before: '王', after: '李' },
          { column: 'rank', before: 1, after: 2 },
        ],
      },
    ]);
    expect(operationChanges(reader, randomUUID())).toBeUndefined();
  });

  it('tells the past of a row and of a cell, also after the row was deleted', () => {
    const { uid } = store.read().all(parents)[0]!;
    store.transact(operation({ label: '删除' }), (tx) => tx.remove(parent, 1));
    const reader = store.read();
    expect(rowHistory(reader, 'parent', uid).map((each) => each.label)).toEqual([
      '添加',
      '改名',
      '改级别',
      '删除',
    ]);
    expect(cellHistory(reader, 'parent', uid, 'name').map(({ before, after }) => [before, after])).toEqual([
      [null, '王'],
      ['王', '李'],
      ['李', null],
    ]);
    expect(cellHistory(reader, 'parent', uid, 'rank').map((each) => each.after)).toEqual([1, 2, 3, null]);
    expect(rowHistory(reader, 'parent', randomUUID())).toEqual([]);
  });

  it('marks what was taken back', () => {
    store.undo({ uid: randomUUID(), userUid: 'user-1', userName: '张三', windowUid: 'w1', host: 'cli' });
    const found = listOperations(store.read(), anyOperation, { before: null, limit: 2 });
    expect(found.map(({ name, undone }) => [name, undone])).toEqual([
      ['history.undo', 0],
      ['family.rank', 1],
    ]);
  });
});
