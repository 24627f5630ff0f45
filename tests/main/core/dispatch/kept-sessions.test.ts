import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KeptSession, Sessions } from '#main/core/dispatch/sessions.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestCore, startTestOffice } from '#tests/support/core.ts';

/* What a process that takes the place of a dead one is handed of its sessions. */

let folder: string;
let office: Awaited<ReturnType<typeof startTestOffice>>;
let kept: readonly KeptSession[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-kept-'));
  office = await startTestOffice(undefined, {}, folder);
  office.core.sessions.keepWith((sessions) => {
    kept = sessions;
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('is told once of a change that meets many sessions', () => {
  const sessions = new Sessions();
  const user = { uid: 'u1', name: '王芳', roles: ['clerk'], mustChange: false } as const;
  for (let count = 0; count < 5; count += 1) sessions.open('browser').signIn(user, null);
  const told: (readonly KeptSession[])[] = [];
  sessions.keepWith((each) => told.push(each));
  sessions.refresh(new Map());
  expect(told).toHaveLength(2);
  expect(told.at(-1)?.map(({ userUid }) => userUid)).toEqual([null, null, null, null, null]);
});

async function passedOn() {
  await office.core.close();
  const next = await startTestCore(folder);
  await next.core.resume(kept);
  return next;
}

it('lets in again who was in, keeps a covered screen covered, and nobody who had left or was dismissed', async () => {
  const secret = 'mountain-7';
  const { uid: wang } = await office.client.users.add({ name: '王芳', roles: ['clerk'], password: secret });
  const { uid: zhao } = await office.client.users.add({ name: '赵强', roles: ['clerk'], password: secret });
  const ids: string[] = [];
  async function enter(userUid: string) {
    const session = office.core.sessions.open('browser');
    ids.push(session.id);
    const client = office.window(session);
    await client.session.signIn({ userUid, password: secret });
    return client;
  }
  await enter(wang);
  await (await enter(wang)).session.lock();
  await (await enter(wang)).session.signOut();
  await enter(zhao);
  const before = kept;
  await office.client.users.update({ uid: zhao, name: '赵强', active: false });
  expect(JSON.stringify(before)).not.toContain(secret);
  kept = before;

  const next = await passedOn();
  const states = await Promise.all(ids.map((id) => next.window(next.core.sessions.find(id)).session.state()));
  expect(states.map(({ user, locked }) => [user?.name ?? null, locked])).toEqual([
    ['王芳', false],
    ['王芳', true],
    [null, false],
    [null, false],
  ]);
  await next.core.close();
});
