import type { IncomingMessage } from 'node:http';

/** What of a request decides whether it may come in at all. */
export interface GuardedRequest {
  method: string;
  host: string | undefined;
  origin: string | undefined;
  fetchSite: string | undefined;
  /** A whole window goes to `/`. */
  opensStart: boolean;
}

/**
 * Rebinding, foreign pages and foreign forms stop here, before any route.
 * @returns the status of the refusal, or null to go on
 */
export function refuseRequest(request: GuardedRequest, port: number): 403 | 421 | null {
  const own = `127.0.0.1:${port}`;
  if (request.host !== own) return 421;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (request.origin === undefined ? !reads : request.origin !== `http://${own}`) return 403;
  const site = request.fetchSite;
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  // The page on the disk that leads in is another site. Its request brings no cookie, so that it is shown no data.
  return site === 'cross-site' && request.opensStart ? null : 403;
}

/** What of a request is looked at. Of two headers of one name both are seen, and nothing then fits. */
export function guardedOf({
  method = '',
  headersDistinct,
}: IncomingMessage): Omit<GuardedRequest, 'opensStart'> {
  const all = (name: string): string | undefined => headersDistinct[name]?.join(', ');
  return { method, host: all('host'), origin: all('origin'), fetchSite: all('sec-fetch-site') };
}

/** @param header gives a request's header by its name */
export function opensStart(
  method: string,
  path: string,
  header: (name: string) => string | string[] | undefined,
): boolean {
  return (
    method === 'GET' &&
    path === '/' &&
    header('sec-fetch-mode') === 'navigate' &&
    header('sec-fetch-dest') === 'document'
  );
}
