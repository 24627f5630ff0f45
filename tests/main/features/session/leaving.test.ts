import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CoreEvent } from '#shared/contract/events.ts';
import { startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

it('stays signed out until the clerk chooses the name, also in an office of one', async () => {
  const client = office.window();
  const { user } = await client.session.state();
  expect((await client.session.signOut()).user).toBeNull();
  expect((await client.session.state()).user).toBeNull();
  await client.session.signIn({ userUid: user!.uid });
  expect((await client.session.state()).user?.name).toBe('李明');
});

it('tells the other windows of the same browser that somebody came or went, and no other browser', async () => {
  const session = office.core.sessions.open('browser');
  const [one, other, elsewhere] = [office.window(session), office.window(session), office.window()];
  const { user } = await one.session.state();
  const near = await other.events.watch();
  const far = await elsewhere.events.watch();
  const heardFar: CoreEvent[] = [];
  void (async () => {
    for await (const event of far) heardFar.push(event);
  })();
  await one.session.signOut();
  expect((await near.next()).value).toEqual({ kind: 'session' });
  await one.session.signIn({ userUid: user!.uid });
  expect((await near.next()).value).toEqual({ kind: 'session' });
  expect(heardFar).toEqual([]);
});

it('takes one try after another, however many come at once, and reads on meanwhile', async () => {
  const { uid } = await office.client.users.add({ name: '王芳', roles: ['clerk'], password: 'mountain-7' });
  const stranger = office.window();
  const tries = ['guess-1', 'guess-2', 'mountain-7'].map((password) =>
    stranger.session.signIn({ userUid: uid, password }).then(
      ({ user }) => user?.name,
      ({ code }: { code: string }) => code,
    ),
  );
  expect((await stranger.session.state()).officeName).not.toBeNull();
  expect(await Promise.all(tries)).toEqual(['wrongPassword', 'wrongPassword', '王芳']);
});
