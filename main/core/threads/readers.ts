import { AppError } from '#shared/errors.ts';
import { startThread, type Thread, type ThreadCall, type ThreadStart } from './pool.ts';
import type { ThreadSettings } from './protocol.ts';

/*
 * A few reader threads; each question goes to the next one that has nothing to do, so that what its caller has given up
 * meanwhile is never read. The program starts with one; the others start when a question has waited for it, as behind a
 * long report: a thread takes a fifth of a start's work, and most of what pages ask is read sooner than one could start.
 * A thread that dies, as when a report needs more memory than there is, is replaced: a dead
 * one would look idle and be asked ever after.
 */

const WORTH_A_THREAD_MILLISECONDS = 100;

type Answer = Awaited<ReturnType<Thread['ask']>>;

interface Question {
  request: ThreadCall;
  signal: AbortSignal | undefined;
  giveUp: () => void;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

export interface Readers {
  /** @param signal of the caller; what has begun is read to its end. Rejects with the signal's reason */
  ask(request: ThreadCall, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
}

type ReadersStart = ThreadStart & { onDeath: (reason: string) => void };

/**
 * @param most threads at the same time
 * @throws AppError with the reason when the store cannot be opened for reading
 */
export async function startReaders(
  most: number,
  settings: ThreadSettings,
  { onDeath, ...start }: ReadersStart,
): Promise<Readers> {
  const living = new Set<Thread>();
  const starting = new Set<Promise<unknown>>();
  const questions: Question[] = [];
  let growing: NodeJS.Timeout | undefined;
  let closed = false;

  async function add(): Promise<void> {
    const died = (reason: string): void => {
      living.delete(reader);
      onDeath(reason);
      if (!closed) startAnother();
    };
    const reader: Thread = await startThread('reader', settings, { ...start, onDeath: died });
    living.add(reader);
    if (closed) await reader.close();
    serve();
  }

  function startAnother(): void {
    const started = add().catch((error: unknown) => onDeath(String(error)));
    starting.add(started);
    void started.finally(() => {
      starting.delete(started);
      if (living.size === 0 && starting.size === 0) refuseAll();
    });
  }

  /** Another thread, where one that waits now still does so after a while. */
  function growSoon(): void {
    if (growing !== undefined || living.size + starting.size >= most) return;
    const [awaited] = questions;
    growing = setTimeout(() => {
      growing = undefined;
      if (closed || questions.length === 0) return;
      if (questions[0] === awaited) startAnother();
      else growSoon();
    }, WORTH_A_THREAD_MILLISECONDS);
  }

  /** Hands out questions as long as a thread is idle. */
  function serve(): void {
    const idle = [...living].find(({ waiting }) => waiting === 0);
    const question = idle === undefined ? undefined : questions.shift();
    if (idle === undefined || question === undefined) return;
    const { request, signal, giveUp, resolve, reject } = question;
    signal?.removeEventListener('abort', giveUp);
    void idle.ask(request).then(resolve, reject).finally(serve);
    serve();
  }

  function refuseAll(): void {
    for (const { reject } of questions.splice(0)) reject(stopped());
  }

  await add();
  return {
    async ask(request, signal) {
      signal?.throwIfAborted();
      if (closed || (living.size === 0 && starting.size === 0)) throw stopped();
      return new Promise((resolve, reject) => {
        const question: Question = { request, signal, giveUp, resolve, reject };
        function giveUp(): void {
          questions.splice(questions.indexOf(question), 1);
          reject(signal?.reason);
        }
        signal?.addEventListener('abort', giveUp, { once: true });
        questions.push(question);
        serve();
        if (questions.length > 0) growSoon();
      });
    },
    async close() {
      closed = true;
      clearTimeout(growing);
      refuseAll();
      await Promise.all(starting);
      await Promise.all([...living].map((reader) => reader.close()));
    },
  };
}

function stopped(): AppError {
  return new AppError('storeUnavailable', { reason: '程序的数据部分已停止，请重新打开程序。' });
}
