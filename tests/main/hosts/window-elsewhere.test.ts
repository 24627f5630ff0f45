import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openOwnWindow } from '#main/hosts/own-window.ts';

/* A PC on which no browser is known: the PC's own choice opens the page. */

vi.mock('#main/hosts/app-window.ts', () => ({
  findBrowser: () => null,
  openAppWindow: () => () => false,
  openWithSystem: () => Promise.resolve(true),
}));

const said: string[] = [];
const onGone = vi.fn<() => void>();
let listens = false;

beforeEach(() => {
  vi.useFakeTimers();
  openOwnWindow({
    pageListens: () => listens,
    busy: () => false,
    writeEnterFile: () => 'enter.html',
    profileFolder: 'window',
    printAddress: () => said.push('the address'),
    say: (line) => said.push(line),
    onGone,
  });
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits for a page as long as it takes, and ends the program a minute after the last one has gone', () => {
  expect(said).toEqual([expect.stringContaining('一分钟后，程序自己结束'), 'the address']);
  vi.advanceTimersByTime(3_600_000);
  expect(onGone).not.toHaveBeenCalled();
  listens = true;
  vi.advanceTimersByTime(3_600_000);
  listens = false;
  vi.advanceTimersByTime(58_000);
  expect(onGone).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3_000);
  expect(onGone).toHaveBeenCalledOnce();
});
