import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { administratorRoles, grants, rightNames, roles } from '#shared/rights.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';

/* What the rights of the three come to; that the core holds everybody to them: rights-matrix.test.ts. */

const operations = [...operationsOf(contract)];

/** All that any of the three may change: users, rules and the office's own settings; nothing of its work. */
const ownWrites = new Set([
  'backups.updateSettings',
  'office.setUp',
  'office.update',
  ...['add', 'update', 'setRoles', 'setPassword', 'unlock', 'changeOwnPassword'].map(
    (name) => `users.${name}`,
  ),
  ...['setSecurity', 'setEntryKey', 'recover'].map((name) => `users.${name}`),
]);
/** And all that concerns nobody's data but one's own session, jobs, files and steps, or comes with the program. */
const ownFeatures = new Set([
  'about',
  'backups',
  'session',
  'jobs',
  'files',
  'events',
  'users',
  'office',
  // What an auditor sees of it is its record; the words themselves are found by the director alone.
  'erasure',
  'history',
  'manual',
  // What the checks have found, and how many rows each backup has; what is rescued never comes over the line.
  'recovery',
  'sample',
]);
/** Puts a whole office where none is yet: refused once there is one. */
const onlyBeforeSetUp = new Set(['exchange.importAll']);

describe.each(administratorRoles)('the %s of the three', (role) => {
  it('may write nothing of the business', () => {
    const writes = operations.filter(({ meta }) => meta.kind === 'write' && grants([role], meta.right));
    expect(writes.map(({ path }) => path).filter((path) => !ownWrites.has(path))).toEqual([]);
  });

  it('may neither read nor export anything of the business', () => {
    const others = operations.filter(
      ({ path, meta }) =>
        grants([role], meta.right) &&
        !ownFeatures.has(path.split('.')[0] ?? '') &&
        !onlyBeforeSetUp.has(path),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });
});

it('gives every right of the contract to somebody, and names it', () => {
  for (const { path, meta } of operations) {
    expect(rightNames[meta.right], path).toMatch(/\p{Script=Han}/u);
    expect(
      roles.some((role) => grants([role], meta.right)),
      path,
    ).toBe(true);
  }
});
