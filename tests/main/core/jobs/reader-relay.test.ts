import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ReaderChild } from '#main/core/excel/read/reader-process.ts';
import { relayedSpawn, serveReaders } from '#main/core/jobs/reader-relay.ts';

let channel: MessageChannel;
beforeEach(() => {
  channel = new MessageChannel();
});
afterEach(() => channel.port1.close());

interface Spawned {
  pid: number;
  isKilled: boolean;
  /** Ends it as a process ends by itself. */
  die(): void;
}

/** Readers that answer with their own number. */
function spawning(): { spawned: Spawned[]; spawn: () => ReaderChild } {
  const spawned: Spawned[] = [];
  function spawn(): ReaderChild {
    const heard: ((message: unknown) => void)[] = [];
    const left: ((exit: { aborted: boolean }) => void)[] = [];
    const own: Spawned = {
      pid: spawned.length + 1,
      isKilled: false,
      die() {
        for (const leave of left) leave({ aborted: true });
      },
    };
    spawned.push(own);
    return {
      pid: own.pid,
      send() {
        for (const hear of heard) hear(own.pid);
      },
      onMessage: (listener) => void heard.push(listener),
      onExit: (listener) => void left.push(listener),
      kill() {
        own.isKilled = true;
      },
    };
  }
  return { spawned, spawn };
}

/** Starts a reader from the job's side. @returns the number of the one that answers */
function answerOfNext(spawnFromJob: () => ReaderChild): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const reader = spawnFromJob();
  reader.onMessage(resolve);
  reader.send('read');
  return promise;
}

it('readers that were started ahead are taken first, then others are started', async () => {
  const { spawned, spawn } = spawning();
  serveReaders(channel.port1, spawn, 2);
  expect(spawned).toHaveLength(2);
  const fromJob = relayedSpawn(channel.port2);
  const answers = [await answerOfNext(fromJob), await answerOfNext(fromJob), await answerOfNext(fromJob)];
  expect(answers).toEqual([1, 2, 3]);
});

it('one that has ended before it was wanted is not taken', async () => {
  const { spawned, spawn } = spawning();
  serveReaders(channel.port1, spawn, 2);
  spawned[0]!.die();
  expect(await answerOfNext(relayedSpawn(channel.port2))).toBe(2);
});

it('all are ended with the job, those that nobody wanted as well', async () => {
  const { spawned, spawn } = spawning();
  const end = serveReaders(channel.port1, spawn, 2);
  await answerOfNext(relayedSpawn(channel.port2));
  end();
  await vi.waitFor(() => expect(spawned.map(({ isKilled }) => isKilled)).toEqual([true, true]));
});
