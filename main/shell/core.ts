import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { countCoreDeaths } from '../hosts/core-deaths.ts';
import type { CoreSettings, MessageFromCore, MessageToCore } from './core-messages.ts';

/*
 * Keeps the core's process running. What was acknowledged is in the store, so a core that dies is simply
 * started again; each start tells its listeners, who then hand over new ports. Who was signed in in which window goes
 * from the dead core to the next.
 */

export type Refusal = Extract<MessageFromCore, { kind: 'refused' }>;

export interface CoreOptions {
  /** The bundled entry of the core's process. */
  entry: string;
  settings: Omit<CoreSettings, 'windows'>;
  /** The data folder cannot be opened; the core is not started again. */
  onRefused(refusal: Refusal): void;
  /** @returns whether to try once more */
  onKeepsDying(): Promise<boolean>;
}

export interface CoreProcess {
  readonly ready: boolean;
  /** Messages to a core that is not there are dropped: its successor knows nothing of what they are about. */
  post(message: MessageToCore, ports?: MessagePortMain[]): void;
  onMessage(listener: (message: MessageFromCore) => void): void;
  /** Called after each start. */
  onReady(listener: () => void): void;
  /** Called after each end. */
  onGone(listener: () => void): void;
  /** Lets the core finish and mark its store as cleanly ended. */
  close(): Promise<void>;
}

const CLOSE_MILLISECONDS = 10_000;

export function setupCore(options: CoreOptions): CoreProcess {
  const deaths = countCoreDeaths();
  const listeners: ((message: MessageFromCore) => void)[] = [];
  const goneListeners: (() => void)[] = [];
  let child: UtilityProcess | null = null;
  let ready = false;
  let windows: CoreSettings['windows'] = [];
  let ended: (() => void) | null = null;

  function start(): void {
    const started = utilityProcess.fork(options.entry, [], { serviceName: '消安办工作台数据服务' });
    child = started;
    started.on('message', (message: MessageFromCore) => {
      if (message.kind === 'ready') ready = true;
      if (message.kind === 'windows') ({ windows } = message);
      for (const listener of listeners) listener(message);
      if (message.kind === 'refused') refuse(message);
    });
    started.once('exit', () => {
      child = null;
      ready = false;
      for (const listener of goneListeners) listener();
      if (ended === null) void startAgain();
      else ended();
    });
    const first: MessageToCore = { kind: 'start', settings: { ...options.settings, windows } };
    started.postMessage(first, []);
  }

  function refuse(refusal: Refusal): void {
    ended = () => undefined;
    options.onRefused(refusal);
  }

  async function startAgain(): Promise<void> {
    if (deaths.count(Date.now())) {
      if (!(await options.onKeepsDying())) return;
      deaths.forget();
    }
    if (ended === null) start();
  }

  start();
  return {
    get ready() {
      return ready;
    },
    post(message, ports = []) {
      child?.postMessage(message, ports);
    },
    onMessage: (listener) => void listeners.push(listener),
    onReady(listener) {
      listeners.push((message) => {
        if (message.kind === 'ready') listener();
      });
    },
    onGone: (listener) => void goneListeners.push(listener),
    close() {
      const closed = Promise.withResolvers<void>();
      ended = closed.resolve;
      if (child === null) closed.resolve();
      const last = child;
      const lastMessage: MessageToCore = { kind: 'close' };
      last?.postMessage(lastMessage, []);
      const timer = setTimeout(() => last?.kill(), CLOSE_MILLISECONDS);
      return closed.promise.finally(() => clearTimeout(timer));
    },
  };
}
