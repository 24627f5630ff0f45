import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { securityHeaders } from '#main/hosts/headers.ts';
import { setupProtocol } from '#main/shell/protocol.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

let folder: string;
let renderer: string;

beforeAll(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'office-protocol-'));
  renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'outside');
  writeFileSync(join(renderer, 'secret.js'), 'beside');
  writeFileSync(
    join(renderer, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__"><title>工作台</title>',
  );
  writeFileSync(join(renderer, 'print.html'), '<title>公文</title>');
  writeFileSync(join(renderer, 'assets', 'index-Ab_c1.js'), 'export {};');
  writeFileSync(join(renderer, 'assets', 'data.bin'), 'no type');
  setupProtocol(renderer, { page: () => null, answer: () => Promise.resolve('') });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The address goes to the handler as written: nothing on the way may make it harmless first. */
async function get(url: string, method = 'GET'): Promise<Response> {
  const handler = asked.protocols.get('app');
  if (handler === undefined) throw new Error('no handler');
  return handler({ url, method } as Request);
}

it('serves the page with a fresh nonce in it and in the policy of the same response', async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 3; count += 1) {
    const response = await get('app://office/');
    const page = await response.text();
    const nonce = /nonce="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

it('serves the page that holds papers for a PDF', async () => {
  const response = await get('app://office/print.html');
  expect([response.status, await response.text()]).toEqual([200, '<title>公文</title>']);
});

it('serves a listed asset with its type', async () => {
  const response = await get('app://office/assets/index-Ab_c1.js');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe('export {};');
});

it('sets the same headers as the browser host on every response', async () => {
  const names = Object.keys(securityHeaders('')).filter((name) => name !== 'content-security-policy');
  for (const url of [
    'app://office/',
    'app://office/assets/index-Ab_c1.js',
    'app://office/none',
    'app://evil/',
  ]) {
    const { headers } = await get(url);
    for (const name of names) expect(headers.get(name), `${name} of ${url}`).toBe(securityHeaders('')[name]);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

const traversals = [
  'app://office/../secret.js',
  'app://office/../../secret.js',
  'app://office/assets/../secret.js',
  'app://office/assets/../../secret.js',
  'app://office/assets/..%2fsecret.js',
  'app://office/assets/..%2Fsecret.js',
  'app://office/assets/%2e%2e/secret.js',
  'app://office/assets/%2e%2e%2fsecret.js',
  'app://office/assets/%2E%2E%2Fsecret.js',
  'app://office/assets/.%2e/secret.js',
  'app://office/assets/%252e%252e%252fsecret.js',
  'app://office/assets/..%252fsecret.js',
  'app://office/assets/..\\secret.js',
  'app://office/assets/..%5csecret.js',
  'app://office/assets/..%5Csecret.js',
  'app://office/assets\\..\\secret.js',
  'app://office/assets/%5c..%5csecret.js',
  'app://office/assets/....//secret.js',
  'app://office/assets/./index-Ab_c1.js',
  'app://office/assets//index-Ab_c1.js',
  'app://office//assets/index-Ab_c1.js',
  'app://office/assets/index-Ab_c1.js%00.png',
  'app://office/assets/index-Ab_c1.js\0',
  'app://office/assets/%00',
  'app://office/assets/..;/secret.js',
  'app://office/assets/%c0%ae%c0%ae/secret.js',
  'app://office/assets/%u002e%u002e/secret.js',
  'app://office/assets/..',
  'app://office/assets/.',
  'app://office/assets/',
  'app://office/assets',
  'app://office//etc/passwd',
  'app://office/file:///etc/passwd',
  'app://office/C:/Windows/win.ini',
  'app://office/assets/C:%5cWindows%5cwin.ini',
  'app://office/assets/\uFF0E\uFF0E/secret.js',
  'app://office/secret.js',
  'app://office/index.html',
  'app://office/assets/data.bin',
  'app://office/assets/INDEX-AB_C1.JS',
  'app://office/assets/index-Ab_c1.js?x=../../secret.js',
  'app://office.evil/assets/index-Ab_c1.js',
  'app://evil@office/assets/index-Ab_c1.js',
  'app:/office/',
];

it.each(traversals)('refuses %j', async (url) => {
  const response = await get(url);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('没有这个文件');
});

it('takes no other method than GET', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) {
    expect((await get('app://office/', method)).status, method).toBe(405);
  }
});

it('says in Chinese that the program is incomplete when its page is missing', async () => {
  rmSync(join(renderer, 'index.html'));
  const response = await get('app://office/');
  expect(response.status).toBe(500);
  expect(await response.text()).toContain('请重新安装程序');
});
