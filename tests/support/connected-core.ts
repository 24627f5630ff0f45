import type { CoreProcess } from '#main/shell/core.ts';
import type { MessageFromCore, MessageToCore } from '#main/shell/core-messages.ts';
import { createParentLink } from '#main/shell/parent-link.ts';
import type { StandInPort } from './electron-stand-in.ts';

/** Main process and core's process face to face: what one posts the other hears in the next turn. */
export function connectCore() {
  const toMain: ((message: MessageFromCore) => void)[] = [];
  const toCore: ((event: { data: MessageToCore; ports: StandInPort[] }) => void)[] = [];
  const gone: (() => void)[] = [];
  const handed: string[] = [];
  const core: CoreProcess = {
    ready: true,
    post: (data, ports = []) =>
      setImmediate(() => {
        for (const listener of toCore) listener({ data, ports: ports as unknown as StandInPort[] });
      }),
    onMessage: (listener) => void toMain.push(listener),
    onReady: () => undefined,
    onGone: (listener) => void gone.push(listener),
    close: () => Promise.resolve(),
  };
  const link = createParentLink({
    on: (_event, listener) => toCore.push(listener),
    postMessage: (message) =>
      setImmediate(() => {
        for (const listener of toMain) listener(message);
      }),
  });
  link.listen({
    start: () => undefined,
    window: () => undefined,
    handFile: (path) => void handed.push(path),
    rescueForm: () => undefined,
    close: () => undefined,
  });
  return { core, link, handed, goneCore: () => gone.forEach((listener) => listener()) };
}
