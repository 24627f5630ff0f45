import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { bundledChild } from '#tests/support/thread-bundle.ts';

/* The browser host as it is started on a PC with a display; the browser is a small program that enters and leaves. */

const entry = bundledChild('browser');
const LONG = 180_000;

/** Each has a folder and a program of its own, so that one waits beside the others. */
const programs = new Map<string, ChildProcess>();
afterAll(() => {
  for (const [folder, program] of programs) {
    program.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

function start(browser: string, ...switches: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'office-window-'));
  const path = join(folder, 'browser');
  writeFileSync(path, `#!${process.execPath}\n${browser}`);
  chmodSync(path, 0o755);
  // No folder of programs: nothing else of this PC is started.
  const env = { DISPLAY: ':77', CHROMIUM_PATH: path, HOME: folder, PATH: folder };
  const program = spawn(process.execPath, [entry, '--data', join(folder, 'data'), ...switches], { env });
  programs.set(folder, program);
  const said = { text: '' };
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said.text += part;
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    program.once('exit', (code) => resolve(code));
  });
  return { program, said, ended };
}

const enterAndLeave = `
const { readFileSync, statSync } = await import('node:fs');
const page = new URL(process.argv.find((one) => one.startsWith('--app=')).slice(6));
const address = new URL(/location\\.replace\\("([^"]+)"/.exec(readFileSync(page, 'utf8'))[1]);
const token = address.hash.slice(1);
if ((statSync(page).mode & 0o077) !== 0 || process.argv.join().includes(token)) process.exit(1);
const json = { origin: address.origin, 'content-type': 'application/json' };
const start = await fetch(address.origin + '/session', { method: 'POST', headers: json, body: JSON.stringify({ token }) });
const { key } = await start.json();
const headers = { 'x-key': key, cookie: start.headers.get('set-cookie').split(';')[0], origin: address.origin, 'content-type': 'application/json' };
await fetch(address.origin + '/rpc/events/watch', { method: 'POST', headers, body: '{}' });
setTimeout(() => process.exit(), 2_500);
`;

describe.concurrent('the browser host with a window of its own', () => {
  it(
    'ends well a little while after its last window was closed, and prints no address',
    async ({ expect }) => {
      const { said, ended } = start(enterAndLeave);
      expect(await ended).toBe(0);
      expect(said.text).toBe('');
    },
    LONG,
  );

  it(
    'prints the address and says so when the browser does not start, and waits for any other',
    async ({ expect }) => {
      const { said } = start('process.exit(1);');
      await expect
        .poll(() => said.text, { timeout: LONG - 30_000 })
        .toMatch(/浏览器窗口没有打开.*\n打开: http/);
      const [, address] = /打开: (http[^#]+)/.exec(said.text)!;
      expect((await fetch(address!)).status).toBe(200);
    },
    LONG,
  );

  it(
    'says in Chinese that the port is taken',
    async ({ expect }) => {
      const taken = createServer();
      await new Promise<void>((resolve) => {
        taken.listen(0, '127.0.0.1', resolve);
      });
      const { port } = taken.address() as { port: number };
      const { said, ended } = start('process.exit(1);', '--no-open', '--port', String(port));
      expect(await ended).toBe(1);
      expect(said.text).toContain('已被另一个程序占用');
      taken.close();
    },
    LONG,
  );

  it(
    'ends well when told twice',
    async ({ expect }) => {
      const { program, said, ended } = start('process.exit(1);', '--no-open');
      await expect.poll(() => said.text, { timeout: LONG - 30_000 }).toContain('打开:');
      program.kill('SIGINT');
      program.kill('SIGINT');
      expect(await ended).toBe(0);
    },
    LONG,
  );
});
