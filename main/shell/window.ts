import { app, BrowserWindow } from 'electron';
import { startAddress } from './own-pages.ts';

export interface Windows {
  open: () => void;
  /** Brings a window to the front; opens one when there is none. */
  show: () => void;
}

/** @param icon shown where the system takes none from the program itself, as on Linux */
export function setupWindows(preload: string, icon: string): Windows {
  const shown = new Set<BrowserWindow>();

  function open(): void {
    const window = new BrowserWindow({
      title: '消安办工作台',
      icon,
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 640,
      show: false,
      backgroundColor: '#ffffff',
      webPreferences: {
        preload,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        navigateOnDragDrop: false,
        // The dictionaries would be fetched from the network.
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    shown.add(window);
    window.once('closed', () => shown.delete(window));
    window.once('ready-to-show', () => window.show());
    // A window closed while it still loads rejects; there is nobody left to tell.
    window.loadURL(startAddress).catch(() => undefined);
  }

  return {
    open,
    show() {
      // A window that makes a PDF is not one of them.
      const [window] = shown;
      if (window === undefined) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
