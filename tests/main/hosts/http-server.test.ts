import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WrittenFile } from '#shared/contract/files.ts';
import { type HttpOffice, startHttpOffice } from '#tests/support/http-office.ts';

let office: HttpOffice;
let cookie: string;
beforeAll(async () => {
  office = await startHttpOffice();
  cookie = await office.enter();
});
afterAll(() => office.close());

const rpc = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };

describe('the way in', () => {
  it('shows a Chinese page that says how to get in, and no data, to whoever has no session', async () => {
    const answer = await office.fetch('/');
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain('怎样进入');
    expect(text).not.toContain('id="root"');
  });

  it('takes each token once and then announces a new address', async () => {
    const before = office.renewals();
    const token = office.tokens.current();
    const redeem = () =>
      office.fetch('/session', { ...rpc, body: JSON.stringify({ token }) }).then((answer) => answer.status);
    expect(await redeem()).toBe(200);
    expect(await redeem()).toBe(401);
    expect(office.renewals()).toBe(before + 1);
    expect(office.tokens.current()).not.toBe(token);
  });

  it.each([['wrong'], [''], ['A'.repeat(43)], [null], [12]])('refuses the token %j', async (token) => {
    expect((await office.fetch('/session', { ...rpc, body: JSON.stringify({ token }) })).status).toBe(401);
  });

  it('hands out a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await office.fetch('/session', {
      ...rpc,
      body: JSON.stringify({ token: office.tokens.current() }),
    });
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
  });

  it('lets the app window in by its nonce once; when it comes again, the session that it opened ends, whoever asks', async () => {
    const nonce = office.tokens.startNonce();
    const enterBy = () => office.fetch('/session', { ...rpc, body: JSON.stringify({ token: nonce }) });
    const first = await enterBy();
    expect(first.status).toBe(200);
    const windowCookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const state = () =>
      office.fetch('/rpc/session/state', { ...rpc, headers: { ...rpc.headers, cookie: windowCookie } });
    expect((await state()).status).toBe(200);
    const second = await enterBy();
    expect(second.status).toBe(401);
    expect(await second.text()).toContain('已经被用过');
    expect((await state()).status).toBe(401);
  });

  it('keeps the session of a browser that is in already: its other windows lose nothing', async () => {
    const headers = { ...rpc.headers, cookie };
    for (const token of [office.tokens.current(), office.tokens.startNonce()]) {
      const again = await office.fetch('/session', { ...rpc, headers, body: JSON.stringify({ token }) });
      expect(again.headers.get('set-cookie')).toContain(cookie);
    }
  });
});

describe('a page that listens for changes', () => {
  it('is forgotten as soon as its line is cut', async () => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const headers = { ...rpc.headers, cookie };
    const answer = await office.fetch('/rpc/events/watch', { ...rpc, headers, signal });
    expect(answer.headers.get('content-type')).toContain('event-stream');
    expect(office.core.publisher.size).toBe(1);
    leaving.abort();
    await expect.poll(() => office.core.publisher.size).toBe(0);
  });
});

