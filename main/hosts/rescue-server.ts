import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rescue } from '../core/backups/rescue.ts';
import { refuseRequest } from './request-guard.ts';
import { type RescueChoice, rescueHeaders, rescuePage, waitPage } from './rescue-page.ts';

interface RescueServer {
  /** Lets one browser in, once. */
  address: string;
  choice: Promise<RescueChoice>;
  close: () => void;
}

const COOKIE = 'rescue';

/**
 * Serves the one page that asks what to do with damaged data, on 127.0.0.1, to the one browser that comes first with
 * the address. The program itself does not run meanwhile: it has nothing to run on.
 */
export async function serveRescue(problem: string, rescue: Rescue): Promise<RescueServer> {
  const [entry, session] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const { promise: choice, resolve } = Promise.withResolvers<RescueChoice>();
  let isEntryUsed = false;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { port } = server.address() as AddressInfo;
    const refusal = refuseRequest(guarded(request), port);
    if (refusal !== null) return send(response, refusal, '');
    const route = `${request.method} ${request.url}`;
    if (route === `GET /start?n=${entry}` && !isEntryUsed) {
      isEntryUsed = true;
      const cookie = `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end();
      return;
    }
    if (request.headers.cookie !== `${COOKIE}=${session}`) return send(response, 403, '');
    if (route === 'GET /') return send(response, 200, rescuePage(problem, rescue));
    if (route === 'POST /take' && rescue.backup !== null) return decide(response, 'takeBackup');
    if (route === 'POST /end') return decide(response, 'end');
    return send(response, 404, '');
  }

  function decide(response: ServerResponse, made: RescueChoice): void {
    response.on('close', () => resolve(made));
    send(response, 200, waitPage(made));
  }

  const server = createServer(answer);
  const port = await listen(server);
  return {
    address: `http://127.0.0.1:${port}/start?n=${entry}`,
    choice,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function guarded({ method = '', headers }: IncomingMessage) {
  const site = headers['sec-fetch-site'];
  return {
    method,
    host: headers.host,
    origin: headers.origin,
    fetchSite: typeof site === 'string' ? site : undefined,
  };
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { ...rescueHeaders, connection: 'close' }).end(body);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
