import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type CoreProcess, setupCore } from '#main/shell/core.ts';
import { countCoreDeaths } from '#main/hosts/core-deaths.ts';
import { setupCoreLink } from '#main/shell/core-link.ts';
import type { MessageFromCore } from '#main/shell/core-messages.ts';
import { setupQuit } from '#main/shell/quit.ts';
import { setupWindows } from '#main/shell/window.ts';
import {
  app,
  asked,
  createContents,
  ipcMain,
  preventable,
  resetElectron,
} from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

const settings = { dataFolder: '/data', sample: false };

function startCore(again: boolean[] = []) {
  const refusals: string[] = [];
  const core = setupCore({
    entry: '/program/core-process.js',
    settings,
    onRefused: ({ reason }) => void refusals.push(reason),
    onKeepsDying: () => Promise.resolve(again.shift() ?? false),
  });
  return { core, refusals };
}

function latest() {
  const process = asked.processes.at(-1);
  if (process === undefined) throw new Error('no process was started');
  return process;
}

function says(message: MessageFromCore): void {
  latest().process.emit('message', message);
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function die(): Promise<void> {
  latest().process.emit('exit', 139);
  await turn();
}

/** A window of ours whose page asks for its port. */
function openWindow() {
  setupWindows('/program/preload.cjs', '/program/icon.png').open();
  const { contents } = asked.windows.at(-1)!;
  return { ...contents, ask: () => ipcMain.emit('office-port-please', requestOf(contents)) };
}

function requestOf(
  { contents, mainFrame }: ReturnType<typeof createContents>,
  senderFrame: unknown = mainFrame,
) {
  return { sender: contents, senderFrame };
}

describe('the core’s process', () => {
  it('is told where the data lies before anything else', () => {
    startCore();
    expect(latest().entry).toBe('/program/core-process.js');
    expect(latest().sent[0]?.message).toEqual({ kind: 'start', settings: { ...settings, windows: [] } });
  });

  it('is told after a death who was signed in in which window', async () => {
    startCore();
    const window = {
      windowId: 1,
      id: 'a',
      host: 'electron',
      userUid: 'u',
      locked: true,
      signedOut: false,
    } as const;
    says({ kind: 'windows', windows: [window] });
    await die();
    expect(latest().sent[0]?.message).toEqual({
      kind: 'start',
      settings: { ...settings, windows: [window] },
    });
  });

  it('is started again when it dies, twice a minute at most without asking', async () => {
    startCore();
    await die();
    await die();
    expect(asked.processes).toHaveLength(3);
    await die();
    expect(asked.processes).toHaveLength(3);
  });

  it('is started once more when the clerk wants it so, and the count begins anew', async () => {
    startCore([true]);
    for (let deaths = 0; deaths < 5; deaths += 1) await die();
    expect(asked.processes).toHaveLength(6);
  });

  it('is not started again when it cannot open the data folder', async () => {
    const { refusals } = startCore();
    says({ kind: 'refused', reason: '数据文件由更新的版本写成。', backup: null, isHeld: false });
    await die();
    expect(refusals).toEqual(['数据文件由更新的版本写成。']);
    expect(asked.processes).toHaveLength(1);
  });

  it('may close its store before the program ends, and is not started again then', async () => {
    const { core } = startCore();
    setupQuit(core);
    says({ kind: 'ready' });
    const event = preventable();
    app.emit('will-quit', event);
    expect(event.prevented).toBe(true);
    expect(asked.exitCode).toBeUndefined();
    expect(latest().sent.at(-1)?.message).toEqual({ kind: 'close' });
    await die();
    expect(asked.exitCode).toBe(0);
    expect(asked.processes).toHaveLength(1);
  });

  it('does not keep the program from ending when it is gone already', async () => {
    const { core } = startCore();
    for (let deaths = 0; deaths < 3; deaths += 1) await die();
    await core.close();
    expect(asked.processes).toHaveLength(3);
  });

  it('counts three deaths within a minute, not three in a longer time', () => {
    const deaths = countCoreDeaths();
    expect([0, 30_000, 60_000, 90_001].map((at) => deaths.count(at))).toEqual([false, false, false, false]);
    expect([100_000, 100_001].map((at) => deaths.count(at))).toEqual([true, true]);
  });

  it('ends with the last window', () => {
    setupQuit(startCore().core);
    app.emit('window-all-closed');
    expect(asked.quits).toBe(1);
  });
});

describe('the port of a window', () => {
  function windowsGiven(core = latest()) {
    return core.sent.filter(({ message }) => (message as { kind: string }).kind === 'window');
  }

  it('has its other end in the core’s process, with the window’s number', async () => {
    setupCoreLink(startCore().core);
    says({ kind: 'ready' });
    const { posted, contents, ask } = openWindow();
    ask();
    expect(posted.map(({ channel }) => channel)).toEqual(['office-port']);
    expect(windowsGiven().map(({ message }) => message)).toEqual([{ kind: 'window', windowId: contents.id }]);
    const [pagePort, corePort] = [posted[0]!.ports[0]!, windowsGiven()[0]!.ports[0]!];
    const heard = new Promise((resolve) => void corePort.on('message', ({ data }) => resolve(data)));
    corePort.start();
    pagePort.postMessage('hello');
    expect(await heard).toBe('hello');
    pagePort.close();
  });

  it('waits for a core that is still starting', () => {
    setupCoreLink(startCore().core);
    const { posted, ask } = openWindow();
    ask();
    expect(posted).toEqual([]);
    says({ kind: 'ready' });
    expect(posted).toHaveLength(1);
  });

  it('is given anew to every linked window after the core was started again', async () => {
    setupCoreLink(startCore().core);
    says({ kind: 'ready' });
    const windows = [openWindow(), openWindow()];
    for (const { ask } of windows) ask();
    await die();
    expect(windows.map(({ posted }) => posted.length)).toEqual([1, 1]);
    says({ kind: 'ready' });
    expect(windows.map(({ posted }) => posted.length)).toEqual([2, 2]);
    expect(windowsGiven().map(({ message }) => message)).toEqual(
      windows.map(({ contents }) => ({ kind: 'window', windowId: contents.id })),
    );
  });

  it('is not given to a window that was closed meanwhile', async () => {
    setupCoreLink(startCore().core);
    says({ kind: 'ready' });
    const closed = openWindow();
    closed.ask();
    closed.contents.emit('destroyed');
    await die();
    says({ kind: 'ready' });
    expect(closed.posted).toHaveLength(1);
    expect(windowsGiven()).toEqual([]);
  });

  describe('is refused', () => {
    let core: CoreProcess;
    beforeEach(() => {
      core = startCore().core;
      setupCoreLink(core);
      says({ kind: 'ready' });
    });

    function expectRefusal(page: Pick<ReturnType<typeof createContents>, 'posted'>, request: object): void {
      ipcMain.emit('office-port-please', request);
      expect(page.posted).toEqual([]);
      expect(windowsGiven()).toEqual([]);
    }

    it('to a frame within the page', () => {
      const page = openWindow();
      expectRefusal(page, {
        sender: page.contents,
        senderFrame: { ...page.mainFrame, parent: page.mainFrame },
      });
    });

    it('to a frame that is gone', () => {
      const page = openWindow();
      expectRefusal(page, { sender: page.contents, senderFrame: null });
    });

    it('to contents that are in none of our windows', () => {
      const page = createContents();
      expectRefusal(page, requestOf(page));
    });

    it.each([
      ['about:blank', 'null'],
      ['https://evil.cn/', 'https://evil.cn'],
      ['file:///tmp/x.html', 'file://'],
      ['app://office.evil/', 'app://office.evil'],
      ['app://office/', 'null'],
      ['app://office/assets/index.js', 'app://office'],
      ['data:text/html,x', 'app://office'],
    ])('to a window that shows %s of origin %s', (url, origin) => {
      const page = openWindow();
      Object.assign(page.mainFrame, { url, origin });
      expectRefusal(page, { sender: page.contents, senderFrame: page.mainFrame });
    });
  });
});
