import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UPLOAD_LIMIT_BYTES, type WrittenFile } from '#shared/contract/files.ts';
import { AppError } from '#shared/errors.ts';
import { safeFileName } from './file-names.ts';
import { placeFile } from './place-file.ts';

/*
 * Files come in by chunks into DATA/incoming and are known by a token; files go out into the export folder
 * by temporary file, fsync and rename, and only those may be opened or fetched again.
 */

interface Upload {
  path: string;
  name: string;
  expected: number;
  received: number;
  finished: boolean;
}

export interface Files {
  begin(name: string, bytes: number): string;
  append(token: string, offset: number, data: Buffer): number;
  /** @throws AppError badInput when the bytes are not those that the page read */
  finish(token: string, sha256: string): string;
  /** A finished upload's path and name. */
  uploaded(token: string): { path: string; name: string };
  /** Moves a file that a job wrote into the export folder; never half a file at the target. */
  place(temporaryPath: string, name: string, folder: string): WrittenFile;
  written(token: string): { path: string; file: WrittenFile };
  close(): void;
}

export function createFiles(dataFolder: string): Files {
  const incoming = join(dataFolder, 'incoming');
  rmSync(incoming, { recursive: true, force: true });
  const uploads = new Map<string, Upload>();
  const written = new Map<string, { path: string; file: WrittenFile }>();

  function upload(token: string): Upload {
    const found = uploads.get(token);
    if (found === undefined) throw new AppError('notFound', { what: '选择的文件' });
    return found;
  }

  return {
    begin(name, bytes) {
      mkdirSync(incoming, { recursive: true, mode: 0o700 });
      const token = randomUUID();
      const path = join(incoming, token);
      closeSync(openSync(path, 'wx', 0o600));
      uploads.set(token, { path, name: safeFileName(name), expected: bytes, received: 0, finished: false });
      return token;
    },
    append(token, offset, data) {
      const file = upload(token);
      if (
        file.finished ||
        offset !== file.received ||
        offset + data.length > Math.min(file.expected, UPLOAD_LIMIT_BYTES)
      ) {
        throw new AppError('badInput', { detail: '文件没有传完整,请重新选择' });
      }
      const handle = openSync(file.path, 'r+');
      try {
        writeSync(handle, data, 0, data.length, offset);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      file.received += data.length;
      return file.received;
    },
    finish(token, sha256) {
      const file = upload(token);
      const actual = createHash('sha256').update(readFileSync(file.path)).digest('hex');
      if (file.received !== file.expected || actual !== sha256) {
        throw new AppError('badInput', { detail: '文件没有传完整,请重新选择' });
      }
      file.finished = true;
      return token;
    },
    uploaded(token) {
      const file = upload(token);
      if (!file.finished) throw new AppError('badInput', { detail: '文件还没有传完' });
      return { path: file.path, name: file.name };
    },
    place(temporaryPath, name, folder) {
      const { path, bytes } = placeFile(temporaryPath, folder, safeFileName(name));
      const token = randomUUID();
      const file: WrittenFile = { token, name: basename(path), folder: dirname(path), bytes };
      written.set(token, { path, file });
      return file;
    },
    written(token) {
      const found = written.get(token);
      if (found === undefined) throw new AppError('notFound', { what: '导出的文件' });
      return found;
    },
    close() {
      rmSync(incoming, { recursive: true, force: true });
    },
  };
}

/** Where exports go until the office chooses another folder. */
export function defaultExportFolder(): string {
  return join(homedir(), '文档', '消安办工作台');
}
