import v8 from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The value below which so many hundredths of the values lie. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredths) / 100))] ?? Number.NaN;
}

/** Milliseconds that it took. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Does the work so many times and says how long each took, in milliseconds.
 * @param before each time, and not timed
 */
export async function timesOf(
  count: number,
  work: (turn: number) => unknown,
  before: () => void = () => undefined,
): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    before();
    times.push(await timed(() => work(turn)));
  }
  return times;
}

const GARBAGE_BYTES = 16 * 1024 * 1024;
v8.setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * As timesOf, of calls that are answered by another process: what this one has thrown away meanwhile is collected
 * between two calls, for its time is not the program's.
 */
export function timesOfCalls(count: number, call: (turn: number) => unknown): Promise<number[]> {
  let kept = process.memoryUsage().heapUsed;
  return timesOf(count, call, () => {
    if (process.memoryUsage().heapUsed <= kept + GARBAGE_BYTES) return;
    collectGarbage();
    kept = process.memoryUsage().heapUsed;
  });
}
