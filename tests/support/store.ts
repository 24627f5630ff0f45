import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultMigrationFolder } from '#main/core/store/migration-folder.ts';
import { sealMigrations } from '#main/core/store/migrations/seal.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { onTestFinished } from 'vitest';

export { child, operation, parent, testTable } from './store-operation.ts';

/** A fresh folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'store-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Two small business tables: children belong to a parent and may name a second one. */
export const familySql = `
CREATE TABLE parent (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  rank INTEGER
) STRICT;
CREATE TABLE child (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE,
  friend_id INTEGER REFERENCES parent (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  points INTEGER
) STRICT;
CREATE INDEX child_parent ON child (parent_id);
CREATE INDEX child_friend ON child (friend_id);
`;

/** A sealed migration folder inside `folder`: the real ground, then the given SQL texts as versions 2, 3, … */
export function migrationFolder(folder: string, ...steps: readonly string[]): string {
  const migrations = join(folder, `migrations-${steps.length}-${randomUUID()}`);
  mkdirSync(migrations);
  copyFileSync(join(defaultMigrationFolder, '0001-ground.sql'), join(migrations, '0001-ground.sql'));
  steps.forEach((sql, index) => {
    writeFileSync(join(migrations, `${String(index + 2).padStart(4, '0')}-step.sql`), sql);
  });
  sealMigrations(migrations);
  return migrations;
}

export interface FamilyStore extends Store {
  readonly migrations: string;
}

/** A store with the tables `parent` and `child`, closed and removed when the test ends. */
export function openFamilyStore(base = temporaryFolder()): FamilyStore {
  const migrations = migrationFolder(base, familySql);
  const store = openStore(join(base, 'data'), { migrationFolder: migrations, programVersion: '0.1.0' });
  onTestFinished(() => {
    try {
      store.close();
    } catch {
      // The test has closed it.
    }
  });
  return { ...store, migrations };
}
