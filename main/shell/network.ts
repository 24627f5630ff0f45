import { app, session } from 'electron';

/** The program works without any network: what a page asks for besides itself is cancelled unsent. */
export function setupNetworkWall(): void {
  const allowed = new Set(['app:', 'blob:', 'data:', ...(app.isPackaged ? [] : ['devtools:'])]);
  const pages = session.defaultSession;
  pages.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !allowed.has(URL.parse(details.url)?.protocol ?? '') });
  });
  // Written files are placed by the core; a page brings nothing onto the PC by itself.
  pages.on('will-download', (event) => event.preventDefault());
}
