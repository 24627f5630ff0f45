import { app } from 'electron';
import type { CoreProcess } from './core.ts';

/** The program ends with its last window, and not before the core has closed its store. */
export function setupQuit(core: CoreProcess): void {
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void core.close().then(() => app.exit(0));
  });
}
