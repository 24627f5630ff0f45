import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 2 * 1_048_576;

export interface ErrorLog {
  /** @returns the number under which the clerk sees it */
  write(path: string, detail: string): string;
}

/** Unknown errors go to DATA/logs/errors.log; the clerk sees only the number that finds the line. */
export function createErrorLog(dataFolder: string): ErrorLog {
  const folder = join(dataFolder, 'logs');
  const file = join(folder, 'errors.log');
  return {
    write(path, detail) {
      const number = Date.now().toString(36).toUpperCase();
      try {
        mkdirSync(folder, { recursive: true });
        rotate(file);
        appendFileSync(file, `${number} ${new Date().toISOString()} ${path}\n${detail}\n`, { mode: 0o600 });
      } catch {
        // A full disk must not turn one error into another; the number still tells the time.
      }
      return number;
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT_BYTES) renameSync(file, `${file}.1`);
}
