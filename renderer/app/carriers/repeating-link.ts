import { type ClientLink, type ClientOptions, ORPCError } from '@orpc/client';
import type { CallContext } from './call-context.ts';
import { ConnectionLost, EntryLost } from './connection-lost.ts';

const pauses: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000];

/** Names what a carrier throws when nothing answered, and repeats the calls that ask for it. */
export function repeatingLink(
  inner: ClientLink<CallContext>,
  wait: (milliseconds: number) => Promise<void> = sleep,
): ClientLink<CallContext> {
  async function once(path: readonly string[], input: unknown, options: ClientOptions<CallContext>) {
    try {
      return await inner.call(path, input, options);
    } catch (error) {
      const answered = error instanceof ORPCError || error instanceof EntryLost;
      if (answered || options.signal?.aborted === true) throw error;
      throw new ConnectionLost();
    }
  }

  return {
    async call(path, input, options) {
      if (options.context.repeat === true) {
        for (const pause of pauses) {
          try {
            return await once(path, input, options);
          } catch (error) {
            if (!(error instanceof ConnectionLost)) throw error;
            await wait(pause);
          }
        }
      }
      return once(path, input, options);
    },
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
