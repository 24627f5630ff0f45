import { BrowserWindow, type IpcMainEvent, ipcMain, MessageChannelMain, type WebContents } from 'electron';
import type { CoreProcess } from './core.ts';
import { isStartPage, ownOrigin } from './own-pages.ts';
import { portHandOver, portRequest } from './port-channels.ts';

/** Gives each window one end of a channel whose other end lies in the core's process. */
export function setupCoreLink(core: CoreProcess): void {
  const linked = new Map<number, WebContents>();

  ipcMain.on(portRequest, (event) => {
    if (!mayHavePort(event)) return;
    const contents = event.sender;
    if (!linked.has(contents.id)) contents.once('destroyed', () => linked.delete(contents.id));
    linked.set(contents.id, contents);
    if (core.ready) handOver(contents);
  });
  core.onReady(() => {
    for (const contents of linked.values()) handOver(contents);
  });

  function handOver(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    core.post({ kind: 'window', windowId: contents.id }, [port1]);
    contents.postMessage(portHandOver, null, [port2]);
  }
}

/** Only the page itself, in the main frame of one of our windows. */
function mayHavePort({ sender, senderFrame }: IpcMainEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  if (BrowserWindow.fromWebContents(sender) === null) return false;
  return senderFrame.origin === ownOrigin && isStartPage(senderFrame.url);
}
