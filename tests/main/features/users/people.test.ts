import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '#shared/rights.ts';
import { defaultSecurity } from '#shared/rules/users/security.ts';
import { type Client, startTestOffice } from '#tests/support/core.ts';
import { setThreeApart } from '#tests/support/three-administrators.ts';

type Office = Awaited<ReturnType<typeof startTestOffice>>;
let office: Office;
beforeAll(async () => {
  office = await startTestOffice();
});
afterAll(() => office.close());

const PASSWORD = 'secret-7x';
const anything = { text: '', userName: null, from: null, to: null, before: null, limit: 50 };

async function add(name: string, roles: Role[], mustChange = false): Promise<string> {
  return (await office.client.users.add({ name, roles, password: PASSWORD, mustChange })).uid;
}

async function enter(uid: string, password = PASSWORD): Promise<Client> {
  const client = office.window();
  await client.session.signIn({ userUid: uid, password });
  return client;
}

describe('roles', () => {
  it('add up for somebody who has several', async () => {
    const uid = await add('赵强', ['inspector']);
    const zhao = await enter(uid);
    await expect(zhao.history.list(anything)).rejects.toMatchObject({ code: 'notAllowed' });
    await office.client.users.setRoles({ uid, roles: ['auditor', 'inspector'] });
    await expect(zhao.history.list(anything)).resolves.toBeDefined();
    expect((await zhao.session.state()).user?.roles).toEqual(['inspector', 'auditor']);
  });

  it('are granted by the security administrator alone, also to somebody new', async () => {
    const admin = await enter(await add('孙丽', ['systemAdmin']));
    await expect(
      admin.users.add({ name: '周敏', roles: ['director'], password: PASSWORD }),
    ).rejects.toMatchObject({ code: 'refused' });
    const { uid } = await admin.users.add({ name: '周敏', roles: [], password: PASSWORD });
    await expect(admin.users.setRoles({ uid, roles: ['clerk'] })).rejects.toMatchObject({
      code: 'notAllowed',
    });
    const nobody = await enter(uid);
    await expect(nobody.users.list()).rejects.toMatchObject({ code: 'notAllowed' });
  });

  it('leave a line in the log where somebody is refused', async () => {
    const uid = await add('吴军', ['reader']);
    const reader = await enter(uid);
    await expect(reader.users.list()).rejects.toMatchObject({ code: 'notAllowed' });
    const { records } = await office.client.history.list({ ...anything, userName: '吴军' });
    expect(records[0]).toMatchObject({ label: '用户列表', summary: '没有权限', outcome: 'refused' });
  });
});

describe('three administrators apart', () => {
  it('are refused in words while one person holds several of the roles', async () => {
    const settings = { ...(await office.client.users.security()), administratorsApart: true };
    await expect(
      office.client.users.setSecurity({ ...settings, commonWords: [...settings.commonWords] }),
    ).rejects.toThrow(/三员分立.*李明/su);
    expect((await office.client.users.security()).administratorsApart).toBe(false);
  });

  it('leave nobody a password that somebody else knows, but may still help who forgot the own one', async () => {
    const own = await startTestOffice();
    const { systemAdmin } = await setThreeApart(own, own.client);
    const { uid } = (await systemAdmin.users.list()).find(({ name }) => name === '李明')!;
    const set = (mustChange: boolean) =>
      systemAdmin.users.setPassword({ uid, password: 'Gauge-6350', mustChange });
    await expect(set(false)).rejects.toThrow('须先改成自己的密码');
    const added = { name: '王芳', roles: [], password: 'Gauge-6350' };
    await expect(systemAdmin.users.add(added)).rejects.toMatchObject({ code: 'refused' });
    await expect(systemAdmin.users.add({ ...added, mustChange: true })).resolves.toBeDefined();
    await set(true);
    const { user } = await own.client.session.state();
    expect(user?.mustChange).toBe(true);
    await own.close();
  });
});

describe('a password that somebody else set', () => {
  it('has to be changed before anything else can be done', async () => {
    const uid = await add('郑洁', ['clerk'], true);
    const zheng = await enter(uid);
    const { user } = await zheng.session.state();
    expect(user).toMatchObject({ mustChange: true, rights: ['open', 'signedIn'] });
    await expect(zheng.history.list(anything)).rejects.toMatchObject({ code: 'passwordDue' });
    const change = (password: string) => zheng.users.changeOwnPassword({ current: PASSWORD, password });
    await expect(change('')).rejects.toMatchObject({ code: 'refused' });
    await expect(change(PASSWORD)).rejects.toThrow('最近用过');
    await expect(change('zhengjie-9A')).rejects.toThrow('姓名');
    await change('Hydrant-0815');
    await expect(zheng.history.list(anything)).resolves.toBeDefined();
  });
});

