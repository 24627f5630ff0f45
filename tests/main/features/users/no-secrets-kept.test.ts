import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let admin: Client;
let uid: string;

/** Everything that somebody has typed and nobody else may read. */
const secrets = {
  first: 'Erstes-73915',
  second: 'Zweites-26480',
  third: 'Drittes-91537',
  wrong: 'Geraten-50284',
  backup: 'Sicherung-38162',
  refused: 'kurz',
};

beforeAll(async () => {
  office = await startTestOffice();
  admin = office.client;
  const roles = ['systemAdmin' as const, 'clerk' as const];
  ({ uid } = await admin.users.add({ name: '王芳', roles, password: secrets.first }));
});
afterAll(() => office.close());

async function isRefused(call: Promise<unknown>): Promise<void> {
  await expect(call).rejects.toThrow();
}

describe('what is secret', () => {
  it('passes through calls that succeed and calls that fail', async () => {
    const client = office.window();
    await isRefused(client.session.signIn({ userUid: uid, password: secrets.wrong }));
    await client.session.signIn({ userUid: uid, password: secrets.first });
    await isRefused(client.users.changeOwnPassword({ current: secrets.wrong, password: secrets.second }));
    await isRefused(client.users.changeOwnPassword({ current: secrets.first, password: secrets.refused }));
    await client.users.changeOwnPassword({ current: secrets.first, password: secrets.second });
    const { code } = await client.users.newEntryKey();
    await client.users.setEntryKey({ code, lastGroup: code.slice(-4) });
    await isRefused(client.users.recover({ userUid: uid, code: secrets.wrong, password: secrets.third }));
    await client.users.recover({ userUid: uid, code, password: secrets.third });
    Object.assign(secrets, { code });
    await isRefused(admin.users.add({ name: '王芳', roles: [], password: secrets.refused }));
    await admin.backups.setPassword({ password: secrets.backup });
    await finishedJob(admin, (await admin.backups.make()).jobUid);
    // An error that nobody foresaw goes into the error log with what is known of it.
    const broken = office.core.write(
      'users.noSuch',
      { password: secrets.wrong },
      anybody(),
      crypto.randomUUID(),
    );
    await isRefused(broken);
  });

  it('lies in no file of the data folder: neither log, nor store, nor backup', async () => {
    await office.core.close();
    const files = readdirSync(office.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(3);
    const found = files.flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(join(parentPath, name));
      const held = Object.entries(secrets).filter(
        ([which, secret]) => which !== 'refused' && bytes.includes(Buffer.from(secret)),
      );
      return held.map(([which]) => `${name} holds ${which}`);
    });
    expect(found).toEqual([]);
  });
});

function anybody() {
  return { userUid: null, userName: '', roles: null, windowUid: 'w', host: 'browser' } as const;
}
