import { ipcRenderer } from 'electron';
import { portHandOver, portRequest } from './shell/port-channels.ts';

/* Hands the page one port to the core and nothing else: no object of Electron's reaches the page. */

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === portRequest) ipcRenderer.send(portRequest);
});

ipcRenderer.on(portHandOver, (event) => {
  window.postMessage(portHandOver, window.location.origin, event.ports);
});
