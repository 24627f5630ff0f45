import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soleUserRoles } from '#shared/rights.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';

describe('people and their sessions', () => {
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  beforeAll(async () => {
    office = await startTestOffice();
  });
  afterAll(() => office.close());

  it('lets an office of one clerk without a password in at once', async () => {
    const state = await office.window().session.state();
    expect(state.user).toMatchObject({ name: '李明', roles: soleUserRoles });
    expect(state.officeName).toBe('临川市消防安全委员会办公室');
  });

  it('asks who it is as soon as there are several users', async () => {
    await office.client.users.add({ name: '王芳', roles: ['clerk'], password: 'mountain-7' });
    const stranger = office.window();
    expect((await stranger.session.state()).user).toBeNull();
    await expect(stranger.history.list(anything)).rejects.toMatchObject({ code: 'notSignedIn' });
  });

  it('keeps out who does not know the password, and writes the attempt down', async () => {
    const stranger = office.window();
    const wang = (await stranger.session.state()).users.find((user) => user.name === '王芳');
    await expect(stranger.session.signIn({ userUid: wang!.uid, password: 'guess' })).rejects.toMatchObject({
      code: 'wrongPassword',
    });
    const { records } = await office.client.history.list(anything);
    expect(records[0]).toMatchObject({
      label: '登录',
      summary: '王芳',
      outcome: 'refused',
      userName: '王芳',
    });
  });

  it('gives several sessions of different users their own rights at the same time', async () => {
    const wang = await signIn(office.window(), '王芳', 'mountain-7');
    await expect(wang.users.list()).rejects.toMatchObject({ code: 'notAllowed' });
    await expect(wang.history.list(anything)).resolves.toBeDefined();
    await expect(office.client.users.list()).resolves.toHaveLength(2);
  });

  it('takes a dismissal for every session at once', async () => {
    const wang = await signIn(office.window(), '王芳', 'mountain-7');
    const { uid } = (await office.client.users.list()).find((user) => user.name === '王芳')!;
    await office.client.users.update({ uid, name: '王芳', active: false });
    await expect(wang.history.list(anything)).rejects.toMatchObject({ code: 'notSignedIn' });
  });

  it('never leaves the office without somebody who can let others in', async () => {
    const { uid } = (await office.client.users.list()).find((user) => user.name === '李明')!;
    await expect(office.client.users.setRoles({ uid, roles: ['clerk'] })).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('names the field that breaks a limit, in Chinese', async () => {
    const attempt = office.client.users.add({ name: '', roles: ['clerk'], password: '' });
    await expect(attempt).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const error = (await attempt.catch((problem: unknown) => problem)) as {
      data: { issues: { message: string }[] };
    };
    expect(error.data.issues[0]?.message).toContain('请填写姓名');
  });
});

const anything = { text: '', userName: null, from: null, to: null, before: null, limit: 50 };

async function signIn(client: Client, name: string, password: string): Promise<Client> {
  const user = (await client.session.state()).users.find((candidate) => candidate.name === name);
  await client.session.signIn({ userUid: user!.uid, password });
  return client;
}
