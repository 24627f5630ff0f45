import { app, BrowserWindow } from 'electron';
import type { CoreProcess } from './core.ts';
import { startAddress } from './own-pages.ts';

/** The page that stands in the place of the program while its data are damaged. */
export interface RescuePages {
  /** Null while there is nothing to rescue. */
  page(): string | null;
  /** @param form as the page sends it @returns what is shown next */
  answer(form: string): Promise<string>;
}

/** The core asks what to do with damaged data by the page of the browser host; its forms go back to the core. */
export function setupRescue(core: CoreProcess): RescuePages {
  let shown: string | null = null;
  let waiting: ((page: string) => void)[] = [];

  function settle(page: string): void {
    for (const answered of waiting) answered(page);
    waiting = [];
  }

  core.onMessage((message) => {
    if (message.kind !== 'rescue') return;
    shown = message.page;
    if (waiting.length === 0) showStartPages();
    settle(message.page);
    if (message.outcome === 'ended') app.quit();
  });
  core.onGone(() => settle(shown ?? ''));
  core.onReady(() => {
    if (shown === null) return;
    shown = null;
    showStartPages();
  });

  return {
    page: () => shown,
    answer: (form) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        core.post({ kind: 'rescueForm', form });
      }),
  };
}

/** Loads them by their address: loading again would send the last form again. */
function showStartPages(): void {
  // A window closed while it still loads rejects; there is nobody left to tell.
  for (const window of BrowserWindow.getAllWindows()) window.loadURL(startAddress).catch(() => undefined);
}