describe('the page with a session', () => {
  it('carries a fresh nonce in page and policy with every response', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time += 1) {
      const answer = await office.fetch('/', { headers: { cookie } });
      const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
      expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it('answers the contract', async () => {
    const answer = await office.fetch('/rpc/session/state', { ...rpc, headers: { ...rpc.headers, cookie } });
    expect(await answer.json()).toMatchObject({ json: { officeName: null, host: 'browser' } });
  });

  it.each([
    '/assets/..%2fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/assets/..\\secret.txt',
    '/assets/%00page.js',
    '/secret.txt',
    '/assets//etc/passwd',
    '/assets/page.js%00.txt',
    '/exports/..%2f..%2fetc%2fpasswd',
  ])('does not serve %s', async (path) => {
    const answer = await office.fetch(path, { headers: { cookie } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain('not for anybody');
  });
});

describe('whoever is not let in', () => {
  const routes = [
    '/assets/page.js',
    '/exports/x',
    '/rpc/session/state',
    '/rpc/users/list',
    '/rpc/office/setUp',
    '/anything',
  ];
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];
  const cookies = ['', 'wrong', 'other'];

  it.each(routes.flatMap((route) => methods.map((method) => [method, route] as const)))(
    'gets nothing by %s %s',
    async (method, route) => {
      for (const value of cookies) {
        const headers =
          value === '' ? {} : { cookie: `office-${value === 'other' ? 1 : office.server.port}=${value}` };
        const answer = await office.fetch(route, { method, headers });
        expect([401, 403, 404]).toContain(answer.status);
      }
    },
  );
});

describe('requests that another page or name brings', () => {
  const good = () => `127.0.0.1:${office.server.port}`;
  const ownKey = () => `x-key: ${office.keyOf(cookie)['x-key']}\r\n`;
  const get = (host: string, rest = '') =>
    `GET / HTTP/1.1\r\nHost: ${host}\r\n${rest}Connection: close\r\n\r\n`;

  it('passes the exact host only', async () => {
    expect((await office.raw(get(good()))).status).toBe(200);
    const port = office.server.port;
    const wrong = [
      'evil.test',
      `evil.test:${port}`,
      `localhost:${port}`,
      `LOCALHOST:${port}`,
      `localhost.:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.test:${port}`,
      `127.1:${port}`,
      `[::1]:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1.:${port}`,
      `2130706433:${port}`,
      ` 127.0.0.1:${port}@evil.test`,
      `127.0.0.1:${port},evil.test`,
      '',
    ];
    for (const host of wrong) expect([400, 421], host).toContain((await office.raw(get(host))).status);
  });

  it('refuses two hosts and an absolute target with another name', async () => {
    const twice = `GET / HTTP/1.1\r\nHost: ${good()}\r\nHost: evil.test\r\nConnection: close\r\n\r\n`;
    expect([400, 421]).toContain((await office.raw(twice)).status);
    const absolute = `GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`;
    expect([400, 421]).toContain((await office.raw(absolute)).status);
  });

  it.each([
    'null',
    'http://evil.test',
    'https://127.0.0.1',
    'http://127.0.0.1',
    'http://localhost',
    'http://127.0.0.1:1',
    '',
  ])('refuses a write of origin %j even with the cookie', async (origin) => {
    const answer = await office.fetch('/rpc/session/state', {
      ...rpc,
      headers: { ...rpc.headers, cookie, origin },
    });
    expect(answer.status).toBe(403);
  });

  it('refuses a write without origin', async () => {
    const body = '{}';
    const request = `POST /rpc/session/state HTTP/1.1\r\nHost: ${good()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
    expect((await office.raw(request)).status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('refuses what the browser calls %s', async (site) => {
    const answer = await office.fetch('/', { headers: { cookie, 'sec-fetch-site': site } });
    expect(answer.status).toBe(403);
  });

  it('refuses a call that is not JSON, is broken, or is larger than any call can be', async () => {
    const call = (body: string, type = 'application/json') =>
      office.fetch('/rpc/session/state', {
        method: 'POST',
        headers: { 'content-type': type, cookie },
        body,
      });
    expect((await call('{}', 'text/plain')).status).toBe(415);
    expect((await call('a=1', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await call('{"json":')).status).toBe(400);
    const head = `POST /rpc/session/state HTTP/1.1\r\nHost: ${good()}\r\nOrigin: http://${good()}\r\n${ownKey()}`;
    const rest = `Cookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 17000000\r\n\r\n`;
    expect((await office.raw(head + rest + 'x'.repeat(16_777_217))).status).toBe(413);
    expect((await call('{}')).status).toBe(200);
  });

  it('refuses a call that names a second host', async () => {
    const origin = `${ownKey()}Origin: http://${good()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
    const twice = `POST /rpc/session/state HTTP/1.1\r\nHost: ${good()}\r\nHost: evil.test\r\n${origin}Content-Length: 2\r\nConnection: close\r\n\r\n{}`;
    expect([400, 421]).toContain((await office.raw(twice)).status);
    const once = twice.replace('Host: evil.test\r\n', '');
    expect((await office.raw(once)).status).toBe(200);
  });

  it('never answers with a header that lets other origins read', async () => {
    const answer = await office.fetch('/rpc/session/state', { ...rpc, headers: { ...rpc.headers, cookie } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('an exported file', () => {
  it('is handed to the user who made it as it now is, and to nobody else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-exports-'));
    const call = async (path: string, json: unknown, as = cookie) =>
      (
        (await (
          await office.fetch(`/rpc/${path}`, {
            ...rpc,
            headers: { ...rpc.headers, cookie: as },
            body: JSON.stringify({ json }),
          })
        ).json()) as { json: { jobUid: string; status: string; result: WrittenFile } }
      ).json;
    const names = { officeName: '临川市消安办', userName: '李明', cityName: '临川市', cityCode: null };
    await call('office/setUp', { ...names, memberUnits: false });
    await call('session/state', null);
    await call('office/update', { name: '临川市消安办', exportFolder: folder });
    const { jobUid } = await call('organizations/exportWorkbook', { day: null });
    await expect
      .poll(async () => (await call('jobs/get', { uid: jobUid })).status, { timeout: 20_000 })
      .toBe('done');
    const { token, name } = (await call('jobs/get', { uid: jobUid })).result;
    writeFileSync(join(folder, name), 'changed by the clerk');
    const own = await office.fetch(`/exports/${token}`, { headers: { cookie } });
    expect(await own.text()).toBe('changed by the clerk');
    await call('users/add', { name: '王芳', roles: ['clerk'], password: '' });
    const other = await office.enter();
    expect((await office.fetch(`/exports/${token}`, { headers: { cookie: other } })).status).toBe(403);
    await call('session/signOut', null);
    expect((await office.fetch(`/exports/${token}`, { headers: { cookie } })).status).toBe(403);
    rmSync(folder, { recursive: true });
  });
});
