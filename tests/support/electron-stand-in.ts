import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import type { CarrierPort } from '#main/hosts/message-port.ts';

/*
 * Takes Electron's place in tests: vi.mock('electron', () => import('#tests/support/electron-stand-in.ts')).
 * Each piece satisfies the real type of the same name, so that a name or parameter that Electron does not have
 * is a type error. What was asked of it is kept in `asked`.
 */

type Piece<Real> = {
  [Name in keyof Real]?: Real[Name] extends (...args: infer Parameters) => unknown
    ? (...args: Parameters) => unknown
    : unknown;
};
type Handler<Name extends keyof Electron.Session> = Electron.Session[Name] extends (
  handler: infer H,
) => unknown
  ? NonNullable<H>
  : never;
type BeforeRequest = Extract<
  Parameters<Electron.WebRequest['onBeforeRequest']>[0],
  (...args: never[]) => unknown
>;

interface Asked {
  schemes: Electron.CustomScheme[];
  protocols: Map<string, (request: Request) => Response | Promise<Response>>;
  permissionCheck: Handler<'setPermissionCheckHandler'>;
  permissionRequest: Handler<'setPermissionRequestHandler'>;
  devicePermission: Handler<'setDevicePermissionHandler'>;
  beforeRequest: BeforeRequest;
  windows: StandInWindow[];
  menu: Electron.MenuItemConstructorOptions[];
  processes: StandInProcess[];
  /** The button that the clerk presses next, by its place. */
  pressed: number;
  messages: Electron.MessageBoxOptions[];
  errors: { title: string; content: string }[];
  opened: string[];
  revealed: string[];
  paths: Map<string, string>;
  /** What a page answers to a script. */
  runScript: () => Promise<unknown>;
  sentByPreload: string[];
  quits: number;
  exitCode: number | undefined;
  sandboxed: boolean;
  firstInstance: boolean;
}

function unasked(): never {
  throw new Error('Electron was not asked');
}

function nothingAsked(): Asked {
  return {
    schemes: [],
    protocols: new Map(),
    permissionCheck: unasked,
    permissionRequest: unasked,
    devicePermission: unasked,
    beforeRequest: unasked,
    windows: [],
    menu: [],
    processes: [],
    pressed: 0,
    messages: [],
    errors: [],
    opened: [],
    revealed: [],
    paths: new Map(),
    runScript: () => Promise.resolve(null),
    sentByPreload: [],
    quits: 0,
    exitCode: undefined,
    sandboxed: false,
    firstInstance: true,
  };
}

export const asked: Asked = nothingAsked();

/** Forgets everything; called before each test. */
export function resetElectron(): void {
  Object.assign(asked, nothingAsked());
  for (const emitter of [app, ipcMain, ipcRenderer, defaultSession]) emitter.removeAllListeners();
  Object.assign(app, { isPackaged: false });
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: () => {
    asked.sandboxed = true;
  },
  setPath: (name, path) => asked.paths.set(name, path),
  getAppPath: () => '/program',
  requestSingleInstanceLock: () => asked.firstInstance,
  whenReady: () => Promise.resolve(),
  setAboutPanelOptions: () => undefined,
  quit: () => {
    asked.quits += 1;
  },
  exit: (code) => {
    asked.exitCode = code;
  },
} satisfies Piece<Electron.App>);

export const ipcMain = Object.assign(new EventEmitter(), {} satisfies Piece<Electron.IpcMain>);

export const ipcRenderer = Object.assign(new EventEmitter(), {
  send: (channel) => asked.sentByPreload.push(channel),
} satisfies Piece<Electron.IpcRenderer>);

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => {
    asked.schemes = schemes;
  },
  handle: (scheme, handler) => asked.protocols.set(scheme, handler),
} satisfies Piece<Electron.Protocol>;

const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionCheckHandler: (handler) => {
    asked.permissionCheck = handler ?? unasked;
  },
  setPermissionRequestHandler: (handler) => {
    asked.permissionRequest = handler ?? unasked;
  },
  setDevicePermissionHandler: (handler) => {
    asked.devicePermission = handler ?? unasked;
  },
  webRequest: {
    onBeforeRequest: (handler: BeforeRequest) => {
      asked.beforeRequest = handler;
    },
  },
} satisfies Piece<Electron.Session>);
export const session = { defaultSession };

export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => {
    asked.menu = menu as unknown as Electron.MenuItemConstructorOptions[];
  },
} satisfies Piece<typeof Electron.Menu>;

export const dialog = {
  showMessageBox: (options: Electron.MessageBoxOptions) => {
    asked.messages.push(options);
    return Promise.resolve({ response: asked.pressed, checkboxChecked: false });
  },
  showMessageBoxSync: (options: Electron.MessageBoxSyncOptions) => {
    asked.messages.push(options);
    return asked.pressed;
  },
  showErrorBox: (title, content) => asked.errors.push({ title, content }),
} satisfies { [Name in keyof Electron.Dialog]?: unknown } & Pick<Piece<Electron.Dialog>, 'showErrorBox'>;

export const shell = {
  openPath: (path) => {
    asked.opened.push(path);
    return Promise.resolve('');
  },
  showItemInFolder: (path) => asked.revealed.push(path),
} satisfies Piece<Electron.Shell>;

