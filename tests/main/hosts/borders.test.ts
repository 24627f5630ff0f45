import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#shared/contract/index.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { createCallKeys } from '#main/hosts/call-keys.ts';
import { createApp } from '#main/hosts/http-server.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

/* The borders of the browser host as tables: who names another host, comes from another page, or has no session. */

let office: HttpOffice;
let other: HttpOffice;
let cookie: string;
beforeAll(async () => {
  [office, other] = await Promise.all([startHttpOffice(), startHttpOffice()]);
  cookie = await office.enter();
});
afterAll(() => Promise.all([office.close(), other.close()]));

/** @returns the answers' statuses to a page and to a call that both have the right cookie */
async function statusesOf(head: (port: number) => string): Promise<number[]> {
  const { port } = office.server;
  const rest = `x-key: ${office.keyOf(cookie)['x-key']}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`;
  const page = `GET / HTTP/1.1\r\n${head(port)}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`;
  const call = `POST /rpc/session/state HTTP/1.1\r\n${head(port)}Origin: http://127.0.0.1:${port}\r\n${rest}`;
  return (await Promise.all([office.raw(page), office.raw(call)])).map(({ status }) => status);
}

/** P stands for the port. */
const foreignHosts = [
  ['evil.test', 'evil.test:P', 'EVIL.TEST:P', 'xn--80ak6aa92e.com:P', 'a.b.c.evil.test:P', '邪恶.测试:P'],
  ['127.0.0.1.evil.test:P', '127.0.0.1-evil.test:P', 'evil.test.127.0.0.1:P', '127.0.0.1.nip.io:P'],
  ['localhost', 'localhost:P', 'localhost.:P', 'LOCALHOST:P', 'LocalHost:P', 'localhost.localdomain:P'],
  ['127.0.0.1', '127.0.0.1:', '127.0.0.1:0', '127.0.0.1:80', '127.0.0.1:443', '127.0.0.1:0P', '127.0.0.1:P0'],
  [
    '127.0.0.1:+P',
    '127.0.0.1:-P',
    '127.0.0.1:P/',
    '127.0.0.1:P?',
    '127.0.0.1:P#',
    '127.0.0.1:P:P',
    '127.0.0.1:P,',
  ],
  ['127.0.0.1.:P', '127.1:P', '127.0.1:P', '127.0.0.01:P', '0127.0.0.1:P', '0x7f.0.0.1:P', '0x7f000001:P'],
  [
    '2130706433:P',
    '017700000001:P',
    '127.0.0.2:P',
    '127.255.255.254:P',
    '0.0.0.0:P',
    '0:P',
    '[::1]:P',
    '[::]:P',
  ],
  [
    '[::ffff:127.0.0.1]:P',
    '::1:P',
    '[0:0:0:0:0:0:0:1]:P',
    '[127.0.0.1]:P',
    '１２７.０.０.１:P',
    '127。0。0。1:P',
  ],
  [
    'user@127.0.0.1:P',
    '127.0.0.1:P@evil.test',
    'http://127.0.0.1:P',
    '//127.0.0.1:P',
    '127.0.0.1:P evil.test',
  ],
  [
    '127.0.0.1:P, evil.test',
    'evil.test, 127.0.0.1:P',
    '127.0.0.1%00:P',
    '127.0.0.1%2eevil.test:P',
    'null',
    '*',
    '',
  ],
].flat();

describe('the host that a request names', () => {
  it('is the exact one, and that one is answered', async () => {
    expect(await statusesOf((port) => `Host: 127.0.0.1:${port}\r\n`)).toEqual([200, 200]);
    expect(foreignHosts.length).toBeGreaterThanOrEqual(60);
  });

  it.each(foreignHosts)('is refused as %j', async (host) => {
    const statuses = await statusesOf((port) => `Host: ${host.replaceAll('P', String(port))}\r\n`);
    for (const status of statuses) expect([400, 421]).toContain(status);
  });

  it.each([
    ['missing', ''],
    ['a second one', 'Host: 127.0.0.1:P\r\nHost: evil.test\r\n'],
    ['the second one', 'Host: evil.test\r\nHost: 127.0.0.1:P\r\n'],
    ['folded', 'Host: 127.0.0.1:P\r\n evil.test\r\n'],
    ['behind a space', 'Host : 127.0.0.1:P\r\n'],
  ])('is refused when it is %s', async (_what, head) => {
    for (const status of await statusesOf((port) => head.replaceAll('P', String(port)))) {
      expect([400, 421]).toContain(status);
    }
  });

  it('is not taken from the target of a request or from a proxy’s headers', async () => {
    const { port } = office.server;
    const own = `127.0.0.1:${port}`;
    const requests = [
      `GET http://evil.test/ HTTP/1.1\r\nHost: ${own}\r\n`,
      `GET http://${own}/ HTTP/1.1\r\nHost: evil.test\r\n`,
      `GET http://${own}@evil.test/ HTTP/1.1\r\nHost: evil.test\r\n`,
      `GET / HTTP/1.1\r\nHost: evil.test\r\nX-Forwarded-Host: ${own}\r\nForwarded: host="${own}"\r\n`,
      `CONNECT ${own} HTTP/1.1\r\nHost: ${own}\r\n`,
    ];
    for (const target of requests) {
      const { status, text } = await office.raw(`${target}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`);
      expect(status, target).not.toBe(200);
      expect(text, target).not.toContain('id="root"');
    }
  });
});

