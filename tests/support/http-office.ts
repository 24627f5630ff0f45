import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEntryTokens, type EntryTokens } from '#main/hosts/entry-tokens.ts';
import { type RunningServer, startHttpServer } from '#main/hosts/http-server.ts';
import type { Core } from '#main/core/core.ts';
import { startTestCore, type TestCore } from './core.ts';

type OwnRequest = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> };

export interface HttpOffice extends TestCore {
  server: RunningServer;
  tokens: EntryTokens;
  /** How often a new address was announced. */
  renewals(): number;
  /** Sends raw bytes, so that no client library mends the request; answers with status and body. */
  raw(request: string): Promise<{ status: number; text: string }>;
  /** An ordinary request of the own page, which brings the key of its cookie. */
  fetch(path: string, options?: OwnRequest): Promise<Response>;
  /** Exchanges the current token for the cookie. */
  enter(): Promise<string>;
  /** The header with the key of a session that was let in here. */
  keyOf(cookie: string | undefined): Record<string, string>;
}

/**
 * The browser host's server on a real core, with a small stand-in for the built page.
 * @param parts of the core that the hosts get in the place of its own
 */
export async function startHttpOffice(
  parts?: Partial<Core>,
  startCore: () => Promise<TestCore> = startTestCore,
): Promise<HttpOffice> {
  const rendererFolder = mkdtempSync(join(tmpdir(), 'office-page-'));
  mkdirSync(join(rendererFolder, 'assets'));
  writeFileSync(
    join(rendererFolder, 'index.html'),
    '<meta property="csp-nonce" nonce="__NONCE__"><div id="root"></div>',
  );
  writeFileSync(join(rendererFolder, 'assets', 'page.js'), 'export {};');
  writeFileSync(join(rendererFolder, 'secret.txt'), 'not for anybody');
  const started = await startCore();
  const core = parts === undefined ? started : { ...started, core: { ...started.core, ...parts } };
  let renewed = 0;
  const tokens = createEntryTokens(() => {
    renewed += 1;
  });
  const server = await startHttpServer({ core: core.core, tokens, rendererFolder, port: 0 });
  const origin = `http://127.0.0.1:${server.port}`;
  const keys = new Map<string, string>();
  const keyOf = (cookie = ''): Record<string, string> => {
    const key = keys.get(cookie);
    return key === undefined ? {} : { 'x-key': key };
  };
  async function request(path: string, options: OwnRequest = {}): Promise<Response> {
    const headers = { origin, ...keyOf(options.headers?.['cookie']), ...options.headers };
    const answer = await fetch(`${origin}${path}`, { redirect: 'manual', ...options, headers });
    const entered = answer.headers.get('set-cookie')?.split(';')[0];
    if (entered !== undefined) keys.set(entered, ((await answer.clone().json()) as { key: string }).key);
    return answer;
  }
  return {
    ...core,
    server,
    tokens,
    renewals: () => renewed,
    raw: (text) => sendRaw(server.port, text),
    fetch: request,
    keyOf,
    async enter() {
      const answer = await request('/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: tokens.current() }),
      });
      return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    },
    async close() {
      await server.close();
      await core.close();
      rmSync(rendererFolder, { recursive: true, force: true });
    },
  };
}

function sendRaw(port: number, text: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      answer += part;
    });
    socket.on('close', () => resolve({ status: Number(answer.slice(9, 12)), text: answer }));
    socket.on('error', reject);
    socket.setTimeout(2_000, () => socket.destroy());
  });
}
