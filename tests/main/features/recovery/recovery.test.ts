import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '#main/core/store/open.ts';
import { rescueAskedBy } from '#main/core/store/standing-faults.ts';
import { doWhatIsDue } from '#main/features/backups/keep-backups.ts';
import { startBackup } from '#main/features/backups/services.ts';
import {
  type Client,
  finishedJob,
  startTestCore,
  startTestOffice,
  type TestCore,
} from '#tests/support/core.ts';
import { zeroLeafOf } from '#tests/support/damaged-store.ts';

const nobody = { userUid: null, userName: '程序', roles: null, windowUid: 'core', host: 'browser' } as const;
const PASSWORD = 'Kite7!meadow';

describe('an office whose data are found damaged', () => {
  let base: string;
  let pattern: string;
  let folder: string;
  let running: TestCore | null;

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'office-recovery-'));
    pattern = join(base, 'pattern');
    const office = await startTestOffice({ name: '临川市', code: null }, {}, pattern);
    const { client } = office;
    await finishedJob(client, (await client.backups.make()).jobUid);
    await client.users.changeOwnPassword({ current: '', password: PASSWORD });
    await office.close();
    const store = openStore(pattern, { programVersion: '0.1.0' });
    store.noteFullCheck();
    store.close();
    return () => rmSync(base, { recursive: true, force: true });
  });
  beforeEach(() => {
    folder = mkdtempSync(join(base, 'data-'));
    cpSync(pattern, folder, { recursive: true });
    running = null;
  });
  afterEach(async () => running?.close());

  async function open(more = {}): Promise<TestCore & { client: Client }> {
    running = await startTestCore(folder, more);
    return { ...running, client: running.window() };
  }

  /** Until the check has found what is wrong. */
  async function openFaulty(more: object) {
    const opened = await open(more);
    await vi.waitFor(
      async () => expect((await opened.client.session.state()).faults).not.toEqual([]),
      10_000,
    );
    return opened;
  }

  async function openDamaged(more = {}) {
    zeroLeafOf(folder, 'organization');
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec(`UPDATE store_meta SET value = '' WHERE name = 'lastFullCheckDay'`);
    plain.close();
    return openFaulty(more);
  }

  /** The file is whole; a line of the log is not as it was written. */
  async function openUnusual(more = {}) {
    const plain = new Driver(join(folder, 'store.db'));
    plain.exec(`UPDATE operation SET label = '别的' WHERE id = (SELECT max(id) - 1 FROM operation);
      UPDATE store_meta SET value = '' WHERE name = 'lastFullCheckDay'`);
    plain.close();
    return openFaulty(more);
  }

  async function signIn(client: Client): Promise<void> {
    const [user] = (await client.session.state()).users;
    await client.session.signIn({ userUid: user!.uid, password: PASSWORD });
  }

  it('is told before anybody is in what was found and which backups there are, with date and counts', async () => {
    const { client } = await openDamaged();
    const state = await client.recovery.state();
    expect(state.faults[0]).toContain('损坏');
    expect(state.mayAccept).toBe(false);
    expect(state.backups).toHaveLength(1);
    expect(state.backups[0]).toMatchObject({ kind: '手工', files: 0 });
    expect(state.backups[0]!.rows).toBeGreaterThan(0);
  });

  it('lets its people in, read and export, which is noted for the log; but it takes no writes', async () => {
    const { client, core } = await openDamaged();
    await signIn(client);
    expect((await client.users.list()).length).toBeGreaterThan(0);
    await expect(client.office.update({ name: '别的', exportFolder: '' })).rejects.toThrow('只能查阅和导出');
    await expect(client.recovery.accept()).rejects.toThrow('恢复最近的备份');
    const job = await finishedJob(client, (await client.users.exportRights()).jobUid);
    expect(job).toMatchObject({ status: 'done', problem: null });
    const notes = readdirSync(join(folder, 'log-notes')).map((name) =>
      readFileSync(join(folder, 'log-notes', name), 'utf8'),
    );
    expect(notes.join('')).toContain('session.signIn');
    expect(notes.join('')).toContain('users.exportRights');
    await doWhatIsDue(core, nobody, Date.now() + 86_400_000);
    await expect(client.backups.make()).rejects.toThrow('现在不能备份');
    await expect(client.collectionReturns.backUpFirst({ cells: 9_999 })).rejects.toThrow('现在不能备份');
    const beforeClearing = startBackup(core, nobody, 'beforeClearing', 'whereChanged');
    await expect(beforeClearing).rejects.toThrow('现在不能备份');
    expect((await client.recovery.state()).backups).toHaveLength(1);
  });

  it('is rescued by the next start, which comes by itself where the host can', async () => {
    const startAnew = vi.fn();
    const { client } = await openDamaged({ abilities: { startAnew } });
    expect(await client.recovery.rescue()).toEqual({ startsAnew: true });
    await vi.waitFor(() => expect(startAnew).toHaveBeenCalledOnce());
    expect(rescueAskedBy(folder)).toEqual({ userUid: null, userName: '' });
  });

  it('restores from the page of backups too, without first backing up what is damaged', async () => {
    const { client } = await openDamaged();
    await signIn(client);
    const [backup] = (await client.backups.state()).backups;
    const { place, name } = backup!;
    const { jobUid } = await client.backups.restore({ place, folder: '', name, password: '' });
    expect(await finishedJob(client, jobUid)).toMatchObject({ status: 'done', problem: null });
    await running?.close();
    const { client: restored } = await open();
    expect((await restored.session.state()).faults).toEqual([]);
    await restored.office.update({ name: '临川市消安办', exportFolder: '' });
    const aside = readdirSync(folder).find((each) => each.startsWith('恢复前的数据'));
    expect(existsSync(join(folder, aside!, 'faults.json'))).toBe(true);
  });

  it('is stopped by the first who comes upon a damaged page, before any check does', async () => {
    zeroLeafOf(folder, 'organization');
    const { client } = await open();
    await signIn(client);
    expect((await client.session.state()).faults).toEqual([]);
    await expect(client.organizations.tree({ day: null })).rejects.toThrow('损坏');
    await vi.waitFor(async () => expect((await client.session.state()).faults).not.toEqual([]), 10_000);
    await expect(client.office.update({ name: '别的', exportFolder: '' })).rejects.toThrow('只能查阅和导出');
  });

  it('is not rescued by everybody where its file is whole: it takes who manages the office, whose name is kept', async () => {
    const startAnew = vi.fn();
    const { client: first } = await open();
    await signIn(first);
    const clerk = await first.users.add({ name: '王芳', roles: ['clerk'], password: 'Early1!rain' });
    const early = running!.window();
    await early.session.signIn({ userUid: clerk.uid, password: 'Early1!rain' });
    await early.users.changeOwnPassword({ current: 'Early1!rain', password: PASSWORD });
    await running!.close();
    const { client } = await openUnusual({ abilities: { startAnew } });
    await expect(client.recovery.rescue()).rejects.toThrow('还没有登录');
    const others = running!.window();
    await others.session.signIn({ userUid: clerk.uid, password: PASSWORD });
    await expect(others.recovery.rescue()).rejects.toThrow('您没有“救出数据”的权限');
    expect(rescueAskedBy(folder)).toBeNull();
    await signIn(client);
    expect(await client.recovery.rescue()).toEqual({ startsAnew: true });
    await vi.waitFor(() => expect(startAnew).toHaveBeenCalledOnce());
    expect(rescueAskedBy(folder)).toEqual({ userUid: expect.any(String), userName: '李明' });
  });

  it('is settled by the only one who manages the office although the password is due for change, and by no clerk', async () => {
    const { client: first } = await open();
    await signIn(first);
    const given = { name: '赵新', password: 'Early1!rain' };
    const admin = await first.users.add({ ...given, roles: ['systemAdmin'], mustChange: true });
    const clerk = await first.users.add({
      name: '王芳',
      roles: ['clerk'],
      password: 'Early2!rain',
      mustChange: true,
    });
    await running!.close();
    const { client } = await openUnusual();
    const others = running!.window();
    await others.session.signIn({ userUid: clerk.uid, password: 'Early2!rain' });
    await expect(others.recovery.accept()).rejects.toThrow('您没有“核对后接着录入”的权限');
    await expect(others.recovery.rescue()).rejects.toThrow('您没有“救出数据”的权限');
    const change = { current: given.password, password: PASSWORD };
    await client.session.signIn({ userUid: admin.uid, password: given.password });
    expect((await client.session.state()).user).toMatchObject({ mustChange: true, name: given.name });
    await expect(client.users.changeOwnPassword(change)).rejects.toThrow('只能查阅和导出');
    await expect(client.users.list()).rejects.toThrow('密码');
    await client.session.lock();
    await expect(client.recovery.accept()).rejects.toThrow('锁');
    await client.session.unlock({ password: given.password });
    expect(await client.recovery.rescue()).toEqual({ startsAnew: false });
    expect(rescueAskedBy(folder)).toEqual({ userUid: admin.uid, userName: given.name });
    await client.recovery.accept();
    await client.users.changeOwnPassword(change);
    expect((await client.session.state()).faults).toEqual([]);
  });

  it('goes on with what is only unusual once it was accepted, and its backups can be restored then', async () => {
    const { client } = await openUnusual();
    await signIn(client);
    expect((await client.recovery.state()).mayAccept).toBe(true);
    await client.recovery.accept();
    expect((await client.session.state()).faults).toEqual([]);
    const asked = { text: '核对后接着录入', userName: null, from: null, to: null, before: null, limit: 9 };
    expect((await client.history.list(asked)).records[0]).toMatchObject({ userName: '李明' });
    await finishedJob(client, (await client.backups.make()).jobUid);
    const [backup] = (await client.backups.state()).backups;
    const chosen = { place: 'own', folder: '', name: backup!.name, password: '' } as const;
    const { result } = await finishedJob(client, (await client.backups.verify(chosen)).jobUid);
    expect(result).toMatchObject({ faults: [] });
  });

  it('counts wrong passwords as well while nothing is written', async () => {
    const { client } = await openDamaged();
    const [user] = (await client.session.state()).users;
    const attempt = (password: string) => client.session.signIn({ userUid: user!.uid, password });
    for (let tries = 0; tries < 5; tries += 1) await expect(attempt('不是这个')).rejects.toThrow();
    await expect(attempt(PASSWORD)).rejects.toThrow('已锁定');
  });
});
