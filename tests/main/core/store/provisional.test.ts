import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '#main/core/store/open.ts';
import { markProvisional } from '#main/core/store/provisional.ts';
import { familySql, migrationFolder, operation, parent, temporaryFolder } from '#tests/support/store.ts';
import { parents } from './family-queries.ts';

it('sets a store aside whose filling was cut short, keeps it whole, and begins anew', () => {
  const base = temporaryFolder();
  const options = { migrationFolder: migrationFolder(base, familySql) };
  const folder = join(base, 'data');
  const half = openStore(folder, options);
  expect(half.setAside).toBeNull();
  markProvisional(folder);
  half.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
  half.close();

  const fresh = openStore(folder, options);
  expect(fresh.read().all(parents)).toEqual([]);
  expect(fresh.startFaults).toEqual([]);
  const aside = fresh.setAside;
  expect(aside).toMatch(/没有载入完-\d{8}-\d{4}/u);
  fresh.close();
  const old = openStore(aside!, options);
  expect(old.read().all(parents)).toMatchObject([{ name: '王' }]);
  old.close();

  const later = openStore(folder, options);
  expect(later.setAside).toBeNull();
  later.close();
});

it('leaves a store alone once it is complete', () => {
  const base = temporaryFolder();
  const options = { migrationFolder: migrationFolder(base, familySql) };
  const folder = join(base, 'data');
  const store = openStore(folder, options);
  const complete = markProvisional(folder);
  store.transact(operation(), (tx) => tx.insert(parent, { name: '王' }));
  complete();
  store.close();
  const again = openStore(folder, options);
  expect(again.setAside).toBeNull();
  expect(again.read().all(parents)).toHaveLength(1);
  again.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('没有载入完'))).toEqual([]);
  expect(existsSync(join(folder, 'unfinished'))).toBe(false);
});
