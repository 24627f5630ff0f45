import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { createSpareReaders } from '#main/core/excel/read/spare-readers.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Spawned extends ReaderChild {
  isKilled: boolean;
  /** Ends it as a process ends by itself. */
  die(): void;
}

function spawning(): { spawned: Spawned[]; spawn: () => ReaderChild } {
  const spawned: Spawned[] = [];
  return {
    spawned,
    spawn() {
      let leave: () => void = () => undefined;
      const child: Spawned = {
        pid: undefined,
        isKilled: false,
        send: () => undefined,
        onMessage: () => undefined,
        onExit(listener) {
          leave = () => listener({ aborted: true });
        },
        kill() {
          child.isKilled = true;
        },
        die: () => leave(),
      };
      spawned.push(child);
      return child;
    },
  };
}

it('two wait while files come in, however many; each is handed out once, and then others are started', () => {
  const { spawned, spawn } = spawning();
  const spare = createSpareReaders(spawn);
  for (let file = 0; file < 10; file += 1) spare.expect();
  expect(spawned).toHaveLength(2);
  expect([spare.spawn(), spare.spawn(), spare.spawn()]).toEqual(spawned);
  expect(new Set(spawned).size).toBe(3);
});

it('one that has ended by itself is not handed out', () => {
  const { spawned, spawn } = spawning();
  const spare = createSpareReaders(spawn);
  spare.expect();
  spawned[0]?.die();
  expect(spare.spawn()).toBe(spawned[1]);
});

it('those that nobody wants end a minute after the last file, and with the program; those in use do not', () => {
  const { spawned, spawn } = spawning();
  const spare = createSpareReaders(spawn);
  spare.expect();
  spare.expect();
  spare.spawn();
  vi.advanceTimersByTime(MINUTE - 1);
  spare.expect();
  vi.advanceTimersByTime(MINUTE - 1);
  expect(spawned.map(({ isKilled }) => isKilled)).toEqual([false, false, false]);
  vi.advanceTimersByTime(1);
  expect(spawned.map(({ isKilled }) => isKilled)).toEqual([false, true, true]);
  spare.expect();
  spare.close();
  expect(spawned[3]?.isKilled).toBe(true);
});

it('that none can be started is for who needs one to tell', () => {
  const spare = createSpareReaders(() => {
    throw new Error('no memory');
  });
  expect(() => spare.expect()).not.toThrow();
  expect(() => spare.spawn()).toThrow('no memory');
});