const foreignOrigins = [
  [
    'null',
    '',
    '*',
    'undefined',
    'file://',
    'app://office',
    'about:blank',
    'data:',
    'blob:http://127.0.0.1:P/1',
  ],
  ['http://evil.test', 'https://evil.test', 'http://evil.test:P', 'http://127.0.0.1.evil.test:P'],
  [
    'http://127.0.0.1',
    'http://127.0.0.1:',
    'http://127.0.0.1:80',
    'http://127.0.0.1:0P',
    'http://127.0.0.1:P0',
  ],
  ['https://127.0.0.1:P', 'ws://127.0.0.1:P', 'ftp://127.0.0.1:P', 'HTTP://127.0.0.1:P', '127.0.0.1:P'],
  [
    'http://127.0.0.1:P/',
    'http://127.0.0.1:P/x',
    'http://127.0.0.1:P?',
    'http://127.0.0.1:P#',
    'http:127.0.0.1:P',
  ],
  ['http://localhost:P', 'http://localhost', 'http://[::1]:P', 'http://0.0.0.0:P', 'http://127.1:P'],
  ['http://2130706433:P', 'http://127.0.0.1.:P', 'http://user@127.0.0.1:P', 'http://127.0.0.1:P@evil.test'],
  ['http://127.0.0.1:P, http://evil.test', 'http://127.0.0.1:P http://evil.test', 'http://127.0.0.2:P'],
].flat();

