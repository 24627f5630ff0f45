import { pathToFileURL } from 'node:url';
import { findBrowser, openAppWindow, openWithSystem } from './app-window.ts';
import { watchWindow, type WindowWatch } from './window-life.ts';

export interface OwnWindowOptions extends Pick<WindowWatch, 'pageListens' | 'busy'> {
  /** A page on the disk that lets one window in, made anew at each call. @returns its path */
  writeEnterFile: () => string;
  /** The browser's own folder for this window. */
  profileFolder: string;
  /** Prints the address for any browser of this PC. */
  printAddress: () => void;
  say: (line: string) => void;
  /** The clerk has closed the last window. */
  onGone: () => void;
}

export interface OwnWindow {
  /** The window came too late for its address. */
  openAgain: () => void;
}

const REOPENINGS = 2;
const anyBrowser = '请把下面的网址复制到这台电脑的浏览器里打开。打开过的页面全部关掉一分钟后，程序自己结束。';

/** Opens the program's own window, and the other way in where there is none. */
export function openOwnWindow(options: OwnWindowOptions): OwnWindow {
  const { writeEnterFile, profileFolder, printAddress, say } = options;
  const browser = findBrowser();
  if (browser === null) {
    say(`没有找到 Edge、Chrome 或其他 Chromium 内核的浏览器，打不开窗口。${anyBrowser}`);
    printAddress();
    void openForIconStart(writeEnterFile());
    watch({ ...options, browserRuns: null, onNeverCame: () => undefined });
    return { openAgain: () => undefined };
  }
  const open = () => openAppWindow(browser, pathToFileURL(writeEnterFile()).href, profileFolder);
  let browserRuns = open();
  let reopenings = 0;
  watch({
    ...options,
    browserRuns: () => browserRuns(),
    onNeverCame() {
      say(`浏览器窗口没有打开(${browser})。${anyBrowser}`);
      printAddress();
      void openForIconStart(writeEnterFile());
    },
  });
  return {
    openAgain() {
      if (reopenings === REOPENINGS) return;
      reopenings += 1;
      browserRuns = open();
    },
  };
}

/** The window is there already, opened by a process that died since: it comes back by itself or was closed meanwhile. */
export function awaitOwnWindow({
  pageListens,
  busy,
  onGone,
}: Pick<OwnWindowOptions, 'pageListens' | 'busy' | 'onGone'>): void {
  const browserRuns = (): boolean => true;
  watch({ pageListens, busy, browserRuns, onNeverCame: onGone, onGone });
}

function watch(options: WindowWatch): void {
  setInterval(watchWindow(options), 1_000).unref();
}

/** Who started the program by its icon sees no printed address: the PC's own choice of browser is the last way. */
async function openForIconStart(enterFile: string): Promise<void> {
  if (!process.stdout.isTTY) await openWithSystem(enterFile);
}
