import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPortCarrier, type PortCarrier } from '#main/hosts/message-port.ts';
import { type Client, startTestCore, type TestCore } from '#tests/support/core.ts';
import { StandInPort } from '#tests/support/electron-stand-in.ts';

let office: TestCore;
let carrier: PortCarrier;
const open: MessagePort[] = [];

beforeEach(async () => {
  office = await startTestCore();
  carrier = createPortCarrier(office.core);
});
afterEach(async () => {
  for (const port of open.splice(0)) port.close();
  await office.close();
});

/** A page with its port, as the real one has it: over a real channel, by the real client. */
function openWindow(windowId: number) {
  const { port1, port2 } = new MessageChannel();
  carrier.carry(windowId, new StandInPort(port1));
  port2.start();
  open.push(port2);
  const window = crypto.randomUUID();
  const operation = { uid: '' };
  const link = new RPCLink({
    port: port2,
    headers: () => ({
      'x-window': window,
      ...(operation.uid === '' ? {} : { 'x-operation': operation.uid }),
    }),
  });
  const client: Client = createORPCClient(link);
  return { client, port: port2, operation };
}

const officeOfOne = {
  officeName: '临川市消防安全委员会办公室',
  userName: '李明',
  cityName: '临川市',
  cityCode: null,
  memberUnits: false,
};

it('carries the first start, a write and its history', async () => {
  const { client } = openWindow(1);
  expect(await client.session.state()).toMatchObject({ officeName: null, user: null, host: 'electron' });
  await client.office.setUp(officeOfOne);
  expect(await client.session.state()).toMatchObject({ user: { name: '李明' } });
  await client.office.update({ name: '临川市消安办', exportFolder: '/tmp/导出' });
  expect(await client.office.settings()).toMatchObject({ name: '临川市消安办', exportFolder: '/tmp/导出' });
  expect(await client.history.state()).toMatchObject({ undo: '修改办公室设置' });
  const { records } = await client.history.list({
    text: '',
    userName: null,
    from: null,
    to: null,
    before: null,
    limit: 10,
  });
  expect(records[0]).toMatchObject({ label: '修改办公室设置', userName: '李明', outcome: 'done' });
});

it('gives a refusal its code and its Chinese text', async () => {
  const { client } = openWindow(1);
  await expect(client.office.settings()).rejects.toMatchObject({ code: 'notSignedIn' });
  await expect(client.office.settings()).rejects.toThrow(/\p{Script=Han}/u);
});

it('signs each window in by itself, with a password where one is set', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  const { uid } = await first.client.users.add({ name: '王芳', roles: ['clerk'], password: 'mountain-7' });
  const second = openWindow(2);
  expect((await second.client.session.state()).user).toBeNull();
  await expect(
    second.client.session.signIn({ userUid: uid, password: 'wrong-password' }),
  ).rejects.toMatchObject({
    code: 'wrongPassword',
  });
  const entered = await second.client.session.signIn({ userUid: uid, password: 'mountain-7' });
  expect(entered.user?.name).toBe('王芳');
  expect((await first.client.session.state()).user?.name).toBe('李明');
});

it('does a write once when it is repeated after a lost link', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  const uid = crypto.randomUUID();
  const user = { name: '王芳', roles: ['clerk' as const], password: '' };
  first.operation.uid = uid;
  const added = await first.client.users.add(user);
  first.operation.uid = '';
  first.port.close();
  const again = openWindow(1);
  again.operation.uid = uid;
  expect(await again.client.users.add(user)).toEqual(added);
  again.operation.uid = '';
  expect(await again.client.users.list()).toHaveLength(2);
});

it('ends the session with its port', async () => {
  const closed = vi.spyOn(office.core.sessions, 'close');
  const { client, port } = openWindow(1);
  await client.session.state();
  port.close();
  await vi.waitUntil(() => closed.mock.calls.length === 1);
  expect(office.core.sessions.find(closed.mock.calls[0]![0])).toBeUndefined();
});

it('keeps the user signed in when the page is loaded anew in the same window, and in no other', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  await first.client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
  first.port.close();
  expect((await openWindow(1).client.session.state()).user?.name).toBe('李明');
  expect((await openWindow(2).client.session.state()).user).toBeNull();
});

it('stays locked when the page is loaded anew, and when the next process takes the windows over', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  await first.client.users.changeOwnPassword({ current: '', password: 'mountain-7' });
  await first.client.session.lock();
  expect(await openWindow(1).client.session.state()).toMatchObject({ user: { name: '李明' }, locked: true });
  const windows = carrier.windows();
  carrier = createPortCarrier(office.core, windows);
  const { client } = openWindow(1);
  expect(await client.session.state()).toMatchObject({ user: { name: '李明' }, locked: true });
  await expect(client.office.settings()).rejects.toMatchObject({ code: 'screenLocked' });
  expect((await openWindow(2).client.session.state()).user).toBeNull();
});

it('does not let a user back in who signed out', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  await first.client.users.add({ name: '王芳', roles: ['clerk'], password: '' });
  await first.client.session.signOut();
  first.port.close();
  expect((await openWindow(1).client.session.state()).user).toBeNull();
});

it('does not let a user back in who was dismissed while the page was gone', async () => {
  const manager = openWindow(1);
  await manager.client.office.setUp(officeOfOne);
  await manager.client.session.state();
  const name = '王芳';
  const { uid } = await manager.client.users.add({ name, roles: ['clerk'], password: '' });
  const clerk = openWindow(2);
  await clerk.client.session.signIn({ userUid: uid });
  const closed = vi.spyOn(office.core.sessions, 'close');
  clerk.port.close();
  await vi.waitUntil(() => closed.mock.calls.length === 1);
  await manager.client.users.update({ uid, name, active: false });
  await expect(openWindow(2).client.office.settings()).rejects.toMatchObject({ code: 'notSignedIn' });
});

it('tells one window what another changed', async () => {
  const first = openWindow(1);
  await first.client.office.setUp(officeOfOne);
  await first.client.session.state();
  const watched = await first.client.events.watch();
  const next = watched[Symbol.asyncIterator]().next();
  const second = openWindow(2);
  await second.client.session.state();
  await second.client.office.update({ name: '临川市消安办', exportFolder: '' });
  const { value } = await next;
  expect(value).toMatchObject({ kind: 'changed' });
});
