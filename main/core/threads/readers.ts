import { AppError } from '#shared/errors.ts';
import { startThread, type Thread, type ThreadCall } from './pool.ts';
import type { ThreadSettings } from './protocol.ts';

/*
 * A few reader threads; each question goes to the least busy. One that dies, as when a report needs more
 * memory than there is, is replaced: a dead one would look idle and be asked ever after.
 */

export interface Readers {
  ask(request: ThreadCall): ReturnType<Thread['ask']>;
  close(): Promise<void>;
}

/**
 * @param migrated settles once the store has the current schema
 * @throws AppError with the reason when the store cannot be opened for reading
 */
export async function startReaders(
  count: number,
  settings: ThreadSettings,
  onDeath: (reason: string) => void,
  migrated: Promise<unknown> = Promise.resolve(),
): Promise<Readers> {
  const living = new Set<Thread>();
  const starting = new Set<Promise<unknown>>();
  let closed = false;

  async function add(): Promise<void> {
    const died = (reason: string): void => {
      living.delete(reader);
      onDeath(reason);
      if (!closed) replace();
    };
    const reader: Thread = await startThread('reader', settings, died, migrated);
    living.add(reader);
    if (closed) await reader.close();
  }

  function replace(): void {
    const started = add().catch((error: unknown) => onDeath(String(error)));
    starting.add(started);
    void started.finally(() => starting.delete(started));
  }

  await Promise.all(Array.from({ length: count }, add));
  return {
    async ask(request) {
      if (living.size === 0) await Promise.all(starting);
      const [first, ...others] = living;
      if (first === undefined) {
        throw new AppError('storeUnavailable', { reason: '程序的数据部分已停止，请重新打开程序。' });
      }
      return others
        .reduce((best, reader) => (reader.waiting < best.waiting ? reader : best), first)
        .ask(request);
    },
    async close() {
      closed = true;
      await Promise.all(starting);
      await Promise.all([...living].map((reader) => reader.close()));
    },
  };
}
