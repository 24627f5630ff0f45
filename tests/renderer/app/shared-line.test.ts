import { afterEach, expect, it } from 'vitest';
import { EntryLost } from '#renderer/app/carriers/connection-lost.ts';
import { listen, type Word } from '#renderer/app/event-line.ts';
import { shareLine } from '#renderer/app/shared-line.ts';
import type { CoreEvent } from '#shared/contract/events.ts';

/* Several windows of one browser: they share locks and channels as they do in the browser. */

const lines = new Set<(event: CoreEvent) => void>();
const windows: AbortController[] = [];
let entered = true;

afterEach(() => {
  for (const open of windows.splice(0)) open.abort();
  lines.clear();
  entered = true;
});

/** A line to the core that hands on what is published until it is ended. */
async function* openLine(signal: AbortSignal): AsyncGenerator<CoreEvent, void> {
  const heard: CoreEvent[] = [];
  let wakeUp = (): void => undefined;
  const line = (event: CoreEvent): void => {
    heard.push(event);
    wakeUp();
  };
  lines.add(line);
  signal.addEventListener('abort', () => {
    lines.delete(line);
    wakeUp();
  });
  while (!signal.aborted) {
    const next = heard.shift();
    if (next !== undefined) yield next;
    else
      await new Promise<void>((resolve) => {
        wakeUp = resolve;
      });
  }
}

function openWindow() {
  const ending = new AbortController();
  windows.push(ending);
  const words: Word[] = [];
  const open = (signal: AbortSignal) =>
    entered ? Promise.resolve(openLine(signal)) : Promise.reject(new EntryLost());
  const done = shareLine(
    (tell, signal) => listen(open, tell, signal),
    (word) => void words.push(word),
    ending.signal,
  );
  return {
    words,
    lastState: () => words.findLast((word) => word.kind === 'connection')?.state,
    events: () => words.filter((word) => word.kind === 'event').length,
    async close() {
      ending.abort();
      await done;
    },
  };
}

const publish = (): void => {
  for (const line of lines) line({ kind: 'session' });
};

it('takes one line for eight windows, and every window hears every event once', async () => {
  const all = Array.from({ length: 8 }, openWindow);
  for (const each of all) await expect.poll(each.lastState).toBe('open');
  expect(lines.size).toBe(1);
  publish();
  publish();
  for (const each of all) await expect.poll(each.events).toBe(2);
});

it('tells a window that is opened later how the line is', async () => {
  const first = openWindow();
  await expect.poll(first.lastState).toBe('open');
  const later = openWindow();
  await expect.poll(later.lastState).toBe('open');
  expect(lines.size).toBe(1);
});

it('goes on in another window when the listening one is closed, and says that something may have been missed', async () => {
  const first = openWindow();
  await expect.poll(first.lastState).toBe('open');
  const [second, third] = [openWindow(), openWindow()];
  for (const each of [second, third]) await expect.poll(each.lastState).toBe('open');
  await first.close();
  const missed = ({ words }: { words: Word[] }) => words.some(({ kind }) => kind === 'missed');
  for (const each of [second, third]) await expect.poll(() => missed(each)).toBe(true);
  expect(lines.size).toBe(1);
  publish();
  for (const each of [second, third]) await expect.poll(each.events).toBe(1);
  expect(first.events()).toBe(0);
});

it('says in every window that the entry is lost, and hears again as soon as one has entered anew', async () => {
  entered = false;
  const [one, other] = [openWindow(), openWindow()];
  for (const each of [one, other]) await expect.poll(each.lastState).toBe('entryLost');
  entered = true;
  const fresh = openWindow();
  for (const each of [one, other, fresh]) await expect.poll(each.lastState).toBe('open');
  await fresh.close();
  await expect.poll(() => lines.size).toBe(1);
  publish();
  for (const each of [one, other]) await expect.poll(each.events).toBe(1);
});
