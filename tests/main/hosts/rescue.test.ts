import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBackupKey, setBackupPassword } from '#main/core/backups/backup-key.ts';
import { makeBackup } from '#main/core/backups/make-backup.ts';
import { findBackups } from '#main/core/backups/place.ts';
import { surveyDamage } from '#main/core/backups/rescue.ts';
import { carryBackup } from '#main/core/backups/second-place.ts';
import { anyOperation, listOperations } from '#main/core/store/history.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import { askForRescue, rescueAskedBy } from '#main/core/store/standing-faults.ts';
import { askInBrowser, startOrRescue } from '#main/hosts/rescue.ts';
import { openRescueDesk } from '#main/hosts/rescue-desk.ts';
import { serveRescue } from '#main/hosts/rescue-server.ts';

describe('the page before damaged data', () => {
  let base: string;
  let damaged: string;

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'rescue-'));
    damaged = join(base, 'damaged');
    openStore(damaged, { programVersion: '0.1.0' }).close();
    const watch = { progress: () => undefined, throwIfCancelled: () => undefined };
    const now = Date.now();
    await makeBackup({ dataFolder: damaged, kind: 'daily', programVersion: '0.1.0', now, ...watch });
    writeFileSync(join(damaged, 'store.db'), '坏了');
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  /** What the browser gets that came with the address. */
  async function enter(address: string) {
    const { origin, hash } = new URL(address);
    const entered = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ token: hash.slice(1) }),
    });
    const setCookie = entered.headers.get('set-cookie') ?? '';
    const [cookie = ''] = setCookie.split(';');
    const page = /Path=(.*)$/.exec(setCookie)?.[1] ?? '/';
    const call = (method = 'GET', headers: Record<string, string> = {}, path = page) =>
      fetch(`${origin}${path}`, { method, headers: { cookie, origin, connection: 'close', ...headers } });
    const send = (form: Record<string, string>) =>
      fetch(`${origin}${page}`, {
        method: 'POST',
        headers: { cookie, origin, connection: 'close' },
        body: new URLSearchParams(form),
      });
    return { entered, call, send, origin, page };
  }

  /** Who stands in the log for the restore. */
  function restoredBy(store: Store): string | undefined {
    const reader = store.read();
    const [last] = listOperations(reader, anyOperation, { before: null, limit: 1 });
    reader.close();
    return last?.label === '恢复数据' ? last.user_name : undefined;
  }

  /** Of a start page that is asked for with these headers, byte for byte. */
  async function statusOf(origin: string, headers: string): Promise<number> {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    return Number(answer.split(' ')[1]);
  }

  it('lets one browser in, once, and nobody without its cookie, from another page or by another way', async () => {
    const server = await serveRescue(
      await openRescueDesk('<b>数据</b>', await surveyDamage(damaged), damaged),
    );
    const { entered, call, send, origin, page: path } = await enter(server.address);
    expect(entered.status).toBe(200);
    expect(await entered.json()).toEqual({ page: path });
    expect(path).toMatch(/^\/[\w-]{43}$/);
    expect((await enter(server.address)).entered.status).toBe(401);
    const page = await call();
    const text = await page.text();
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    const [, script = ''] = /<script>(.*)<\/script>/.exec(text) ?? [];
    expect(script).toContain('F1');
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
    expect(text).toContain('没有删除任何东西');
    expect(text).toContain('恢复这份备份');
    expect(text).toContain('&lt;b>数据');
    const stranger = await (await fetch(`${origin}/`)).text();
    expect(stranger).toContain('怎样进入');
    expect(stranger).not.toContain('备份');
    expect(await (await call('GET', {}, '/')).text()).not.toContain('备份');
    const others = `office-43121=x; rescue=${/rescue=(.*?);/.exec(entered.headers.get('set-cookie') ?? '')?.[1]}`;
    expect(await (await call('GET', { cookie: others })).text()).toContain('恢复这份备份');
    const refused = await call('POST', { cookie: 'office-43121=x; rescue=x' });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('重新打开');
    expect((await call('POST', { origin: 'http://evil.example' })).status).toBe(403);
    for (const other of ['/', '/other', `${path}x`]) expect((await call('POST', {}, other)).status).toBe(404);
    expect(await statusOf(origin, `Host: ${new URL(origin).host}\r\n`)).toBe(200);
    expect(await statusOf(origin, `Host: ${new URL(origin).host}\r\nHost: evil.test\r\n`)).toBe(421);
    expect((await send({ do: 'end' })).status).toBe(200);
    expect(await server.outcome).toBe('ended');
    server.close();
  });

  it.each(['take', 'end'])('does what was chosen: %s', async (choice) => {
    const folder = join(base, choice);
    cpSync(damaged, folder, { recursive: true });
    const said: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    const asked = Promise.withResolvers<string>();
    process.stdout.write = (chunk: string | Uint8Array): boolean => {
      const line = String(chunk);
      if (line.startsWith('打开: ')) asked.resolve(line.slice('打开: '.length).trim());
      return true;
    };
    try {
      const started = startOrRescue(async () => openStore(folder, { programVersion: '0.1.0' }), {
        dataFolder: folder,
        ask: askInBrowser(folder, false),
        say: (line) => said.push(line),
      }).then(
        (store) => store.close(),
        (error: unknown) => String(error),
      );
      const { call, send } = await enter(await asked.promise);
      const name = /name="name" value="([^"]+)"/.exec(await (await call()).text())?.[1] ?? '';
      await (await send({ do: choice, place: '', name })).text();
      const problem = await started;
      if (choice === 'take') expect(problem).toBeUndefined();
      else expect(problem).toContain('不是本程序的数据');
    } finally {
      process.stdout.write = write;
    }
    expect(said.join('')).toContain('没有删除任何东西');
    const names = readdirSync(folder);
    expect(names.some((name) => name.startsWith('损坏的数据'))).toBe(true);
    expect(names.some((name) => name.startsWith('恢复前的数据'))).toBe(choice === 'take');
  });

  it.each(['take', 'back'])(
    'is shown before the start where the clerk has asked for it: %s',
    async (choice) => {
      const folder = join(base, `asked-${choice}`);
      const store = openStore(folder, { programVersion: '0.1.0' });
      store.noteFullCheck(['数据文件有 2 处损坏。']);
      store.close();
      cpSync(join(damaged, 'backups'), join(folder, 'backups'), { recursive: true });
      askForRescue(folder, { userUid: 'user-1', userName: '李明' });
      const pages: string[] = [];
      const started = await startOrRescue(async () => openStore(folder, { programVersion: '0.1.0' }), {
        dataFolder: folder,
        say: () => undefined,
        async ask(desk) {
          pages.push(desk.page());
          expect(() => openStore(folder, { programVersion: '0.1.0' })).toThrow('另一个已打开的程序');
          const name = /name="name" value="([^"]+)"/.exec(pages[0] ?? '')?.[1] ?? '';
          const { outcome } = await desk.answer(
            new URLSearchParams({ do: choice, place: '', name }).toString(),
          );
          return outcome ?? 'ended';
        },
      });
      expect(pages[0]).toContain('数据检查发现问题');
      expect(pages[0]).toContain('有 2 处损坏');
      expect(started.startFaults).toHaveLength(choice === 'take' ? 0 : 1);
      if (choice === 'take') expect(restoredBy(started)).toBe('李明');
      started.close();
      const names = readdirSync(folder);
      expect(names.some((name) => name.startsWith('损坏的数据'))).toBe(true);
      expect(names.some((name) => name.startsWith('恢复前的数据'))).toBe(choice === 'take');
      expect(rescueAskedBy(folder)).toBeNull();
    },
  );

  it('finds a backup on a stick by the folder or the file that the clerk names, and restores it by its password', async () => {
    const folder = join(base, 'stick');
    cpSync(damaged, folder, { recursive: true });
    const stick = join(base, 'usb');
    const [own] = await findBackups(join(folder, 'backups'));
    const key = await setBackupPassword(folder, '一个好密码2026').then(() => readBackupKey(folder));
    const watch = { progress: () => undefined, throwIfCancelled: () => undefined };
    const carrying = { dataFolder: folder, chosenFolder: stick, key, now: Date.now() };
    await carryBackup(own!, { ...carrying, ...watch });
    await setBackupPassword(folder, null);
    const place = join(stick, '消安办工作台备份');
    const desk = await openRescueDesk('坏了', await surveyDamage(folder), folder);
    const answer = (form: Record<string, string>) => desk.answer(new URLSearchParams(form).toString());
    expect((await answer({ do: 'look', folder: '备份' })).page).toContain('完整路径');
    expect((await answer({ do: 'look', folder: join(base, 'empty') })).page).toContain('没有找到备份');
    expect((await answer({ do: 'take', place, name: own!.name })).page).toContain('请重新查找');
    for (const path of [stick, place, join(place, `${own!.name}.db.sealed`)]) {
      const { page } = await answer({ do: 'look', folder: path });
      expect(page.split(`value="${place}"`)).toHaveLength(2);
      expect(page).toContain('name="password"');
    }
    const wrong = await answer({ do: 'take', place, name: own!.name, password: '不是这个密码' });
    expect(wrong).toMatchObject({ outcome: null, page: expect.stringContaining('密码') as string });
    const right = await answer({ do: 'take', place, name: own!.name, password: '一个好密码2026' });
    expect(right.outcome).toBe('taken');
    openStore(folder, { programVersion: '0.1.0' }).close();
  });

  it('is not shown for what is no damage', async () => {
    const start = () => Promise.reject(new Error('端口被占用'));
    const asking = { dataFolder: damaged, ask: askInBrowser(damaged, false), say: () => undefined };
    await expect(startOrRescue(start, asking)).rejects.toThrow('端口被占用');
  });
});
