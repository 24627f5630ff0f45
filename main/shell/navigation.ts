import { app } from 'electron';
import { isStartPage } from './own-pages.ts';

/** A window shows the start page and nothing else: no other address, no further window, no embedded page. */
export function setupNavigationGuard(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => refuse(event));
    contents.on('will-frame-navigate', (event) => refuse(event));
    contents.on('will-redirect', (event) => refuse(event));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Loading the page again is the one navigation there is. */
function refuse(event: { url: string; isMainFrame: boolean; preventDefault(): void }): void {
  if (!event.isMainFrame || !isStartPage(event.url)) event.preventDefault();
}