/** Electron's port as seen from the main process or a utility process, over a real port of Node's. */
export class StandInPort implements CarrierPort {
  readonly under: MessagePort;
  constructor(under: MessagePort) {
    this.under = under;
  }
  on(event: string, listener: (event: { data: unknown }) => void): this {
    this.under.addEventListener(event, (given) =>
      listener({ data: 'data' in given ? given.data : undefined }),
    );
    return this;
  }
  postMessage(message: unknown): void {
    this.under.postMessage(message);
  }
  start(): void {
    this.under.start();
  }
  close(): void {
    this.under.close();
  }
}

export class MessageChannelMain {
  readonly port1: StandInPort;
  readonly port2: StandInPort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPort(port1);
    this.port2 = new StandInPort(port2);
  }
}

export interface StandInProcess {
  entry: string;
  options: Electron.ForkOptions | undefined;
  sent: { message: unknown; ports: StandInPort[] }[];
  killed: boolean;
  process: EventEmitter & { pid: number | undefined };
}

export const utilityProcess = {
  fork: (entry: string, _args?: string[], options?: Electron.ForkOptions) => {
    const record: StandInProcess = {
      entry,
      options,
      sent: [],
      killed: false,
      process: Object.assign(new EventEmitter(), {
        pid: 1_000 + asked.processes.length,
        postMessage: (message: unknown, ports: Electron.MessagePortMain[] = []) => {
          record.sent.push({ message, ports: ports as unknown as StandInPort[] });
        },
        kill: () => {
          record.killed = true;
          record.process.emit('exit', 0);
          return true;
        },
      } satisfies Piece<Electron.UtilityProcess>),
    };
    asked.processes.push(record);
    return record.process;
  },
} satisfies Piece<typeof Electron.utilityProcess>;

export interface StandInWindow {
  options: Electron.BrowserWindowConstructorOptions;
  address: string | undefined;
  shown: boolean;
  focused: boolean;
  destroyed: boolean;
  contents: StandInContents;
  window: EventEmitter;
}

export type StandInContents = ReturnType<typeof createContents>;

let lastContentsId = 0;

/** A page and what was posted to it. */
export function createContents(address = 'app://office/') {
  lastContentsId += 1;
  const mainFrame = { url: address, origin: new URL(address).origin, parent: null };
  // Node gives schemes of one's own no origin, Chromium gives a standard one its own.
  if (address.startsWith('app:')) mainFrame.origin = `app://${new URL(address).host}`;
  const posted: { channel: string; message: unknown; ports: StandInPort[] }[] = [];
  const record = {
    posted,
    reloads: 0,
    closed: false,
    scripts: [] as string[],
    pdf: { options: undefined as Electron.PrintToPDFOptions | undefined, bytes: Buffer.from('%PDF') },
    openWindow: unasked as Parameters<Electron.WebContents['setWindowOpenHandler']>[0],
  };
  const contents = Object.assign(new EventEmitter(), {
    id: lastContentsId,
    mainFrame: mainFrame as unknown as Electron.WebFrameMain,
    setWindowOpenHandler: (handler) => {
      record.openWindow = handler;
    },
    postMessage: (channel, message, ports = []) =>
      posted.push({ channel, message, ports: ports as unknown as StandInPort[] }),
    reload: () => {
      record.reloads += 1;
    },
    executeJavaScript: (script) => {
      record.scripts.push(script);
      return asked.runScript();
    },
    printToPDF: (options) => {
      record.pdf.options = options;
      return Promise.resolve(record.pdf.bytes);
    },
    close: () => {
      record.closed = true;
    },
    isDestroyed: () => false,
  } satisfies Piece<Electron.WebContents>);
  app.emit('web-contents-created', {}, contents);
  return Object.assign(record, { contents, mainFrame });
}

function constructWindow(options: Electron.BrowserWindowConstructorOptions): EventEmitter {
  const contents = createContents();
  const record: StandInWindow = {
    options,
    address: undefined,
    shown: false,
    focused: false,
    destroyed: false,
    contents,
    window: Object.assign(new EventEmitter(), {
      webContents: contents.contents,
      loadURL: (address) => {
        record.address = address;
        return Promise.resolve();
      },
      show: () => {
        record.shown = true;
      },
      focus: () => {
        record.focused = true;
      },
      destroy: () => {
        record.destroyed = true;
        record.window.emit('closed');
      },
      isMinimized: () => false,
      restore: () => undefined,
    } satisfies Piece<Electron.BrowserWindow>),
  };
  asked.windows.push(record);
  return record.window;
}

export const BrowserWindow = Object.assign(
  function StandInBrowserWindow(options: Electron.BrowserWindowConstructorOptions) {
    return constructWindow(options);
  },
  {
    getAllWindows: () => asked.windows.map(({ window }) => window),
    fromWebContents: (contents) =>
      asked.windows.find((one) => (one.contents.contents as unknown) === contents)?.window ?? null,
  } satisfies Piece<typeof Electron.BrowserWindow>,
);

/** An event whose default can be prevented, and whether it was. */
export function preventable<Fields extends object>(fields?: Fields) {
  const event = {
    ...fields,
    prevented: false,
    preventDefault() {
      event.prevented = true;
    },
  } as Fields & { prevented: boolean; preventDefault(): void };
  return event;
}
