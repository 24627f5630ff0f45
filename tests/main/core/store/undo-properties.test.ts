import { randomUUID } from 'node:crypto';
import { checkStore } from '#main/core/store/integrity.ts';
import type { Store } from '#main/core/store/open.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { child, openFamilyStore, operation, parent } from '#tests/support/store.ts';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { children, parents } from './family-queries.ts';

const step = fc.record({
  kind: fc.constantFrom('addParent', 'addChild', 'rename', 'befriend', 'move', 'removeParent', 'removeChild'),
  pick: fc.nat(20),
  other: fc.nat(20),
  value: fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 5 })),
});
const operations = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), completes: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

let names = 0;

function perform(
  tx: WriteStore,
  { kind, pick, other, value }: typeof step extends fc.Arbitrary<infer S> ? S : never,
) {
  const allParents = tx.all(parents);
  const allChildren = tx.all(children);
  const first = allParents[pick % (allParents.length || 1)];
  const second = allParents[other % (allParents.length || 1)];
  const someChild = allChildren[pick % (allChildren.length || 1)];
  names += 1;
  if (kind === 'addParent') tx.insert(parent, { name: `名${names}`, rank: value });
  else if (kind === 'addChild' && first)
    tx.insert(child, { parent_id: first.id, name: `子${names}`, points: value });
  else if (kind === 'rename' && first) tx.update(parent, first.id, { name: `改${names}`, rank: value });
  else if (kind === 'befriend' && someChild && second)
    tx.update(child, someChild.id, { friend_id: second.id, points: value });
  else if (kind === 'move' && someChild && second) tx.update(child, someChild.id, { parent_id: second.id });
  else if (kind === 'removeParent' && first) tx.remove(parent, first.id);
  else if (kind === 'removeChild' && someChild) tx.remove(child, someChild.id);
}

function dump(store: Store): string {
  const reader = store.read();
  const text = JSON.stringify([reader.all(parents), reader.all(children)]);
  reader.close();
  return text;
}

const by = () => ({
  uid: randomUUID(),
  userUid: 'user-1',
  userName: '张三',
  windowUid: 'w1',
  host: 'cli' as const,
});

it('brings any sequence of operations back to its start by undo, and to its end by redo', () => {
  const store = openFamilyStore();
  fc.assert(
    fc.property(operations, (list) => {
      const windowUid = randomUUID();
      const start = dump(store);
      let toUndo = 0;
      let completable: string | null = null;
      for (const { steps, completes } of list) {
        const done = operation({ windowUid });
        const earlier: string | null = completes ? completable : null;
        const result = store.transact(done, (tx, { complete }) => {
          for (const each of steps) perform(tx, each);
          if (earlier !== null) complete(earlier);
        });
        if (result.changes.length === 0) continue;
        if (earlier === null) toUndo += 1;
        completable = earlier === null ? done.uid : null;
      }
      const end = dump(store);
      for (let count = 0; count < toUndo; count += 1) store.undo({ ...by(), windowUid });
      expect(dump(store)).toBe(start);
      for (let count = 0; count < toUndo; count += 1) store.redo({ ...by(), windowUid });
      expect(dump(store)).toBe(end);
    }),
    { numRuns: 60 },
  );
  const reader = store.read();
  expect(checkStore(reader)).toEqual([]);
});