describe('locking out', () => {
  it('comes after five wrong passwords, says until when, shows in the list and ends by unlocking', async () => {
    const uid = await add('冯涛', ['clerk']);
    const stranger = office.window();
    const wrong = () => stranger.session.signIn({ userUid: uid, password: 'guess' });
    for (let left = 4; left > 0; left -= 1) await expect(wrong()).rejects.toThrow(`再错 ${left} 次`);
    await expect(wrong()).rejects.toMatchObject({ code: 'lockedOut' });
    await expect(enter(uid)).rejects.toThrow(/锁定到 \d{4}-\d{2}-\d{2} \d{2}:\d{2}/u);
    expect((await office.client.users.list()).find((user) => user.uid === uid)?.lockedUntil).toBeGreaterThan(
      0,
    );
    await office.client.users.unlock({ uid });
    await expect(enter(uid)).resolves.toBeDefined();
  });

  it('counts wrong passwords given to change the own one, and asks no more of who is locked out', async () => {
    const uid = await add('韩雪', ['clerk']);
    const han = await enter(uid);
    const guess = (current: string, password = 'Hydrant-0815') =>
      han.users.changeOwnPassword({ current, password });
    await expect(guess(PASSWORD, 'hanxue-9A')).rejects.toMatchObject({ code: 'badInput' });
    await expect(han.session.unlock({ password: 'guess' })).rejects.toThrow('再错 4 次');
    await expect(guess('guess')).rejects.toThrow('再错 3 次');
    for (let tries = 0; tries < 2; tries += 1) await guess('guess').catch(() => undefined);
    await expect(guess('guess')).rejects.toThrow('已锁定');
    await expect(guess(PASSWORD)).rejects.toMatchObject({ code: 'lockedOut' });
    await expect(enter(uid)).rejects.toMatchObject({ code: 'lockedOut' });
    await office.client.users.unlock({ uid });
    await guess(PASSWORD);
    await expect(enter(uid, 'Hydrant-0815')).resolves.toBeDefined();
  });

  it('ends after its time', async () => {
    const uid = await add('陈静', ['clerk']);
    const stranger = office.window();
    for (let tries = 0; tries < 5; tries += 1)
      await stranger.session.signIn({ userUid: uid, password: 'guess' }).catch(() => undefined);
    await expect(enter(uid)).rejects.toMatchObject({ code: 'lockedOut' });
    const later = Date.now() + defaultSecurity.lockMinutes * 60_000 + 1_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    try {
      await expect(enter(uid)).resolves.toBeDefined();
    } finally {
      vi.restoreAllMocks();
    }
  });
});

describe('the covered screen', () => {
  it('answers nothing before the password was given, and then goes on', async () => {
    const session = office.core.sessions.open('browser');
    const client = office.window(session);
    const uid = await add('褚亮', ['clerk']);
    await client.session.signIn({ userUid: uid, password: PASSWORD });
    expect((await client.session.lock()).locked).toBe(true);
    await expect(client.history.list(anything)).rejects.toMatchObject({ code: 'screenLocked' });
    await expect(client.session.unlock({ password: 'guess' })).rejects.toMatchObject({
      code: 'wrongPassword',
    });
    await client.session.unlock({ password: PASSWORD });
    await expect(client.history.list(anything)).resolves.toBeDefined();
  });

  it('is refused to somebody without a password, who could not uncover it', async () => {
    await expect(office.client.session.lock()).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('the key on paper', () => {
  it('lets a system administrator in again with a new password, once', async () => {
    const stranger = office.window();
    const uid = await add('卫国', ['systemAdmin']);
    const { code } = await office.client.users.newEntryKey();
    const lastGroup = code.slice(-4);
    const recover = (userUid: string, typed = code) =>
      stranger.users.recover({ userUid, code: typed, password: 'Hydrant-0815' });
    await expect(recover(uid)).rejects.toMatchObject({ code: 'refused' });
    await expect(office.client.users.setEntryKey({ code, lastGroup: 'WXYZ' })).rejects.toMatchObject({
      code: 'badInput',
    });
    await office.client.users.setEntryKey({ code, lastGroup });
    await expect(recover(uid, (await office.client.users.newEntryKey()).code)).rejects.toThrow('不对');
    await expect(recover(await add('蒋欣', ['clerk']))).rejects.toThrow('只给系统管理员');
    await recover(uid, code.toLowerCase());
    await expect(enter(uid, 'Hydrant-0815')).resolves.toBeDefined();
    await expect(recover(uid)).rejects.toMatchObject({ code: 'refused' });
    const { records } = await office.client.history.list({ ...anything, text: '恢复密钥重设' });
    expect(records.map(({ outcome, summary }) => `${outcome} ${summary}`)).toContain('done 卫国');
    expect(JSON.stringify(records)).not.toContain(code);
  });
});
