import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { administratorRoles, grants, rightNames, type Role, roles } from '#shared/rights.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { httpCarrier, portCarrier } from '#tests/support/carriers.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

const operations = [...operationsOf(contract)].map(({ path, procedure, meta }) => ({
  path,
  meta,
  takesInput: procedure['~orpc'].inputSchema !== undefined,
}));

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

describe('every business write over both carriers', () => {
  let office: HttpOffice;
  const carriers: { name: string; role: Role; call: (path: string, input: unknown) => Promise<unknown> }[] =
    [];
  const closing: (() => void)[] = [];
  beforeAll(async () => {
    office = await startHttpOffice();
    const { client } = await httpCarrier(office);
    await client.office.setUp({
      officeName: '临川市消防安全委员会办公室',
      userName: '李明',
      cityName: '临川市',
      cityCode: null,
      memberUnits: false,
    });
    await client.session.state();
    for (const role of administratorRoles) {
      const { uid } = await client.users.add({ name: role, roles: [role], password: '' });
      for (const carrier of [await httpCarrier(office), portCarrier(office)]) {
        closing.push(() => carrier.close());
        await carrier.call('session.signIn', { userUid: uid });
        carriers.push({ name: `${role} ${carrier.name}`, role, call: carrier.call });
      }
    }
  });
  afterAll(async () => {
    for (const close of closing) close();
    await office.close();
  });

  it('is refused to each of the three by the core', async () => {
    const business = operations.filter(
      ({ path, meta, takesInput }) => meta.kind === 'write' && !ownWrites.has(path) && !takesInput,
    );
    const withInput = operations.filter(
      ({ path, meta, takesInput }) => meta.kind === 'write' && !ownWrites.has(path) && takesInput,
    );
    for (const { name, call } of carriers) {
      for (const { path } of business)
        expect(await codeOf(call(path, undefined)), `${name} ${path}`).toBe('notAllowed');
      for (const { path } of withInput)
        expect(['notAllowed', 'BAD_REQUEST'], `${name} ${path}`).toContain(await codeOf(call(path, {})));
    }
  });
});

async function codeOf(answer: Promise<unknown>): Promise<string> {
  return answer.then(
    () => 'answered',
    (error: unknown) => String((error as { code?: unknown }).code),
  );
}
