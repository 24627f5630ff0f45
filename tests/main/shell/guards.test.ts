import type { Session, WebPreferences } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setupMenu } from '#main/shell/menu.ts';
import { setupNavigationGuard } from '#main/shell/navigation.ts';
import { setupNetworkWall } from '#main/shell/network.ts';
import { isOwnAddress } from '#main/shell/own-pages.ts';
import { setupPermissions } from '#main/shell/permissions.ts';
import { setupScheme } from '#main/shell/scheme.ts';
import { setupWindows } from '#main/shell/window.ts';
import {
  app,
  asked,
  createContents,
  preventable,
  resetElectron,
  session,
} from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

type PermissionCheck = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<PermissionCheck>[1];

/** Every permission that Electron knows: one it learns later is a type error here. */
const permissions: Record<Permission, 'granted' | 'denied'> = {
  ar: 'denied',
  'automatic-fullscreen': 'denied',
  'background-fetch': 'denied',
  'background-sync': 'denied',
  'captured-surface-control': 'denied',
  'clipboard-read': 'granted',
  'clipboard-sanitized-write': 'granted',
  'deprecated-sync-clipboard-read': 'denied',
  'display-capture': 'denied',
  fileSystem: 'denied',
  fullscreen: 'denied',
  geolocation: 'denied',
  'geolocation-approximate': 'denied',
  'hand-tracking': 'denied',
  hid: 'denied',
  'idle-detection': 'denied',
  keyboardLock: 'denied',
  'local-fonts': 'denied',
  'local-network': 'denied',
  'local-network-access': 'denied',
  'loopback-network': 'denied',
  media: 'denied',
  mediaKeySystem: 'denied',
  midi: 'denied',
  midiSysex: 'denied',
  nfc: 'denied',
  notifications: 'denied',
  openExternal: 'denied',
  'payment-handler': 'denied',
  'periodic-background-sync': 'denied',
  'persistent-storage': 'denied',
  pointerLock: 'denied',
  'screen-wake-lock': 'denied',
  sensors: 'denied',
  serial: 'denied',
  'smart-card': 'denied',
  'speaker-selection': 'denied',
  'storage-access': 'denied',
  'system-wake-lock': 'denied',
  'top-level-storage-access': 'denied',
  usb: 'denied',
  vr: 'denied',
  'web-app-installation': 'denied',
  'web-printing': 'denied',
  'window-management': 'denied',
  unknown: 'denied',
};

const foreignAddresses = [
  'http://office/',
  'https://office/',
  'http://127.0.0.1:8080/',
  'https://app.evil/',
  'file:///etc/passwd',
  'file://server/share/x.html',
  'data:text/html,<script>1</script>',
  'blob:app://office/7a6f',
  'javascript:alert(1)',
  'about:blank',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://office/',
  'ws://office/',
  'ftp://office/',
  'smb://server/share',
  'ms-msdt:/id',
  'mailto:a@b.cn',
  'app://office.evil/',
  'app://evil/',
  'app://evil@office/',
  'app://office@evil/',
  'app://office:80/',
  'app://OFFICE.evil/',
  'app:office',
  'app:///office/',
  'apps://office/',
  'not an address',
  '',
];

beforeEach(resetElectron);

describe('permissions', () => {
  const named = Object.entries(permissions) as [Permission, 'granted' | 'denied'][];

  it.each(named)('%s is %s to the own pages, and denied to every other', (permission, expected) => {
    setupPermissions();
    const { contents } = createContents();
    const check = (origin: string) =>
      asked.permissionCheck(contents as never, permission, origin, {} as never);
    const request = (requestingUrl: string) => {
      let answer: boolean | undefined;
      const details = { requestingUrl, isMainFrame: true };
      asked.permissionRequest(contents as never, permission, (given) => (answer = given), details);
      return answer;
    };
    expect(check('app://office/')).toBe(expected === 'granted');
    expect(request('app://office/')).toBe(expected === 'granted');
    for (const address of foreignAddresses) {
      expect(check(address), address).toBe(false);
      expect(request(address), address).toBe(false);
    }
  });

  it('no device is ever handed to a page', () => {
    setupPermissions();
    expect(asked.devicePermission({ deviceType: 'usb', origin: 'app://office', device: {} as never })).toBe(
      false,
    );
  });
});

