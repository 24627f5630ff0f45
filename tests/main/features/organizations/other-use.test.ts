import { describe, expect, it } from 'vitest';
import { openDatabase, storeFile } from '#main/core/store/database.ts';
import { openStore } from '#main/core/store/open.ts';
import { listReferences } from '#main/core/store/references.ts';
import { otherUse } from '#main/features/organizations/queries.ts';
import { join } from 'node:path';
import { temporaryFolder } from '#tests/support/store.ts';

/** Named by refusals of their own, or gone with the organization; targets lie in a county that their campaign names. */
const otherwise = new Set([
  'organization_state',
  'organization_succession',
  'assessment_object',
  'campaign_target',
]);

describe('an organization that something belongs to', () => {
  it('is never removed with an error that nobody understands: every table that points to it is named in words', () => {
    const folder = temporaryFolder();
    openStore(folder).close();
    const database = openDatabase(join(folder, storeFile), 'read');
    const pointing = listReferences(database)
      .filter(({ target, table }) => target === 'organization' && !otherwise.has(table))
      .map(({ table }) => table);
    database.close();
    const unnamed = pointing.filter((table) => !new RegExp(`\\b${table}\\b`, 'u').test(otherUse.sql));
    expect(pointing.length).toBeGreaterThan(20);
    expect(unnamed).toEqual([]);
  });
});
