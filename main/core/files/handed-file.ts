import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Files } from './files.ts';

/*
 * A file that was opened from the desktop. Its path comes from the host alone, never from a page, and is read once:
 * by the first page that asks, which gets it as a file that it had chosen itself.
 */

export interface HandedFile {
  /** @param path whole; the last one counts */
  put(path: string): void;
  waits(): boolean;
  /** @throws AppError fileRefused where it cannot be read any more; null where none waits */
  take(files: Files): Promise<{ token: string; name: string } | null>;
}

export function createHandedFile(onPut: () => void): HandedFile {
  let waiting: string | null = null;
  return {
    put(path) {
      waiting = path;
      onPut();
    },
    waits: () => waiting !== null,
    async take(files) {
      const path = waiting;
      waiting = null;
      if (path === null) return null;
      try {
        return { token: await files.bring(path), name: basename(path) };
      } catch (error) {
        if (error instanceof AppError) throw error;
        const reason = `“${basename(path)}”读不出来。请检查它是否还在那里，U 盘是否插好，再双击一次。`;
        throw new AppError('fileRefused', { reason });
      }
    },
  };
}
