import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from '#main/core/backups/make-backup.ts';
import { surveyDamage } from '#main/core/backups/rescue.ts';
import { openStore } from '#main/core/store/open.ts';
import { startOrRescue } from '#main/hosts/rescue.ts';
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
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const call = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
      fetch(`${origin}${path}`, { method, headers: { cookie, origin, connection: 'close', ...headers } });
    return { entered, call, origin };
  }

  it('lets one browser in, once, and nobody without its cookie, from another page or by another way', async () => {
    const server = await serveRescue('<b>数据</b>', await surveyDamage(damaged));
    const { entered, call, origin } = await enter(server.address);
    expect(entered.status).toBe(200);
    expect((await enter(server.address)).entered.status).toBe(401);
    const page = await call('/');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const text = await page.text();
    expect(text).toContain('没有删除任何东西');
    expect(text).toContain('恢复这份备份');
    expect(text).toContain('&lt;b>数据');
    const stranger = await (await fetch(`${origin}/`)).text();
    expect(stranger).toContain('怎样进入');
    expect(stranger).not.toContain('备份');
    expect((await call('/take', 'POST', { cookie: 'rescue=x' })).status).toBe(403);
    expect((await call('/take', 'POST', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await call('/other', 'POST')).status).toBe(404);
    expect((await call('/end', 'POST')).status).toBe(200);
    expect(await server.choice).toBe('end');
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
        opensWindow: false,
        say: (line) => said.push(line),
      }).then(
        (store) => store.close(),
        (error: unknown) => String(error),
      );
      const { call } = await enter(await asked.promise);
      await (await call(`/${choice}`, 'POST')).text();
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

  it('is not shown for what is no damage', async () => {
    const start = () => Promise.reject(new Error('端口被占用'));
    const asking = { dataFolder: damaged, opensWindow: false, say: () => undefined };
    await expect(startOrRescue(start, asking)).rejects.toThrow('端口被占用');
  });
});
