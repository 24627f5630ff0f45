import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultReadLimits } from '#main/core/excel/read/limits.ts';
import { practise } from '#main/core/excel/read/practice.ts';
import { serveFiles } from '#main/core/excel/read/reader-child.ts';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import type { ReaderCall } from '#main/core/excel/read/reader-protocol.ts';
import { createSpareReaders } from '#main/core/excel/read/spare-readers.ts';

const MINUTE = 60_000;
const CELLS_OF_PRACTICE = 1_000;

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

it('what is read for practice is a sound workbook', () => {
  const [first] = practise();
  expect(first).toBe(CELLS_OF_PRACTICE);
});

it('practice answers nothing, and ends when a file is asked for', async () => {
  vi.useRealTimers();
  const sent: unknown[] = [];
  let hear: (call: ReaderCall) => void = () => undefined;
  let rounds = 0;
  function* endless(): Generator<void> {
    for (;;) {
      rounds += 1;
      yield;
    }
  }
  const port = {
    send: (answers: unknown[]) => void sent.push(...answers),
    onMessage(listener: (call: ReaderCall) => void) {
      hear = listener;
    },
    close: () => undefined,
  };
  serveFiles(port, endless);
  hear({ kind: 'practise' });
  await vi.waitFor(() => expect(rounds).toBeGreaterThan(2));
  expect(sent).toEqual([]);
  hear({ kind: 'read', file: new Uint8Array(), limits: defaultReadLimits });
  const before = rounds;
  await vi.waitFor(() => expect(sent).toMatchObject([{ kind: 'refused' }]));
  await new Promise(setImmediate);
  expect(rounds).toBe(before);
});
