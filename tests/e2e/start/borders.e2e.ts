import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBrowser } from '#main/hosts/app-window.ts';
import { canBeOtherUser, triedByOtherUser } from '#tests/e2e/support/other-user.ts';
import { browserCalls, sentOutside } from '#tests/e2e/support/watched-calls.ts';
import { findTool } from '#tests/support/tools.ts';
import { findTracer } from '#tests/support/tracer.ts';

/*
 * The program with the window that it opens itself, in a real Chromium, and what other pages of that Chromium can do to
 * it: from another site, from another port of this PC, and by a name that points here.
 */

const launcher = join(import.meta.dirname, '..', '..', '..', 'main', 'launch.mjs');
const WAIT_MILLISECONDS = 60_000;
const strace = await findTracer();
if (strace === null)
  process.stdout.write(
    'borders: the calls of the window are not watched, because strace cannot trace here\n',
  );

let folder: string;
let data: string;
let program: ChildProcess;
let ended: Promise<number | null>;
let output = '';
let browser: Browser;
let page: Page;
let origin: string;
let evil: Server;
let evilPort: number;
/** What the other program on this PC was told by the browser. */
const heard: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'office-borders-'));
  data = join(folder, 'data');
  evil = createServer((request, response) => {
    heard.push(request.headers.cookie ?? '');
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title><p>x');
  });
  evilPort = await new Promise((resolve) => {
    evil.listen(0, '127.0.0.1', () => resolve((evil.address() as AddressInfo).port));
  });
  const env = { ...process.env, DISPLAY: ':77', CHROMIUM_PATH: browserScript(), HOME: folder };
  program = spawn(process.execPath, [launcher, 'start', '--host', 'browser', '--data', data], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
    });
  }
  ended = new Promise((resolve) => {
    program.once('exit', (code) => resolve(code));
  });
  const told = join(data, 'window', 'DevToolsActivePort');
  await vi.waitUntil(() => existsSync(told) && readFileSync(told, 'utf8').includes('\n'), {
    timeout: WAIT_MILLISECONDS,
    interval: 50,
  });
  const [port] = readFileSync(told, 'utf8').split('\n');
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  page = browser.contexts()[0]!.pages()[0]!;
  await page.waitForSelector('#root > *', { timeout: WAIT_MILLISECONDS });
  ({ origin } = new URL(page.url()));
});

