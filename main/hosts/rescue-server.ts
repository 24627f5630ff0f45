import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'hono/utils/cookie';
import { bodyOf } from './body.ts';
import { enterPage, enterScript, enterStyle } from './enter-page.ts';
import { createEntryTokens, isSameSecret } from './entry-tokens.ts';
import { securityHeaders } from './headers.ts';
import { guardedOf, opensStart, refuseRequest } from './request-guard.ts';
import type { RescueDesk, RescueOutcome } from './rescue-desk.ts';
import { rescueHeaders } from './rescue-page.ts';

export interface RescueServer {
  /** Lets one browser in, once. */
  address: string;
  outcome: Promise<RescueOutcome>;
  /** Whether the browser has the page. */
  isShown: () => boolean;
  /** The window was closed: ended, unless something is decided or still being done. */
  leave: () => void;
  close: () => void;
}

const COOKIE = 'rescue';
const startAgain = '这个网址已经用过。请关闭程序，再重新打开。';
const MOST_ENTRY_BYTES = 1_000;
const MOST_FORM_BYTES = 10_000;

/**
 * Serves the one page that asks what to do with damaged data, on 127.0.0.1, to the one browser that comes first with
 * the address. The program itself does not run meanwhile: it has nothing to run on.
 */
export async function serveRescue(desk: RescueDesk): Promise<RescueServer> {
  const session = newSecret();
  // A browser sends the cookie of 127.0.0.1 to whatever listens on any of its ports, but only at this path.
  const path = `/${newSecret()}`;
  // The one that takes its place after its use is told to nobody.
  const tokens = createEntryTokens(() => undefined);
  const { promise: outcome, resolve } = Promise.withResolvers<RescueOutcome>();

  let isShown = false;
  /** Answers that are being worked on; one that decides stays among them. */
  let working = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { port } = server.address() as AddressInfo;
    const { method = '', url = '', headers } = request;
    const goesToStart = opensStart(method, url, (name) => headers[name]);
    const refusal = refuseRequest({ ...guardedOf(request), opensStart: goesToStart }, port);
    if (refusal !== null) return send(response, refusal, '');
    const route = `${method} ${url}`;
    if (route === 'GET /enter.js') return sendEntry(response, enterScript, 'text/javascript');
    if (route === 'GET /enter.css') return sendEntry(response, enterStyle, 'text/css');
    if (route === 'POST /session') return letIn(response, await bodyOf(request, MOST_ENTRY_BYTES));
    if (route === 'GET /') return sendEntry(response, enterPage, 'text/html');
    if (!isSameSecret(url, path)) return send(response, 404, startAgain);
    // Browsers send all cookies of 127.0.0.1, also those that other ports have set.
    const { [COOKIE]: shown = '' } = parse(headers.cookie ?? '', COOKIE);
    if (!isSameSecret(shown, session)) return send(response, 403, startAgain);
    if (method === 'GET') {
      isShown = true;
      return send(response, 200, desk.page());
    }
    if (method === 'POST') return decide(response, await bodyOf(request, MOST_FORM_BYTES));
    return send(response, 404, '');
  }

  /** @param body what the entry page's script sends */
  function letIn(response: ServerResponse, body: string | null): void {
    const token = /"token":"([\w-]+)"/.exec(body ?? '')?.[1] ?? '';
    if (!tokens.redeem(token)) return send(response, 401, startAgain);
    response.setHeader('set-cookie', `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=${path}`);
    sendEntry(response, JSON.stringify({ page: path }), 'application/json');
  }

  async function decide(response: ServerResponse, form: string | null): Promise<void> {
    working += 1;
    let decided: RescueOutcome | null = null;
    try {
      const answered = await desk.answer(form ?? '');
      decided = answered.outcome;
      if (decided !== null) onceClosed(response, resolve, decided);
      send(response, 200, answered.page);
    } finally {
      if (decided === null) working -= 1;
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}/#${tokens.current()}`,
    outcome,
    isShown: () => isShown,
    leave() {
      if (working === 0) resolve('ended');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A browser that was closed while the answer was worked out has closed its side already. */
function onceClosed(
  response: ServerResponse,
  resolve: (outcome: RescueOutcome) => void,
  decided: RescueOutcome,
): void {
  if (response.destroyed) resolve(decided);
  else response.on('close', () => resolve(decided));
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...rescueHeaders, connection: 'close' }).end(body);
}

function sendEntry(response: ServerResponse, body: string, type: string): void {
  const headers = { ...securityHeaders(null), 'content-type': `${type}; charset=utf-8`, connection: 'close' };
  response.writeHead(200, headers).end(body);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
