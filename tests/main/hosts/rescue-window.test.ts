import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askInBrowser } from '#main/hosts/rescue.ts';
import type { RescueAnswer, RescueOutcome } from '#main/hosts/rescue-desk.ts';

const browser = vi.hoisted(() => ({ runs: true }));
vi.mock('#main/hosts/app-window.ts', () => ({
  findBrowser: () => 'browser',
  openAppWindow: () => () => browser.runs,
  openWithSystem: () => Promise.resolve(true),
}));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rescue-window-'));
  browser.runs = true;
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** The rescue window with its page open. */
async function openWindow(answer: () => Promise<RescueAnswer>) {
  const printed = Promise.withResolvers<string>();
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    const line = String(chunk);
    if (line.startsWith('打开: ')) printed.resolve(line.slice('打开: '.length).trim());
    return true;
  });
  const outcome: Promise<RescueOutcome> = askInBrowser(folder, true)({ page: () => '<p>坏了</p>', answer });
  const { origin, hash } = new URL(await printed.promise);
  const entered = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ token: hash.slice(1) }),
  });
  const setCookie = entered.headers.get('set-cookie') ?? '';
  const [cookie = ''] = setCookie.split(';');
  const page = `${origin}${/Path=(.*)$/u.exec(setCookie)?.[1] ?? '/'}`;
  const headers = { cookie, origin, connection: 'close' };
  await (await fetch(page, { headers })).text();
  const send = (signal: AbortSignal) =>
    fetch(page, { method: 'POST', headers, body: new URLSearchParams({ do: 'take' }), signal });
  // It is seen to be open.
  await new Promise((resolve) => {
    setTimeout(resolve, 1_500);
  });
  return { outcome, send };
}

it('The rescue is ended by closing its window', async () => {
  const { outcome } = await openWindow(() => Promise.reject(new Error('not asked')));
  browser.runs = false;
  expect(await outcome).toBe('ended');
});

it('A backup that is just being taken is taken, although the window is closed meanwhile', async () => {
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<RescueAnswer>();
  const { outcome, send } = await openWindow(() => {
    asked.resolve();
    return answered.promise;
  });
  const closing = new AbortController();
  const sent = send(closing.signal).catch(() => null);
  await asked.promise;
  closing.abort();
  browser.runs = false;
  await sent;
  await new Promise((resolve) => {
    setTimeout(resolve, 1_500);
  });
  answered.resolve({ page: '', outcome: 'taken' });
  expect(await outcome).toBe('taken');
});
