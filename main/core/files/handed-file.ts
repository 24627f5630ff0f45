import { basename } from 'node:path';
import { AppError } from '#shared/errors.ts';
import type { Files } from './files.ts';

/*
 * Files that were opened from the desktop. Their paths come from the host alone, never from a page, and each is read
 * once: by the first page that asks, which gets it as a file that it had chosen itself, one after another.
 */

export interface HandedFile {
  /** @param path whole; one that waits already waits once */
  put(path: string): void;
  waits(): boolean;
  /** @throws AppError fileRefused where it cannot be read any more; null where none waits */
  take(files: Files): Promise<{ token: string; name: string } | null>;
}

export function createHandedFile(onPut: () => void): HandedFile {
  const waiting = new Set<string>();
  return {
    put(path) {
      waiting.add(path);
      onPut();
    },
    waits: () => waiting.size > 0,
    async take(files) {
      const [path] = waiting;
      if (path === undefined) return null;
      waiting.delete(path);
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