afterAll(async () => {
  if (program.exitCode === null) {
    program.kill('SIGTERM');
    await ended;
  }
  evil.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/**
 * A whole browser, but without screen, in the place of the clerk's. It writes down what it was started with and whom it
 * speaks to, and knows the name of the other site.
 */
function browserScript(): string {
  const path = join(folder, 'browser');
  const own = '--no-sandbox --headless --disable-gpu --remote-debugging-port=0';
  const names = '"--host-resolver-rules=MAP evil.test 127.0.0.1" --proxy-bypass-list=evil.test';
  const watch = strace === null ? '' : `"${strace}" ${browserCalls.join(' ')} -o "${folder}/calls"`;
  const script = `#!/bin/sh
echo "$@" > "${folder}/arguments"
exec ${watch} "${findBrowser() ?? findTool('chromium')}" ${own} ${names} "$@"
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

function secretOf(enterFile: string): string {
  return /#([\w-]{43})/.exec(readFileSync(enterFile, 'utf8'))?.[1] ?? '';
}

function filesBelow(at: string): string[] {
  return readdirSync(at, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the window that the program opens', () => {
  it('comes in without address, history, script or output knowing what let it in', async () => {
    const seen = await page.evaluate(() => ({
      hash: location.hash,
      pages: history.length,
      state: JSON.stringify(history.state),
      referrer: document.referrer,
      cookie: document.cookie,
    }));
    expect(seen).toEqual({ hash: '#/', pages: 1, state: 'null', referrer: '', cookie: '' });
    expect(output).toBe('');
  });

  it('leaves what let it in on no command line, in no environment and in no file that others may read', () => {
    const secret = secretOf(join(data, 'enter.html'));
    expect(secret).toHaveLength(43);
    const arguments_ = readFileSync(join(folder, 'arguments'), 'utf8');
    expect(arguments_).toContain('--app=file://');
    expect(arguments_).not.toContain(secret);
    for (const process_ of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      for (const what of ['cmdline', 'environ']) expect(readProcess(process_, what)).not.toContain(secret);
    }
    const own = filesBelow(data).filter((file) => !file.startsWith(join(data, 'window')));
    const shared = own.filter(
      (file) => (statSync(file).mode & 0o077) !== 0 && readFileSync(file).includes(secret),
    );
    expect(shared).toEqual([]);
    expect(statSync(data).mode & 0o077).toBe(0);
    expect(own.filter((file) => readFileSync(file).includes(secret))).toEqual([join(data, 'enter.html')]);
  });

  it('shows the program’s own help at F1 before there is an office, and not that of the browser’s maker', async () => {
    await page.getByRole('button', { name: '帮助 F1' }).waitFor({ timeout: WAIT_MILLISECONDS });
    await page.evaluate(() => {
      addEventListener('keydown', ({ key, defaultPrevented }) => {
        document.documentElement.dataset['foreignHelp'] = `${key} ${defaultPrevented ? 'no' : 'yes'}`;
      });
    });
    await page.keyboard.press('F1');
    const help = page.getByRole('complementary', { name: '使用手册' });
    await help.getByRole('heading', { name: '第一次打开' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset['foreignHelp'])).toBe('F1 no');
    expect(await help.getByRole('button', { name: '整页打开' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  it('is handed a pack that is opened meanwhile, since it can show it', async () => {
    expect(await startWith(join(folder, '云栖区.xabao'))).toEqual({
      code: 0,
      said: '“云栖区.xabao”已经交给打开着的工作台，请切换到那个窗口。\n',
    });
  });
});

/** Another start of the program on the same data, by a double click on the pack. */
function startWith(pack: string): Promise<{ code: number | null; said: string }> {
  const switches = ['start', '--host', 'browser', '--no-open', '--data', data, pack];
  const second = spawn(process.execPath, [launcher, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve) => {
    second.once('exit', (code) => resolve({ code, said }));
  });
}

function readProcess(number: string, what: string): string {
  try {
    return readFileSync(join('/proc', number, what), 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** All that a page can send to another origin; runs in the page. */
async function attack(target: string): Promise<string[]> {
  const call = `${target}/rpc/office/setUp`;
  const body =
    '{"json":{"officeName":"x","userName":"x","cityName":"x","cityCode":null,"memberUnits":false},"x":"="}';
  const json = { 'content-type': 'application/json', 'x-key': 'x' };
  const sent: RequestInit[] = [
    { method: 'POST', mode: 'no-cors', credentials: 'include', body },
    { method: 'POST', credentials: 'include', headers: { 'content-type': 'text/plain' }, body },
    { method: 'POST', credentials: 'include', headers: json, body },
    { method: 'PUT', credentials: 'include', body },
    { credentials: 'include' },
  ];
  const answered: string[] = [];
  for (const options of sent) {
    const answer = await fetch(call, options).catch(() => null);
    if (answer?.ok === true) answered.push(`fetch ${answer.status}`);
  }
  for (const path of ['/', '/enter.js', '/rpc/session/state', '/exports/x']) {
    for (const kind of ['img', 'script'] as const) {
      const element = document.createElement(kind);
      const loaded = new Promise<boolean>((resolve) => {
        element.addEventListener('load', () => resolve(true));
        element.addEventListener('error', () => resolve(false));
      });
      element.src = target + path;
      document.body.append(element);
      if (await loaded) answered.push(`${kind} ${path}`);
    }
  }
  navigator.sendBeacon(call, body);
  const socket = new WebSocket(`${target.replace('http', 'ws')}/rpc/events/watch`);
  const opened = await new Promise<boolean>((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('error', () => resolve(false));
  });
  if (opened) answered.push('WebSocket');
  const frame = document.createElement('iframe');
  frame.name = 'hidden';
  document.body.append(frame);
  const form = document.createElement('form');
  Object.assign(form, { method: 'POST', action: call, enctype: 'text/plain', target: 'hidden' });
  const field = document.createElement('input');
  [field.name, field.value] = body.split('=') as [string, string];
  form.append(field);
  document.body.append(form);
  const gone = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  form.submit();
  await gone;
  return answered;
}

describe('another page in the same browser', () => {
  const places = [
    ['of another site', 'evil.test'],
    ['of another port of this PC, which the cookie is sent to', '127.0.0.1'],
  ] as const;

  it.each(places)('%s is answered nothing and changes nothing', async (_what, name) => {
    const foreign = await browser.contexts()[0]!.newPage();
    await foreign.goto(`http://${name}:${evilPort}/`);
    expect(await foreign.evaluate(attack, origin)).toEqual([]);
    await foreign.close();
    await page.reload();
    await page.getByText('建立办公室').first().waitFor({ timeout: WAIT_MILLISECONDS });
  });

  it('can do nothing with the cookie that it was sent, because it has no key', async () => {
    const cookie = heard.find((each) => each.includes('office-')) ?? '';
    expect(cookie).not.toBe('');
    const headers = { cookie, origin, 'content-type': 'application/json' };
    const answer = await fetch(`${origin}/rpc/session/state`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(401);
  });

  it('of a name that points to this program gets no call answered, of 200', async () => {
    const foreign = await browser.contexts()[0]!.newPage();
    const start = await foreign.goto(`http://evil.test:${new URL(origin).port}/`);
    expect(start?.status()).toBe(421);
    const statuses = await foreign.evaluate(async () => {
      const call = () =>
        fetch('/rpc/session/state', { method: 'POST', body: '{}' }).then((answer) => answer.status);
      return Promise.all(Array.from({ length: 200 }, call));
    });
    expect(new Set(statuses)).toEqual(new Set([421]));
    await foreign.close();
  });
});

