import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

interface Posted {
  message: unknown;
  origin: string;
  ports: readonly unknown[];
}

function createWindow() {
  const posted: Posted[] = [];
  const page = Object.assign(new EventTarget(), {
    location: { origin: 'app://office' },
    postMessage: (message: unknown, origin: string, ports: readonly unknown[]) =>
      void posted.push({ message, origin, ports }),
  });
  const says = (data: unknown, source: unknown = page) =>
    page.dispatchEvent(Object.assign(new Event('message'), { data, source }));
  return { page, posted, says };
}

type StandIn = typeof import('#tests/support/electron-stand-in.ts');
let asked: StandIn['asked'];
let ipcRenderer: StandIn['ipcRenderer'];
let window: ReturnType<typeof createWindow>;

beforeEach(async () => {
  vi.resetModules();
  const standIn = (await import('electron')) as unknown as StandIn;
  ({ asked, ipcRenderer } = standIn);
  standIn.resetElectron();
  window = createWindow();
  vi.stubGlobal('window', window.page);
  await import('#main/preload.ts');
});
afterEach(() => vi.unstubAllGlobals());

it('passes the page’s request for its port on', () => {
  window.says('office-port-please');
  expect(asked.sentByPreload).toEqual(['office-port-please']);
});

it('passes on nothing else that the page says, and nothing that others say', () => {
  for (const data of [
    'office-port',
    'office-port-please ',
    '',
    null,
    undefined,
    7,
    { kind: 'office-port-please' },
  ]) {
    window.says(data);
  }
  window.says('office-port-please', new EventTarget());
  window.says('office-port-please', null);
  expect(asked.sentByPreload).toEqual([]);
});

it('hands the port to the own origin only', () => {
  const { port1 } = new MessageChannel();
  ipcRenderer.emit('office-port', { ports: [port1] });
  expect(window.posted).toEqual([{ message: 'office-port', origin: 'app://office', ports: [port1] }]);
  port1.close();
});

it('leaves nothing of its own in the page', () => {
  expect(Object.keys(window.page).toSorted()).toEqual(['location', 'postMessage']);
});
