import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import { UndoConflict } from '#main/core/store/errors.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { findRedoTarget, findUndoTarget } from '#main/core/store/undo-target.ts';
import { verifyChain } from '#main/core/store/verify-chain.ts';
import {
  child,
  familySql,
  migrationFolder,
  openFamilyStore,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { children, parents } from './family-queries.ts';

function by(given: { userUid?: string; windowUid?: string; uid?: string } = {}) {
  return {
    uid: randomUUID(),
    userUid: 'user-1',
    userName: '张三',
    windowUid: 'w1',
    host: 'browser' as const,
    ...given,
  };
}

const ofOther = { userUid: 'user-2', userName: '李四', windowUid: 'w2' };

function rows(store: Store) {
  const reader = store.read();
  const all = { parents: reader.all(parents), children: reader.all(children) };
  reader.close();
  return all;
}

function conflictOf(work: () => unknown): UndoConflict {
  try {
    work();
  } catch (error) {
    if (error instanceof UndoConflict) return error;
    throw error;
  }
  throw new Error('nothing stopped the undo');
}

describe('undo', () => {
  it('takes back adding, changing and deleting one after another, and redo does them again', () => {
    const store = openFamilyStore();
    const states = [rows(store)];
    store.transact(operation({ label: '添加' }), (tx) => {
      const id = tx.insert(parent, { name: '王' });
      tx.insert(child, { parent_id: id, name: '小王' });
    });
    states.push(rows(store));
    store.transact(operation({ label: '修改' }), (tx) => tx.update(parent, 1, { name: '李', rank: 3 }));
    states.push(rows(store));
    store.transact(operation({ label: '删除' }), (tx) => tx.remove(parent, 1));
    states.push(rows(store));
    for (const [index, label] of ['删除', '修改', '添加'].entries()) {
      expect(store.undo(by()).value.label).toBe(label);
      expect(rows(store)).toEqual(states[2 - index]);
    }
    expect(() => store.undo(by())).toThrow('没有可以撤销的操作');
    for (const [index, label] of ['添加', '修改', '删除'].entries()) {
      expect(store.redo(by()).value.label).toBe(label);
      expect(rows(store)).toEqual(states[index + 1]);
    }
    expect(() => store.redo(by())).toThrow('没有可以重做的操作');
    expect(store.undo(by()).value.label).toBe('删除');
    expect(rows(store)).toEqual(states[2]);
  });

  it('tells the pages what changed and is an operation of its own', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    const { uid } = rows(store).parents[0]!;
    const done = store.undo(by());
    expect(done.changes).toEqual([{ table: 'parent', rows: [{ uid }], count: 1 }]);
  });

  it('answers a repeated undo with its first result', () => {
    const store = openFamilyStore();
    store.transact(operation({ label: '一' }), (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation({ label: '二' }), (tx) => tx.insert(parent, { name: '李' }));
    const once = by();
    const first = store.undo(once);
    expect(store.undo(once)).toEqual({ ...first, repeated: true });
    expect(rows(store).parents).toHaveLength(1);
  });

  it('never takes back the operation of another user or another window', () => {
    const store = openFamilyStore();
    store.transact(operation({ label: '我的' }), (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation({ ...ofOther, label: '他的' }), (tx) => tx.insert(parent, { name: '李' }));
    store.transact(operation({ windowUid: 'w3', label: '另一窗口' }), (tx) =>
      tx.insert(parent, { name: '赵' }),
    );
    expect(store.undo(by()).value.label).toBe('我的');
    expect(() => store.undo(by())).toThrow(AppError);
    expect(rows(store).parents.map((row) => row.name)).toEqual(['李', '赵']);
  });

  it('keeps what others changed in other columns', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王', rank: 1 }));
    store.transact(operation(), (tx) => tx.update(parent, 1, { rank: 2 }));
    store.transact(operation(ofOther), (tx) => tx.update(parent, 1, { name: '李' }));
    store.undo(by());
    expect(rows(store).parents[0]).toMatchObject({ name: '李', rank: 1 });
  });

  it('stops where the same column was changed later and names that operation', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王', rank: 1 }));
    store.transact(operation({ label: '改级别' }), (tx) => tx.update(parent, 1, { rank: 2 }));
    store.transact(operation({ ...ofOther, label: '改姓名' }), (tx) => tx.update(parent, 1, { name: '李' }));
    store.transact(operation({ ...ofOther, label: '再改级别' }), (tx) => tx.update(parent, 1, { rank: 3 }));
    const before = rows(store);
    const conflict = conflictOf(() => store.undo(by()));
    expect(conflict.later).toMatchObject([{ label: '再改级别', userName: '李四' }]);
    expect(conflict.message).toContain('李四');
    expect(conflict.message).toContain('“再改级别”');
    expect(rows(store)).toEqual(before);
  });

  it('goes on once the later change was itself taken back', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王', rank: 1 }));
    store.transact(operation({ label: '改级别' }), (tx) => tx.update(parent, 1, { rank: 2 }));
    store.transact(operation(ofOther), (tx) => tx.update(parent, 1, { rank: 3 }));
    conflictOf(() => store.undo(by()));
    store.undo(by({ userUid: 'user-2', windowUid: 'w2' }));
    expect(store.undo(by()).value.label).toBe('改级别');
    expect(rows(store).parents[0]?.rank).toBe(1);
  });

  it('stops where the changed row was deleted later, and names who deleted it', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王', rank: 1 }));
    store.transact(operation(), (tx) => tx.update(parent, 1, { rank: 2 }));
    store.transact(operation({ ...ofOther, label: '删除' }), (tx) => tx.remove(parent, 1));
    expect(conflictOf(() => store.undo(by())).later).toMatchObject([{ label: '删除' }]);
  });

  it('does not delete a row that others refer to now', () => {
    const store = openFamilyStore();
    store.transact(operation({ label: '添加父' }), (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation({ ...ofOther, label: '添加子' }), (tx) =>
      tx.insert(child, { parent_id: 1, name: '小王' }),
    );
    expect(conflictOf(() => store.undo(by())).later).toMatchObject([{ label: '添加子', userName: '李四' }]);
    expect(rows(store).children).toHaveLength(1);
  });

  it('does not bring back a row whose parent is gone', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => {
      tx.insert(parent, { name: '王' });
      tx.insert(child, { parent_id: 1, name: '小王' });
    });
    store.transact(operation({ label: '删除子' }), (tx) => tx.remove(child, 1));
    store.transact(operation({ ...ofOther, label: '删除父' }), (tx) => tx.remove(parent, 1));
    expect(conflictOf(() => store.undo(by())).later).toMatchObject([{ label: '删除父' }]);
  });

  it('says so when what would come back exists by now under the same name', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation({ label: '删除' }), (tx) => tx.remove(parent, 1));
    store.transact(operation(ofOther), (tx) => tx.insert(parent, { name: '王' }));
    expect(conflictOf(() => store.undo(by())).message).toContain('重复');
    expect(rows(store).parents).toHaveLength(1);
  });

  it('brings back what a deletion took along and cleared', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => {
      for (const name of ['王', '李']) tx.insert(parent, { name });
      tx.insert(child, { parent_id: 1, friend_id: 2, name: '小王' });
      tx.insert(child, { parent_id: 2, friend_id: 1, name: '小李' });
    });
    const before = rows(store);
    store.transact(operation(), (tx) => tx.remove(parent, 1));
    expect(rows(store).children).toMatchObject([{ name: '小李', friend_id: null }]);
    const after = rows(store);
    store.undo(by());
    expect(rows(store)).toEqual(before);
    store.redo(by());
    expect(rows(store)).toEqual(after);
  });

  it('says which step takes back what cannot be undone', () => {
    const store = openFamilyStore();
    const sign = operation({ label: '签发', undo: 'compensated', compensation: '作废' });
    store.transact(sign, (tx) => tx.insert(parent, { name: '王' }));
    expect(() => store.undo(by())).toThrow('“签发”不能撤销，请改用“作废”');
    store.transact(operation({ label: '恢复备份', undo: 'final' }), (tx) =>
      tx.insert(parent, { name: '李' }),
    );
    expect(() => store.undo(by())).toThrow('“恢复备份”不能撤销');
  });

  it('takes back a named older operation, once', () => {
    const store = openFamilyStore();
    const first = operation({ label: '一' });
    store.transact(first, (tx) => tx.insert(parent, { name: '王' }));
    store.transact(operation({ label: '二' }), (tx) => tx.insert(parent, { name: '李' }));
    store.undo(by(ofOther), { operationUid: first.uid });
    expect(rows(store).parents.map((row) => row.name)).toEqual(['李']);
    expect(() => store.undo(by(), { operationUid: first.uid })).toThrow('已经撤销过了');
    expect(store.undo(by()).value.label).toBe('二');
  });

  it('forgets what could be redone once something new was done', () => {
    const store = openFamilyStore();
    store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
    store.undo(by());
    expect(findRedoTarget(store.read(), by())).toMatchObject({ label: '修改家庭' });
    store.transact(operation({ label: '新的' }), (tx) => tx.insert(parent, { name: '李' }));
    expect(findRedoTarget(store.read(), by())).toBeUndefined();
    expect(findUndoTarget(store.read(), by())).toMatchObject({ label: '新的', undo: 'reversible' });
  });

  it('takes back an operation together with the one that completes it, and does both again', () => {
    const store = openFamilyStore();
    store.transact(operation({ label: '添加' }), (tx) => tx.insert(parent, { name: '王', rank: 1 }));
    const score = operation({ label: '评分' });
    store.transact(score, (tx) => tx.update(parent, 1, { rank: 2 }));
    store.transact(operation({ label: '评分' }), (tx, { complete }) => {
      complete(score.uid);
      tx.update(parent, 1, { rank: 3, name: '李' });
    });
    const end = rows(store);
    expect(store.undo(by()).value.label).toBe('评分');
    expect(rows(store).parents[0]).toMatchObject({ name: '王', rank: 1 });
    expect(() => store.undo(by(), { operationUid: score.uid })).toThrow('已经撤销过了');
    store.redo(by());
    expect(rows(store)).toEqual(end);
    store.undo(by());
    expect(store.undo(by()).value.label).toBe('添加');
    expect(verifyChain(store.read())).toEqual([]);
  });

  it('takes both back when the first one is named, and shows both as taken back', () => {
    const store = openFamilyStore();
    const score = operation({ label: '评分' });
    store.transact(score, (tx) => tx.insert(parent, { name: '王', rank: 2 }));
    store.transact(operation({ label: '理由' }), (tx, { complete }) => {
      complete(score.uid);
      tx.update(parent, 1, { rank: 3 });
    });
    store.undo(by(ofOther), { operationUid: score.uid });
    expect(rows(store).parents).toEqual([]);
    const records = listOperations(store.read(), anyOperation, { before: null, limit: 3 });
    expect(records.map(({ label, undone }) => [label, undone])).toEqual([
      ['撤销：理由', 0],
      ['理由', 1],
      ['评分', 1],
    ]);
  });

  it('completes only what this window did last', () => {
    const store = openFamilyStore();
    const score = operation({ label: '评分' });
    store.transact(score, (tx) => tx.insert(parent, { name: '王', rank: 2 }));
    store.transact(operation({ label: '别的' }), (tx) => tx.insert(parent, { name: '李' }));
    store.transact(operation({ label: '理由' }), (tx, { complete }) => {
      complete(score.uid);
      tx.update(parent, 1, { rank: 3 });
    });
    store.undo(by());
    expect(rows(store).parents[0]).toMatchObject({ name: '王', rank: 2 });
    expect(store.undo(by()).value.label).toBe('别的');
  });

  it('does not reach behind a migration', () => {
    const base = temporaryFolder();
    const first = openStore(base, { migrationFolder: migrationFolder(base, familySql) });
    const old = operation();
    first.transact(old, (tx) => tx.insert(parent, { name: '王' }));
    first.close();
    const migrations = migrationFolder(base, familySql, 'CREATE INDEX parent_rank ON parent (rank);');
    const second = openStore(base, { migrationFolder: migrations });
    expect(() => second.undo(by())).toThrow('没有可以撤销的操作');
    expect(() => second.undo(by(), { operationUid: old.uid })).toThrow('早于程序升级');
    second.close();
  });
});
