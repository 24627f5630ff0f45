import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let uid: string;
beforeAll(async () => {
  office = await startTestOffice();
  ({ uid } = await office.client.users.add({ name: '王芳', roles: ['clerk'], password: 'first-12' }));
});
afterAll(() => office.close());

async function enter(password: string) {
  const session = office.core.sessions.open('browser');
  const client = office.window(session);
  await client.session.signIn({ userUid: uid, password });
  return { session, client };
}

describe('the key of a user with a password', () => {
  it('is in memory from signing in to signing out, and the same each time', async () => {
    const { session, client } = await enter('first-12');
    expect(session.secretKey).toHaveLength(32);
    expect((await enter('first-12')).session.secretKey).toEqual(session.secretKey);
    await client.session.signOut();
    expect(session.secretKey).toBeNull();
  });

  it('stays the same when the user changes the password', async () => {
    const { session, client } = await enter('first-12');
    await client.users.changeOwnPassword({ current: 'first-12', password: 'second-23' });
    expect((await enter('second-23')).session.secretKey).toEqual(session.secretKey);
  });

  it('is another when somebody else sets the password, who could otherwise read along', async () => {
    const { session } = await enter('second-23');
    await office.client.users.setPassword({ uid, password: 'third-34' });
    const after = (await enter('third-34')).session.secretKey;
    expect(after).toHaveLength(32);
    expect(after).not.toEqual(session.secretKey);
  });

  it('is nowhere in the file, and missing without a password', async () => {
    const { session } = await enter('third-34');
    const secret = Buffer.from(session.secretKey!);
    const files = ['store.db', 'store.db-wal'].map((name) => readIfThere(join(office.dataFolder, name)));
    expect(files.some((bytes) => bytes.length > 0)).toBe(true);
    for (const bytes of files) {
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(secret.toString('base64'))).toBe(false);
    }
    await office.client.users.setPassword({ uid, password: '' });
    expect((await enter('')).session.secretKey).toBeNull();
  });

  it('is there at once after setting the first password, without signing in anew', async () => {
    const { session, client } = await enter('');
    await client.users.changeOwnPassword({ current: '', password: 'fourth-45' });
    await expect(client.session.unlock({ password: 'guess-44' })).rejects.toMatchObject({
      code: 'wrongPassword',
    });
    expect(await client.session.unlock({ password: 'fourth-45' })).toEqual({ unlocked: true });
    expect(session.secretKey).toHaveLength(32);
  });
});

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
