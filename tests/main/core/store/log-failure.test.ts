import { join } from 'node:path';
import { openStore } from '#main/core/store/open.ts';
import {
  child,
  familySql,
  migrationFolder,
  operation,
  parent,
  temporaryFolder,
} from '#tests/support/store.ts';
import { describe, expect, it } from 'vitest';
import { children, parents } from './family-queries.ts';

/** Where the log of a change, or the closing of an operation's line, cannot be written. */
const brokenLog = `
CREATE TRIGGER change_fails BEFORE INSERT ON row_change WHEN NEW.table_name = 'child'
BEGIN SELECT RAISE(ABORT, 'the log cannot be written'); END;
CREATE TRIGGER line_fails BEFORE UPDATE ON operation WHEN NEW.label = '不能封口'
BEGIN SELECT RAISE(ABORT, 'the log cannot be written'); END;
`;

function openBroken() {
  const base = temporaryFolder();
  const migrations = migrationFolder(base, familySql, brokenLog);
  return openStore(join(base, 'data'), { migrationFolder: migrations, programVersion: '0.1.0' });
}

describe('Where the log cannot be written nothing is stored', () => {
  it('neither the change itself nor what the same operation did before', () => {
    const store = openBroken();
    expect(() =>
      store.transact(operation(), (tx) => {
        const parentId = tx.insert(parent, { name: '王' });
        tx.insert(child, { parent_id: parentId, name: '小王' });
      }),
    ).toThrow('the log cannot be written');
    const reader = store.read();
    expect([...reader.all(parents), ...reader.all(children)]).toEqual([]);
    store.transact(operation(), (tx) => tx.insert(parent, { name: '李' }));
    expect(reader.all(parents)).toHaveLength(1);
    reader.close();
    store.close();
  });

  it('nor an operation whose line cannot be closed', () => {
    const store = openBroken();
    const work = () =>
      store.transact(operation({ label: '不能封口' }), (tx) => tx.insert(parent, { name: '王' }));
    expect(work).toThrow('the log cannot be written');
    const reader = store.read();
    expect(reader.all(parents)).toEqual([]);
    reader.close();
    store.close();
  });
});
