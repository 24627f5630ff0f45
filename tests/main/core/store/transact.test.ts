import { AppError } from '#shared/errors.ts';
import { countOperations, anyOperation, listOperations } from '#main/core/store/history.ts';
import { StoreError } from '#main/core/store/errors.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { child, openFamilyStore, operation, parent, testTable } from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { children, parentByName, parents } from './family-queries.ts';

function lines(store: ReturnType<typeof openFamilyStore>) {
  return listOperations(
    store.read(),
    { ...anyOperation, operationName: 'family.change' },
    { before: null, limit: 100 },
  );
}

describe('transact', () => {
  it('writes the rows, one line of the log, and says which rows changed', () => {
    const store = openFamilyStore();
    const result = store.transact(operation({ label: '添加' }), (tx, { summarize }) => {
      summarize('王家');
      const id = tx.insert(parent, { name: '王', rank: null });
      tx.insert(child, { parent_id: id, name: '小王' });
      tx.update(parent, id, { rank: 2 });
      return { id };
    });
    const reader = store.read();
    const [row] = reader.all(parents);
    expect(row).toMatchObject({ id: result.value.id, name: '王', rank: 2 });
    expect(row?.uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(result.repeated).toBe(false);
    expect(result.changes).toEqual([
      { table: 'parent', rows: [{ uid: row?.uid }], count: 1 },
      { table: 'child', rows: [{ uid: reader.all(children)[0]?.uid }], count: 1 },
    ]);
    expect(lines(store)).toMatchObject([
      {
        number: result.operationId,
        label: '添加',
        summary: '王家',
        outcome: 'done',
        change_count: 3,
        user_name: '张三',
      },
    ]);
  });

  it('answers a repeat of the same operation uid with the first result and runs nothing', () => {
    const store = openFamilyStore();
    const once = operation();
    const first = store.transact(once, (tx) => ({ id: tx.insert(parent, { name: '王' }), words: '好' }));
    let ran = false;
    const again = store.transact(once, () => {
      ran = true;
      return { id: 0, words: '' };
    });
    expect(ran).toBe(false);
    expect(again).toEqual({ ...first, repeated: true });
    expect(store.read().all(parents)).toHaveLength(1);
  });

  it('leaves nothing of failed work but one line that says so', () => {
    const store = openFamilyStore();
    expect(() =>
      store.transact(operation(), (tx) => {
        tx.insert(parent, { name: '王' });
        throw new TypeError('boom');
      }),
    ).toThrow(TypeError);
    expect(store.read().all(parents)).toEqual([]);
    expect(lines(store)).toMatchObject([{ outcome: 'failed', change_count: 0 }]);
    expect(store.read().all(parents)).toEqual([]);
  });

  it('records what a rule refused as refused, and refuses the repeat with the same words', () => {
    const store = openFamilyStore();
    const once = operation();
    const refuse = () =>
      store.transact(once, () => {
        throw new AppError('frozen', { what: '该季度' });
      });
    expect(refuse).toThrow('该季度已定稿');
    expect(refuse).toThrow('该季度已定稿');
    expect(lines(store)).toMatchObject([{ outcome: 'refused' }]);
  });

  it('tells a repeat of failed work that it had failed before', () => {
    const store = openFamilyStore();
    const once = operation();
    expect(() =>
      store.transact(once, () => {
        throw new TypeError('boom');
      }),
    ).toThrow('boom');
    expect(() => store.transact(once, () => 1)).toThrow(StoreError);
    expect(lines(store)).toHaveLength(1);
  });

  it('rolls back and keeps working when a rule of the database is violated', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    expect(() => store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }))).toThrow(/UNIQUE/);
    expect(() => store.transact(operation(), (tx) => tx.insert(child, { parent_id: 99, name: 'x' }))).toThrow(
      /FOREIGN KEY/,
    );
    store.transact(operation(), (tx) => tx.insert(parent, { name: '李' }));
    expect(store.read().all(parents)).toHaveLength(2);
  });

  it('refuses work that waits, a transaction inside another and a store kept beyond its transaction', () => {
    const store = openFamilyStore();
    let kept: WriteStore | undefined;
    expect(() => store.transact(operation(), () => Promise.resolve(1))).toThrow(StoreError);
    expect(() => store.transact(operation(), () => store.transact(operation(), () => 1))).toThrow(StoreError);
    store.transact(operation(), (tx) => {
      kept = tx;
    });
    expect(() => kept?.insert(parent, { name: '迟' })).toThrow(StoreError);
    expect(() => kept?.all(parents)).toThrow(StoreError);
    expect(store.read().all(parents)).toEqual([]);
  });

  it('refuses unknown tables, unknown columns and rows that are not there', () => {
    const store = openFamilyStore();
    const attempts: ((tx: WriteStore) => unknown)[] = [
      (tx) => tx.insert(testTable('nothing'), {}),
      (tx) => tx.insert(parent, { 'name") --': 1 }),
      (tx) => tx.update(parent, 7, { name: 'x' }),
      (tx) => tx.remove(parent, 7),
    ];
    for (const attempt of attempts) expect(() => store.transact(operation(), attempt)).toThrow(StoreError);
  });

  it('reads its own writes inside the transaction while readers see the last commit', () => {
    const store = openFamilyStore();
    const reader = store.read();
    store.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王' });
      expect(tx.get(parentByName, { name: '王' })).toBeDefined();
      expect([...tx.iterate(parents)]).toHaveLength(1);
      expect(reader.all(parents)).toEqual([]);
    });
    expect(reader.all(parents)).toHaveLength(1);
  });

  it('aborts a write to a logged table outside an operation, and a change of id or uid', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    expect(() => store.writeUnlogged((tx) => tx.insert(parent, { name: '李' }))).toThrow(
      'write outside transact',
    );
    expect(() => store.writeUnlogged((tx) => tx.update(parent, 1, { name: '李' }))).toThrow(
      'write outside transact',
    );
    expect(() => store.writeUnlogged((tx) => tx.remove(parent, 1))).toThrow('write outside transact');
    expect(() => store.transact(operation(), (tx) => tx.update(parent, 1, { uid: 'other' }))).toThrow(
      'never change',
    );
  });

  it('never gives out an id twice', () => {
    const store = openFamilyStore();
    const first = store.transact(operation(), (tx) => tx.insert(parent, { name: '王' })).value;
    store.transact(operation(), (tx) => tx.remove(parent, first));
    const second = store.transact(operation(), (tx) => tx.insert(parent, { name: '李' })).value;
    expect(second).toBeGreaterThan(first);
  });

  it('reports more than 200 rows of a table as a count and logs nothing for an update that changes nothing', () => {
    const store = openFamilyStore();
    const bulk = store.transact(operation(), (tx) => {
      for (let number = 0; number < 201; number += 1) tx.insert(parent, { name: `第${number}` });
    });
    expect(bulk.changes).toEqual([{ table: 'parent', rows: null, count: 201 }]);
    const same = store.transact(operation(), (tx) => tx.update(parent, 1, { name: '第0' }));
    expect(same.changes).toEqual([]);
  });

  it('records events without row changes', () => {
    const store = openFamilyStore();
    store.recordEvent(operation({ name: 'export.workbook', label: '导出', undo: 'final', summary: '12 行' }));
    store.recordEvent({
      ...operation({ name: 'session.enter', label: '登录', undo: 'final' }),
      outcome: 'refused',
    });
    const reader = store.read();
    const found = listOperations(reader, { ...anyOperation, userName: '张三' }, { before: null, limit: 10 });
    expect(found).toMatchObject([
      { name: 'session.enter', outcome: 'refused' },
      { name: 'export.workbook', outcome: 'done', summary: '12 行', change_count: 0 },
    ]);
    expect(countOperations(reader, { ...anyOperation, text: '12' })).toBe(1);
  });
});
