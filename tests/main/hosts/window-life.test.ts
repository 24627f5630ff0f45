import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchWindow } from '#main/hosts/window-life.ts';

const now = { listens: false, browserRuns: true, busy: false };
const told = { onNeverCame: vi.fn<() => void>(), onGone: vi.fn<() => void>() };
let everySecond: () => void;

beforeEach(() => {
  Object.assign(now, { listens: false, browserRuns: true, busy: false });
  vi.clearAllMocks();
  everySecond = watchWindow({
    pageListens: () => now.listens,
    browserRuns: () => now.browserRuns,
    busy: () => now.busy,
    ...told,
  });
});

function live(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) everySecond();
}

describe('the window that the program opened', () => {
  it('is waited for while its browser starts, and given up once', () => {
    live(39);
    expect(told.onNeverCame).not.toHaveBeenCalled();
    live(100);
    expect(told.onNeverCame).toHaveBeenCalledOnce();
    expect(told.onGone).not.toHaveBeenCalled();
  });

  it('is given up sooner when its browser has ended at once', () => {
    now.browserRuns = false;
    live(15);
    expect(told.onNeverCame).toHaveBeenCalledOnce();
  });

  it('ends the program a little while after it was closed', () => {
    now.listens = true;
    live(1_000);
    now.listens = false;
    now.browserRuns = false;
    live(14);
    expect(told.onGone).not.toHaveBeenCalled();
    live(10);
    expect(told.onGone).toHaveBeenCalledOnce();
  });

  it('ends nothing when it is only loaded anew or put to sleep for a moment', () => {
    for (let time = 0; time < 5; time += 1) {
      now.listens = true;
      live(3);
      now.listens = false;
      live(59);
    }
    expect(told.onGone).not.toHaveBeenCalled();
    live(1);
    expect(told.onGone).toHaveBeenCalledOnce();
  });

  it('is outlived by work that is not finished', () => {
    now.listens = true;
    live(1);
    Object.assign(now, { listens: false, browserRuns: false, busy: true });
    live(600);
    expect(told.onGone).not.toHaveBeenCalled();
    now.busy = false;
    live(15);
    expect(told.onGone).toHaveBeenCalledOnce();
  });
});

describe('a page in another browser, after the window was given up', () => {
  it('may come at any time, and ends the program a minute after it has gone', () => {
    Object.assign(now, { browserRuns: false });
    live(10_000);
    expect(told.onNeverCame).toHaveBeenCalledOnce();
    now.listens = true;
    live(1_000);
    now.listens = false;
    live(59);
    expect(told.onGone).not.toHaveBeenCalled();
    live(10);
    expect(told.onGone).toHaveBeenCalledOnce();
    expect(told.onNeverCame).toHaveBeenCalledOnce();
  });
});
