import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, finishedJob, startTestOffice } from '#tests/support/core.ts';

describe('a data pack that is double-clicked', () => {
  const base = mkdtempSync(join(tmpdir(), 'handed-'));
  let office: Awaited<ReturnType<typeof startTestOffice>>;
  let client: Client;
  beforeAll(async () => {
    office = await startTestOffice();
    ({ client } = office);
  });
  afterAll(async () => {
    await office.close();
    rmSync(base, { recursive: true });
  });

  function packNamed(name: string): string {
    const path = join(base, name);
    writeFileSync(path, '不是包');
    return path;
  }

  it('is told to a page that was there before and to one that comes later', async () => {
    const before = await client.events.watch();
    office.core.handed.put(packNamed('甲.xabao'));
    expect((await before.next()).value).toEqual({ kind: 'handed' });
    const later = await client.events.watch();
    expect((await later.next()).value).toEqual({ kind: 'handed' });
    await Promise.all([before.return?.(), later.return?.()]);
    await client.exchange.takeHanded();
  });

  it('is had by a page once, as a file that was chosen, and several one after another', async () => {
    for (const name of ['甲.xabao', '乙.xabao', '甲.xabao']) office.core.handed.put(packNamed(name));
    const file = await client.exchange.takeHanded();
    expect(file?.name).toBe('甲.xabao');
    const later = await client.events.watch();
    expect((await later.next()).value).toEqual({ kind: 'handed' });
    await later.return?.();
    expect((await client.exchange.takeHanded())?.name).toBe('乙.xabao');
    expect(await client.exchange.takeHanded()).toBeNull();
    const { jobUid } = await client.exchange.open({ fileToken: file!.token, password: '随便什么' });
    expect((await finishedJob(client, jobUid)).problem).toContain('已经损坏');
  });

  it('that is gone by then, or no file, is said in words and not asked for again', async () => {
    office.core.handed.put(join(base, '没有.xabao'));
    await expect(client.exchange.takeHanded()).rejects.toThrow('“没有.xabao”读不出来');
    expect(await client.exchange.takeHanded()).toBeNull();
    office.core.handed.put(base);
    await expect(client.exchange.takeHanded()).rejects.toThrow('不是文件');
  });
});
