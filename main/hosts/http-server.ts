import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { parse } from 'hono/utils/cookie';
import { grants } from '#shared/rights.ts';
import type { Core } from '../core/core.ts';
import { ownerOf } from '../core/dispatch/ownership.ts';
import type { Session } from '../core/dispatch/sessions.ts';
import { createAssets } from './assets.ts';
import { type CallKeys, createCallKeys } from './call-keys.ts';
import { enterPage, enterScript, enterStyle } from './enter-page.ts';
import type { EntryTokens } from './entry-tokens.ts';
import { securityHeaders } from './headers.ts';
import { opensStart, refuseRequest } from './request-guard.ts';
import { createRpcRoute, type RpcRoute } from './rpc-route.ts';

/*
 * The browser host's carrier: the contract over HTTP on 127.0.0.1. Every request passes the guard (Host,
 * Origin, Sec-Fetch-Site), then, but for the way in, the session cookie.
 */

const BODY_LIMIT_BYTES = 16 * 1_048_576;

export interface HttpServerOptions {
  core: Core;
  tokens: EntryTokens;
  /** Where the built renderer lies. */
  rendererFolder: string;
  port: number;
  /** The app window came too late for its nonce; another one may be opened. */
  onLateStart?: () => void;
}

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

/** What decides who may come in. */
export interface Door {
  port: () => number;
  /** Finds the session by the header with the cookies. */
  sessionOf: (cookies: string | undefined) => Session | undefined;
  keys: CallKeys;
}

interface Environment {
  Variables: { nonce: string };
}

export async function startHttpServer(options: HttpServerOptions): Promise<RunningServer> {
  const state = { port: options.port };
  const sessionOf = sessionFinder(options.core, () => state.port);
  const keys = createCallKeys();
  const app = createApp(options, { port: () => state.port, sessionOf, keys });
  const rpc = createRpcRoute(options.core, { port: () => state.port, sessionOf, keys });
  const server = await listen(app, rpc, options.port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  state.port = address.port;
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sessionFinder(core: Core, port: () => number): Door['sessionOf'] {
  return (cookies) => {
    const name = cookieName(port());
    const id = cookies === undefined ? undefined : parse(cookies, name)[name];
    return id === undefined ? undefined : core.sessions.find(id);
  };
}

/** With the port: cookies know none, and two programs must not take each other's. */
function cookieName(port: number): string {
  return `office-${port}`;
}

export function createApp(
  { core, tokens, rendererFolder, onLateStart }: HttpServerOptions,
  { port, sessionOf: sessionIn, keys }: Door,
): Hono<Environment> {
  const app = new Hono<Environment>();
  const assets = createAssets(rendererFolder);
  const sessionOf = (context: Context) => sessionIn(context.req.header('cookie'));

  /** @returns the session's id; a browser that is in already keeps its own: its other windows would lose their user */
  function letIn(context: Context): string {
    const session = sessionOf(context) ?? core.sessions.open('browser');
    setCookie(context, cookieName(port()), session.id, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return session.id;
  }

  app.use(async (context, next) => {
    const refusal = refuseRequest(
      {
        method: context.req.method,
        host: context.req.header('host'),
        origin: context.req.header('origin'),
        fetchSite: context.req.header('sec-fetch-site'),
        opensStart: opensStart(context.req.method, context.req.path, (name) => context.req.header(name)),
      },
      port(),
    );
    const nonce = randomBytes(16).toString('base64');
    context.set('nonce', nonce);
    for (const [name, value] of Object.entries(securityHeaders(nonce))) context.header(name, value);
    if (refusal !== null) return context.text('拒绝访问', refusal);
    return next();
  });
  app.use(bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: (context) => context.text('内容过大', 413) }));

  app.get('/enter.js', (context) =>
    context.body(enterScript, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.get('/enter.css', (context) =>
    context.body(enterStyle, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );

  app.post('/session', async (context) => {
    const token = tokenOf(await context.req.json().catch(() => null));
    if (token === null) return context.text(entryProblems.unknown, 401);
    if (tokens.redeem(token)) return context.json({ key: keys.of(letIn(context)) });
    const outcome = tokens.redeemStart(token, () => letIn(context));
    if (outcome.kind === 'accepted') return context.json({ key: keys.of(outcome.sessionId) });
    if (outcome.kind === 'usedBefore') core.sessions.close(outcome.sessionId);
    if (outcome.kind === 'late') onLateStart?.();
    return context.text(entryProblems[outcome.kind], 401);
  });

  app.get('/', async (context) => {
    if (sessionOf(context) === undefined) return context.html(enterPage);
    const page = await readFile(join(rendererFolder, 'index.html'), 'utf8');
    return context.html(page.replaceAll('__NONCE__', context.get('nonce')));
  });

  app.use(async (context, next) => {
    if (sessionOf(context) === undefined) return context.text('请先进入工作台', 401);
    return next();
  });

  app.get('/assets/:name', async (context) => {
    const asset = await assets.read(context.req.param('name'));
    if (asset === null) return context.text('没有这个文件', 404);
    return context.body(asset.bytes, 200, { 'content-type': asset.type });
  });

  app.get('/exports/:token', async (context) => {
    const session = sessionOf(context);
    if (!grants(session?.user?.roles ?? null, 'signedIn') || session === undefined || session.locked) {
      return context.text('请先登录', 403);
    }
    const { path, file } = core.files.of(ownerOf(session)).written(context.req.param('token'));
    // The clerk may have changed the file since it was written.
    const { size } = await stat(path);
    const stream = Readable.toWeb(createReadStream(path)) as ReadableStream;
    return context.body(stream, 200, {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    });
  });

  app.onError((_error, context) => context.text('没有这个文件', 404));
  return app;
}

const entryProblems = {
  unknown: '这个网址已经用过或不正确，请用最新的一行网址。',
  late: '浏览器打开得太慢，入口已过期，程序正在重新打开一个窗口。这个窗口可以关闭。',
  usedBefore: '这个入口已经被用过，用它进入的窗口已被关在门外。如果不是您本人打开的，请立即告诉管理员。',
} as const;

function tokenOf(body: unknown): string | null {
  return typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string'
    ? body.token
    : null;
}

function listen(app: Hono<Environment>, rpc: RpcRoute, port: number): Promise<Server> {
  const pages = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    // A target that names a host itself, as only proxies are sent one.
    if (request.url?.startsWith('/') !== true) response.writeHead(400).end();
    else if (rpc.takes(request)) void rpc.answer(request, response);
    else void pages(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