const isOtherUser = canBeOtherUser();
if (!isOtherUser)
  process.stdout.write(
    'borders: NOT TRIED by another user of the PC, because this one is not root or has no setpriv\n',
  );

describe.runIf(isOtherUser)('another user of this PC', () => {
  it('who knows the port gets no data and no files, and cannot end the program', () => {
    // A home that others may look into, as some systems make it.
    chmodSync(folder, 0o755);
    const known = { port: Number(new URL(origin).port), pid: program.pid ?? 0, folders: [data] };
    expect(triedByOtherUser(known)).toEqual([]);
    chmodSync(folder, 0o700);
  });

  it('would be seen to get what is open to everybody', () => {
    const open = mkdtempSync(join(tmpdir(), 'office-open-'));
    writeFileSync(join(open, 'office.db'), 'x');
    chmodSync(open, 0o755);
    const known = { port: Number(new URL(origin).port), pid: program.pid ?? 0, folders: [open] };
    expect(triedByOtherUser(known)).toEqual([`list ${open}`, 'read office.db']);
    rmSync(open, { recursive: true });
  });
});

describe('the page itself', () => {
  it('runs no script, shows no style and asks for nothing that is not the program’s', async () => {
    const refused = await page.evaluate(async (other) => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        blocked.push(effectiveDirective),
      );
      const add = (tag: string, given: object): void => {
        document.body.append(Object.assign(document.createElement(tag), given));
      };
      add('script', { textContent: 'globalThis.ran = true' });
      add('script', { src: `${other}/x.js` });
      add('style', { textContent: 'body{color:red}' });
      add('img', { src: `${other}/x.png` });
      add('iframe', { src: `${other}/` });
      add('object', { data: `${other}/` });
      add('base', { href: other });
      add('div', { innerHTML: '<img src="/none.png" onerror="globalThis.ran = true">' });
      await fetch(other).catch(() => undefined);
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      // Only now: what the tools of a developer run may do this.
      try {
        const run = Reflect.get(globalThis, 'eval') as (script: string) => void;
        run('globalThis.ran = true');
      } catch {
        blocked.push('eval');
      }
      return { ran: 'ran' in globalThis, blocked: [...new Set(blocked)].toSorted() };
    }, `http://127.0.0.1:${evilPort}`);
    expect(refused.ran).toBe(false);
    const wanted = [
      'base-uri',
      'connect-src',
      'eval',
      'frame-src',
      'img-src',
      'object-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-elem',
    ];
    expect(refused.blocked).toEqual(wanted);
  });

  it('ends the program with its window', { timeout: 120_000 }, async () => {
    await (await browser.newBrowserCDPSession()).send('Browser.close').catch(() => undefined);
    expect(await ended).toBe(0);
  });

  it('has left what let it in nowhere but in the page that only this user can read', () => {
    const secret = secretOf(join(data, 'enter.html'));
    expect(existsSync(join(data, 'window', 'Default', 'History'))).toBe(true);
    expect(filesBelow(data).filter((file) => readFileSync(file).includes(secret))).toEqual([
      join(data, 'enter.html'),
    ]);
  });

  it.runIf(strace !== null)('was shown by a browser that spoke to nobody but this PC', () => {
    const calls = readFileSync(join(folder, 'calls'), 'utf8');
    expect(calls).toMatch(/connect\(\d+<TCP.*"127\.0\.0\.1"/);
    expect(sentOutside(calls)).toEqual([]);
  });
});
