import type { Page, Request } from 'playwright';

/** A wait until the core has answered all that the page asked, and the page has drawn it. */
export function answerWait(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  const isCall = (request: Request): boolean => request.resourceType() === 'fetch';
  page.on('request', (request) => isCall(request) && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return async () => {
    do await drawn(page);
    while (open.size > 0);
  };
}

/** Two frames: what listens to a change has answered. */
export function drawn(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