describe('navigation', () => {
  const events = ['will-navigate', 'will-frame-navigate', 'will-redirect'];

  it.each([
    ...foreignAddresses,
    'app://office/assets/index.js',
    'app://office/index.html',
    'app://office/?x=1',
  ])('a page does not leave for %s', (url) => {
    setupNavigationGuard();
    const { contents } = createContents();
    for (const name of events) {
      const event = preventable({ url, isMainFrame: true });
      contents.emit(name, event);
      expect(event.prevented, name).toBe(true);
    }
  });

  it('the page may be loaded again, but not into a frame', () => {
    setupNavigationGuard();
    const { contents } = createContents();
    for (const name of events) {
      const whole = preventable({ url: 'app://office/#/assessment', isMainFrame: true });
      const framed = preventable({ url: 'app://office/', isMainFrame: false });
      contents.emit(name, whole);
      contents.emit(name, framed);
      expect([whole.prevented, framed.prevented], name).toEqual([false, true]);
    }
  });

  it.each(foreignAddresses)('no further window opens for %s', (url) => {
    setupNavigationGuard();
    const { openWindow } = createContents();
    expect(openWindow({ url } as never)).toEqual({ action: 'deny' });
  });

  it('no page is embedded', () => {
    setupNavigationGuard();
    const { contents } = createContents();
    const event = preventable();
    contents.emit('will-attach-webview', event, {}, { src: 'app://office/' });
    expect(event.prevented).toBe(true);
  });

  it('look-alike addresses are not taken for the own ones', () => {
    expect(foreignAddresses.filter(isOwnAddress)).toEqual([]);
    expect(isOwnAddress('app://office/')).toBe(true);
  });
});

describe('network', () => {
  function isCancelled(url: string): boolean | undefined {
    let cancelled: boolean | undefined;
    asked.beforeRequest({ url } as never, (answer) => (cancelled = answer.cancel));
    return cancelled;
  }

  it('only what the program itself holds is loaded', () => {
    setupNetworkWall();
    const own = [
      'app://office/',
      'app://office/assets/a.js',
      'blob:app://office/1',
      'data:image/png;base64,AA==',
    ];
    expect(own.map(isCancelled)).toEqual([false, false, false, false]);
    const foreign = [
      'http://a.cn/',
      'https://a.cn/',
      'ws://a.cn/',
      'wss://a.cn/',
      'file:///etc/passwd',
      'ftp://a.cn/',
      'x',
    ];
    expect(foreign.filter((url) => isCancelled(url) !== true)).toEqual([]);
  });

  it('developer tools load in development and not in the packaged program', () => {
    setupNetworkWall();
    expect(isCancelled('devtools://devtools/x.js')).toBe(false);
    app.isPackaged = true;
    setupNetworkWall();
    expect(isCancelled('devtools://devtools/x.js')).toBe(true);
  });

  it('a page downloads nothing by itself', () => {
    setupNetworkWall();
    const event = preventable();
    session.defaultSession.emit('will-download', event);
    expect(event.prevented).toBe(true);
  });
});

describe('the window', () => {
  const exact: WebPreferences = {
    preload: '/program/preload.cjs',
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
    spellcheck: false,
    devTools: true,
  };

  it('has exactly these web preferences', () => {
    setupWindows('/program/preload.cjs', '/program/icon.png').open();
    expect(asked.windows[0]?.options.webPreferences).toEqual(exact);
  });

  it('has no developer tools once packaged', () => {
    app.isPackaged = true;
    setupWindows('/program/preload.cjs', '/program/icon.png').open();
    expect(asked.windows[0]?.options.webPreferences).toEqual({ ...exact, devTools: false });
  });

  it('opens at 1366 × 768, no smaller than 1024 × 640, and shows once painted', () => {
    setupWindows('/program/preload.cjs', '/program/icon.png').open();
    const [first] = asked.windows;
    expect(first?.options).toMatchObject({
      width: 1366,
      height: 768,
      minWidth: 1024,
      minHeight: 640,
      show: false,
    });
    expect(first?.address).toBe('app://office/');
    expect(first?.shown).toBe(false);
    first?.window.emit('ready-to-show');
    expect(first?.shown).toBe(true);
  });

  it('is brought to the front when it is there, and opened when it is not', () => {
    const windows = setupWindows('/program/preload.cjs', '/program/icon.png');
    windows.show();
    windows.show();
    expect(asked.windows).toHaveLength(1);
    expect(asked.windows[0]?.focused).toBe(true);
  });
});

it('the scheme is standard, secure and nothing more', () => {
  setupScheme();
  expect(asked.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('the menu', () => {
  function labels(items = asked.menu): string[] {
    return items.flatMap(({ label, submenu }) => [
      label ?? '',
      ...(Array.isArray(submenu) ? labels(submenu) : []),
    ]);
  }

  it('speaks Chinese throughout', () => {
    setupMenu({ version: '0.1.0', openWindow: () => undefined });
    expect(asked.menu.map(({ label }) => label)).toEqual(['文件(&F)', '编辑(&E)', '视图(&V)', '帮助(&H)']);
    const shown = labels().filter((label) => label !== '');
    expect(shown.filter((label) => !/^\p{Script=Han}+(\(&[A-Z]\))?$/u.test(label))).toEqual([]);
    expect(shown).toEqual(expect.arrayContaining(['撤销', '重做', '剪切', '复制', '粘贴', '全选', '退出']));
  });

  it('offers developer tools in development only', () => {
    setupMenu({ version: '0.1.0', openWindow: () => undefined });
    expect(labels()).toContain('开发者工具');
    app.isPackaged = true;
    setupMenu({ version: '0.1.0', openWindow: () => undefined });
    expect(labels()).not.toContain('开发者工具');
  });
});