describe('the page that a request comes from', () => {
  it.each(foreignOrigins)('is refused as %j, whatever the request would do', async (origin) => {
    const headers = {
      'content-type': 'application/json',
      cookie,
      origin: origin.replaceAll('P', String(office.server.port)),
    };
    const ways = [
      ['/rpc/session/state', 'POST'],
      ['/session', 'POST'],
      ['/', 'GET'],
      ['/assets/page.js', 'GET'],
    ] as const;
    for (const [path, method] of ways) {
      const body = method === 'POST' ? { body: '{}' } : {};
      expect((await office.fetch(path, { method, headers, ...body })).status, path).toBe(403);
    }
  });

  it('may be told to be this page only by one header, of which there are enough', () => {
    expect(foreignOrigins.length).toBeGreaterThanOrEqual(40);
  });

  /** By hand: what sends requests in Node sets these headers itself. */
  async function rawStatusOf(asked: string, fetched: readonly (string | null)[]): Promise<number> {
    const names = ['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];
    const heads = fetched.flatMap((value, index) =>
      value === null ? [] : [`${names[index]}: ${value}\r\n`],
    );
    const head = `Host: 127.0.0.1:${office.server.port}\r\nCookie: ${cookie}\r\n${heads.join('')}`;
    return (await office.raw(`${asked} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`)).status;
  }

  it('that the browser calls another site gets the way in for a whole window, and nothing else', async () => {
    expect(await rawStatusOf('GET /', ['cross-site', 'navigate', 'document'])).toBe(200);
    const paths = ['/enter.js', '/assets/page.js', '/exports/x', '/index.html', '//', '/session'];
    for (const path of paths) {
      expect(await rawStatusOf(`GET ${path}`, ['cross-site', 'navigate', 'document']), path).toBe(403);
    }
    for (const method of ['POST', 'HEAD', 'OPTIONS', 'PUT']) {
      expect(await rawStatusOf(`${method} /`, ['cross-site', 'navigate', 'document']), method).toBe(403);
    }
    const embedded = [
      ['navigate', 'iframe'],
      ['navigate', 'object'],
      ['no-cors', 'image'],
      ['no-cors', 'script'],
      ['cors', 'empty'],
      ['websocket', 'websocket'],
      [null, null],
    ];
    for (const [mode = null, kind = null] of embedded) {
      expect(await rawStatusOf('GET /', ['cross-site', mode, kind]), `${mode} ${kind}`).toBe(403);
    }
  });

  it.each(['same-site', 'CROSS-SITE', 'nonsense', 'none, cross-site'])(
    'is refused when the browser calls it %s',
    async (site) => {
      expect(await rawStatusOf('GET /', [site, 'navigate', 'document'])).toBe(403);
      expect(await rawStatusOf('GET /assets/page.js', [site, null, null])).toBe(403);
    },
  );
});

describe('whoever has no session', () => {
  /** What is there for everybody: how to get in, and no data. */
  const open = ['GET /', 'GET /enter.js', 'GET /enter.css', 'POST /session'];
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

  /** What the server itself says it answers. */
  function pageRoutes(): string[] {
    const app = createApp(
      { core: office.core, tokens: office.tokens, rendererFolder: '', port: 0 },
      { port: () => 0, sessionOf: () => undefined, keys: createCallKeys() },
    );
    return [...new Set(app.routes.map(({ path }) => path))].filter((path) => !path.includes('*'));
  }

  const calls = [...operationsOf(contract)].map(({ path }) => `/rpc/${path.replaceAll('.', '/')}`);

  async function strangers(): Promise<Record<string, string>[]> {
    const name = `office-${office.server.port}`;
    const ended = await office.enter();
    office.core.sessions.close(ended.split('=')[1] ?? '');
    const elsewhere = (await other.enter()).split('=')[1];
    const session = cookie.split('=')[1];
    return [
      {},
      { cookie: `${name}=wrong` },
      { cookie: `${name}=` },
      { cookie: ended },
      { cookie: `${name}=${elsewhere}` },
      { cookie: `office-${other.server.port}=${session}` },
      { authorization: `Bearer ${session}`, 'x-token': session ?? '' },
    ];
  }

  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  afterAll(() => agent.destroy());

  /** There are thousands of these: what Node calls fetch would take four times as long. */
  function statusOf(method: string, path: string, headers: Record<string, string>): Promise<number> {
    const { port } = office.server;
    const body = method === 'GET' || method === 'HEAD' ? '' : '{}';
    const own = {
      origin: `http://127.0.0.1:${port}`,
      'content-type': 'application/json',
      'content-length': body.length,
    };
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, agent, method, path, headers: { ...own, ...headers } }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      })
        .once('error', reject)
        .end(body);
    });
  }

  /** @returns what was answered in another way than by a refusal */
  async function answered(
    headers: Record<string, string>,
    routes: readonly string[],
    tried: readonly string[],
  ): Promise<string[]> {
    const asked = routes
      .flatMap((route) => tried.map((method) => ({ route, method })))
      .filter(({ route, method }) => !open.includes(`${method === 'HEAD' ? 'GET' : method} ${route}`));
    const answers = asked.map(async ({ route, method }) => {
      const status = await statusOf(method, route.replace(/:\w+/, 'page.js'), headers);
      return status === 401 || status === 403 ? [] : [`${method} ${route} ${status}`];
    });
    return (await Promise.all(answers)).flat();
  }

  it('gets nothing of any page’s route by any method', async () => {
    const routes = pageRoutes();
    expect(routes).toContain('/exports/:token');
    for (const headers of await strangers()) {
      expect(await answered(headers, [...routes, '/anything'], methods)).toEqual([]);
    }
  });

  it('gets nothing of any operation of the contract', { timeout: 120_000 }, async () => {
    expect(calls.length).toBeGreaterThan(100);
    const [nobody = {}, ...others] = await strangers();
    expect(await answered(nobody, calls, methods)).toEqual([]);
    for (const headers of others) expect(await answered(headers, calls, ['POST'])).toEqual([]);
  });

  it('has the cookie alone, as another program on this PC that the browser asked, and may call nothing', async () => {
    const keys = ['', 'wrong', other.keyOf(await other.enter())['x-key'] ?? '', cookie.split('=')[1] ?? ''];
    for (const key of keys) {
      expect(await answered({ cookie, 'x-key': key }, calls.slice(0, 20), ['POST'])).toEqual([]);
    }
  });

  it('is not let in by the token of another program or by one that was used', async () => {
    const enter = async (token: string) =>
      (
        await office.fetch('/session', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ token }),
        })
      ).status;
    const used = office.tokens.current();
    expect(await enter(used)).toBe(200);
    for (const token of [
      used,
      other.tokens.current(),
      other.tokens.startNonce(),
      `${office.tokens.current()}A`,
    ]) {
      expect(await enter(token)).toBe(401);
    }
  });
});

describe('what lets in', () => {
  it('is never compared by what stops at the first difference', () => {
    const folder = join(import.meta.dirname, '..', '..', '..', 'main', 'hosts');
    const careless =
      /\b(token|nonce|candidate|secret|cookie|key)\w*\s*[!=]==?(?!=|\s*(?:null|undefined|'))|[!=]==?\s*`\$\{/i;
    const found = readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => careless.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});
