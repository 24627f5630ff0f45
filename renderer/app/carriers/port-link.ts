import type { ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { CallContext } from './call-context.ts';
import { callHeaders } from './call-headers.ts';

/*
 * The contract over the one port that the preload hands over, in the Electron host. When the core has been
 * restarted a new port comes; calls wait for it.
 */

const ASK = 'office-port-please';
const ANSWER = 'office-port';

export function portLink(): ClientLink<CallContext> {
  let waiting = Promise.withResolvers<ClientLink<CallContext>>();

  function take(port: MessagePort): void {
    const link = new RPCLink<CallContext>({ port, headers: callHeaders });
    port.addEventListener('close', () => {
      waiting = Promise.withResolvers();
      ask();
    });
    port.start();
    waiting.resolve(link);
    waiting = { ...waiting, promise: Promise.resolve(link) };
  }

  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source === window && event.data === ANSWER && port !== undefined) take(port);
  });
  ask();

  return {
    call: async (path, input, options) => (await waiting.promise).call(path, input, options),
  };
}

function ask(): void {
  window.postMessage(ASK, location.origin);
}
