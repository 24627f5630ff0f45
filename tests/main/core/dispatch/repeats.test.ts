import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, startTestOffice } from '#tests/support/core.ts';

let office: Awaited<ReturnType<typeof startTestOffice>>;
let manager: Client;
let reader: Client;
beforeAll(async () => {
  office = await startTestOffice();
  manager = office.client;
  const { uid } = await manager.users.add({ name: '王芳', roles: ['reader'], password: '' });
  reader = office.window();
  await reader.session.signIn({ userUid: uid });
});
afterAll(() => office.close());

/** A window whose every write carries the same operation uid, as a repeat does. */
async function repeating(operationUid: string, user: string): Promise<Client> {
  const session = office.core.sessions.open('browser');
  const reqHeaders = new Headers({ 'x-window': crypto.randomUUID(), 'x-operation': operationUid });
  const options = { context: () => ({ session, reqHeaders }) };
  const client = createRouterClient(office.core.router, options) as unknown as Client;
  const { users } = await client.session.state();
  await client.session.signIn({ userUid: users.find(({ name }) => name === user)!.uid });
  return client;
}

const lastOperation = async () =>
  (await manager.history.list({ text: '', userName: null, from: null, to: null, before: null, limit: 1 }))
    .records[0]!;

describe('a write that carries the uid of an earlier one', () => {
  it('is answered with the first result when it is the same operation of the same user', async () => {
    const client = await repeating(crypto.randomUUID(), '李明');
    const first = await client.office.update({ name: '甲', exportFolder: '' });
    expect(await client.office.update({ name: '甲', exportFolder: '' })).toEqual(first);
  });

  it('is refused, not taken for saved, when another user or another operation has that uid', async () => {
    await manager.office.update({ name: '乙', exportFolder: '' });
    const { uid } = await lastOperation();
    const other = await manager.users.add({
      name: '赵强',
      roles: ['director', 'systemAdmin', 'securityAdmin', 'auditor'],
      password: '',
    });
    expect(other.uid).toBeDefined();
    const zhao = await repeating(uid, '赵强');
    await expect(zhao.office.update({ name: '丙', exportFolder: '' })).rejects.toMatchObject({
      code: 'refused',
    });
    const li = await repeating(uid, '李明');
    await expect(li.users.add({ name: '孙丽', roles: ['clerk'], password: '' })).rejects.toMatchObject({
      code: 'refused',
    });
    expect((await manager.office.settings()).name).toBe('乙');
  });
});

describe('taking back', () => {
  it('needs the right to what is taken back', async () => {
    await manager.office.update({ name: '丁', exportFolder: '' });
    const { uid } = await lastOperation();
    await expect(reader.history.undo({ operationUid: uid })).rejects.toMatchObject({ code: 'notAllowed' });
    expect((await manager.office.settings()).name).toBe('丁');
    await manager.history.undo({ operationUid: uid });
    const undone = await lastOperation();
    await expect(reader.history.undo({ operationUid: undone.uid })).rejects.toMatchObject({
      code: 'notAllowed',
    });
    expect((await manager.office.settings()).name).not.toBe('丁');
    await manager.history.redo();
    expect((await manager.office.settings()).name).toBe('丁');
  });
});
