import { AppError } from '#shared/errors.ts';
import { damageWords } from '../store/integrity.ts';
import type { Thread } from '../threads/pool.ts';
import type { Readers } from '../threads/readers.ts';
import type { ErrorLog } from './error-log.ts';

interface FaultWatch {
  /** In Chinese; while there is any, the writer writes nothing. */
  faults(): readonly string[];
  /** Runs the full check and goes by what it finds. */
  check(): Promise<void>;
  /** Looks at how something went: where it came upon a damaged page, nothing is written any more. */
  lookAt(error: unknown): void;
  /** Somebody has accepted them. */
  clear(): void;
}

interface Watched {
  writer: Pick<Thread, 'ask' | 'greeting'>;
  readers: Pick<Readers, 'ask'>;
  log: ErrorLog;
  tell: (faults: readonly string[]) => void;
}

/** What is wrong with the store, from its start on. */
export function createFaultWatch({ writer, readers, log, tell }: Watched): FaultWatch {
  let standing = writer.greeting.faults;
  let isDamageSeen = false;

  async function keep(found: readonly string[]): Promise<void> {
    const before = standing;
    const answer = await writer.ask({ kind: 'checked', found });
    standing = answer.value as string[];
    if (standing.join('\n') !== before.join('\n')) tell(standing);
  }

  async function check(): Promise<void> {
    const answer = await readers.ask({ kind: 'check' });
    const found = answer.value as string[];
    // What somebody came upon is there, whether the check meets it or not.
    await keep(isDamageSeen && found.length === 0 ? [damageWords('')] : found);
  }

  async function settle(): Promise<void> {
    await keep([damageWords('')]);
    await check();
  }

  return {
    faults: () => standing,
    check,
    lookAt(error) {
      if (isDamageSeen || !tellsOfDamagedPage(error)) return;
      isDamageSeen = true;
      settle().catch((problem: unknown) => void log.write('check', String(problem)));
    },
    clear() {
      standing = [];
      tell(standing);
    },
  };
}

function tellsOfDamagedPage(error: unknown): boolean {
  return error instanceof AppError && error.data['kind'] === 'damaged';
}
