import type { IncomingMessage, ServerResponse } from 'node:http';
import { NodeHttpHandler } from '@orpc/server/node';
import type { Core } from '../core/core.ts';
import { bodyOf } from './body.ts';
import { keyHeader } from './call-keys.ts';
import { securityHeaders } from './headers.ts';
import type { Door } from './http-server.ts';
import { guardedOf, refuseRequest } from './request-guard.ts';
import { createRpcHandler } from './rpc-handler.ts';

/*
 * The contract over HTTP, apart from the pages' routes: pages ask for something small all the time, and without
 * streams and responses of the web between them and the socket an answer is one write and costs half as much.
 */

const BODY_LIMIT_BYTES = 16 * 1_048_576;

export interface RpcRoute {
  /** Whether a request is for this route. */
  takes(request: IncomingMessage): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export function createRpcRoute(core: Core, { port, sessionOf, keys }: Door): RpcRoute {
  const rpc = new NodeHttpHandler(createRpcHandler(core.router));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders(null))) response.setHeader(name, value);
    const refusal = refuseRequest({ ...guardedOf(request), opensStart: false }, port());
    if (refusal !== null) return end(response, refusal, '拒绝访问');
    const session = sessionOf(request.headers.cookie);
    if (session === undefined || !keys.isOf(session.id, request.headers[keyHeader]))
      return end(response, 401, '请先进入工作台');
    const text = await bodyOf(request, BODY_LIMIT_BYTES);
    if (text === null) return end(response, 413, '内容过大');
    const isJson = request.headers['content-type']?.startsWith('application/json') === true;
    // What a foreign form can send is never JSON by its type.
    if (text !== '' && !isJson) return end(response, 415, '内容有误');
    const body = parsed(text);
    if (body === null) return end(response, 400, '内容有误');
    const { matched } = await rpc.handle(Object.assign(request, { body: body.value }), response, {
      prefix: '/rpc',
      context: { session },
    });
    if (!matched) end(response, 404, '没有这项操作');
  }

  return {
    takes: ({ method, url = '' }) => method === 'POST' && url.startsWith('/rpc/'),
    answer: (request, response) =>
      answer(request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else end(response, 500, '没有完成，请再试一次');
      }),
  };
}

/** Null: not JSON. */
function parsed(text: string): { value: unknown } | null {
  if (text === '') return { value: {} };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(text);
}
