import { createHash, type Hash, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UPLOAD_LIMIT_BYTES, type WrittenFile, type WrittenFolder } from '#shared/contract/files.ts';
import { AppError } from '#shared/errors.ts';
import { isSameOwner, type Owner } from '../dispatch/ownership.ts';
import { safeFileName } from './file-names.ts';
import { hashOfFile } from './hash-of-file.ts';
import { placeFile } from './place-file.ts';
import { placeFolder } from './place-folder.ts';
import { writeWhole } from './write-whole.ts';

/*
 * Files come in by chunks into DATA/incoming and are known by a token; files go out into the export folder
 * by temporary file, fsync and rename, and only those may be opened or fetched again. Either is known to its
 * owner alone.
 */

/** An upload that nobody asked for during this time is given up. */
const UNUSED_MILLISECONDS = 2 * 3_600_000;
/** Nobody may choose another file for hours. */
const BETWEEN_LOOKS_MILLISECONDS = 10 * 60_000;
/** Hundreds of returned workbooks come together, large files do not. */
const KEPT_UPLOADS = 1_000;
const KEPT_BYTES = 20 * UPLOAD_LIMIT_BYTES;

interface Upload {
  owner: Owner | null;
  path: string;
  name: string;
  expected: number;
  received: number;
  hash: Hash;
  /** Hexadecimal, once the whole file is there. */
  sha256: string | null;
  usedAt: number;
}

/** An upload that is wholly there. */
export interface FinishedUpload {
  path: string;
  name: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

interface Written {
  owner: Owner | null;
  /** Of a folder, that of its first file: a file manager that shows it opens the folder itself. */
  path: string;
  /** Null for a folder, which is neither opened nor fetched as a file. */
  file: WrittenFile | null;
}

export interface Files {
  begin(name: string, bytes: number): string;
  /** A chunk that is there already, as when its answer was lost, is not taken twice. @returns bytes received */
  append(token: string, offset: number, data: Buffer): number;
  /** @throws AppError badInput when the bytes are not those that the page read */
  finish(token: string, sha256: string): string;
  /**
   * Takes a file of this PC in as if it had been chosen; for paths that no page has named.
   * @returns its token @throws AppError fileRefused, or the disk's own error
   */
  bring(path: string): Promise<string>;
  uploaded(token: string): FinishedUpload;
  /** Takes an upload off the disk before its time. @returns whether it was there */
  discard(token: string): boolean;
  /** Moves a file that a job wrote into the export folder; never half a file at the target. */
  place(temporaryPath: string, name: string, folder: string): WrittenFile;
  /** The same for a folder of files: it appears whole, numbered where its name is taken. */
  placeFolder(temporaryPath: string, name: string, folder: string): Promise<WrittenFolder>;
  /** A copy for looking at, gone with the program: what happens to it does not touch the file itself. */
  lend(path: string, name: string): WrittenFile;
  written(token: string): { path: string; file: WrittenFile };
  /** The file to point at for what was written, a file or a folder. */
  shown(token: string): string;
}

/** The core's own view: every file, whosever it is. */
export interface AllFiles extends Files {
  of(owner: Owner): Files;
  close(): void;
}

export function createFiles(dataFolder: string, now: () => number = Date.now): AllFiles {
  const incoming = join(dataFolder, 'incoming');
  const lent = join(dataFolder, 'lent');
  for (const folder of [incoming, lent]) rmSync(folder, { recursive: true, force: true });
  const uploads = new Map<string, Upload>();
  /** Paths of those that are given up and could not be removed yet. */
  const held = new Set<string>();
  const written = new Map<string, Written>();

  function upload(owner: Owner | null, token: string): Upload {
    const found = uploads.get(token);
    if (found === undefined || !isOwn(found, owner)) throw new AppError('notFound', { what: '选择的文件' });
    found.usedAt = now();
    return found;
  }

  function discard(owner: Owner | null, token: string): boolean {
    const found = uploads.get(token);
    if (found === undefined || !isOwn(found, owner)) return false;
    forget(token, found);
    return true;
  }

  function forget(token: string, { path }: Upload): void {
    uploads.delete(token);
    held.add(path);
    removeHeld();
  }

  /** What somebody reads just now cannot be removed on Windows: it goes at the next look. */
  function removeHeld(): void {
    for (const path of held) {
      try {
        rmSync(path, { force: true });
        held.delete(path);
      } catch {
        // Still held.
      }
    }
  }

  function forgetUnused(): void {
    removeHeld();
    const longestUnused = [...uploads].toSorted(([, one], [, other]) => one.usedAt - other.usedAt);
    let bytes = longestUnused.reduce((sum, [, { received }]) => sum + received, 0);
    for (const [token, found] of longestUnused) {
      const isRoom = uploads.size < KEPT_UPLOADS && bytes < KEPT_BYTES;
      if (now() - found.usedAt < UNUSED_MILLISECONDS && isRoom) return;
      bytes -= found.received;
      forget(token, found);
    }
  }

  function begin(owner: Owner | null, name: string, bytes: number): string {
    forgetUnused();
    mkdirSync(incoming, { recursive: true, mode: 0o700 });
    const token = randomUUID();
    const path = join(incoming, token);
    closeSync(openSync(path, 'wx', 0o600));
    const state = { received: 0, hash: createHash('sha256'), sha256: null, usedAt: now() };
    uploads.set(token, { owner, path, name: safeFileName(name), expected: bytes, ...state });
    return token;
  }

  function append(file: Upload, offset: number, data: Buffer): number {
    if (data.length > 0 && offset + data.length <= file.received) return file.received;
    const limit = Math.min(file.expected, UPLOAD_LIMIT_BYTES);
    if (file.sha256 !== null || offset !== file.received || offset + data.length > limit) throw incomplete();
    // Not synced: a file on its way in does not outlive the program.
    const handle = openSync(file.path, 'r+');
    try {
      writeWhole(handle, data, offset);
    } finally {
      closeSync(handle);
    }
    file.hash.update(data);
    file.received += data.length;
    return file.received;
  }

  function finish(file: Upload, sha256: string): void {
    if (file.received !== file.expected) throw incomplete();
    file.sha256 ??= file.hash.digest('hex');
    if (file.sha256 !== sha256) throw incomplete();
  }

  async function bring(owner: Owner | null, source: string): Promise<string> {
    const found = await stat(source);
    if (!found.isFile()) throw new AppError('fileRefused', { reason: `“${basename(source)}”不是文件。` });
    if (found.size > UPLOAD_LIMIT_BYTES)
      throw new AppError('fileRefused', { reason: `“${basename(source)}”超过 64 MB，没有打开。` });
    const token = begin(owner, basename(source), found.size);
    const file = upload(owner, token);
    await copyFile(source, file.path);
    file.received = found.size;
    file.sha256 = await hashOfFile(file.path);
    return token;
  }

  function place(owner: Owner | null, source: string, name: string, folder: string): WrittenFile {
    const { path, bytes } = placeFile(source, folder, safeFileName(name));
    const token = randomUUID();
    const file: WrittenFile = { token, name: basename(path), folder: dirname(path), bytes };
    written.set(token, { owner, path, file });
    return file;
  }

  async function placeWhole(
    owner: Owner | null,
    ...[source, name, folder]: Parameters<Files['placeFolder']>
  ): Promise<WrittenFolder> {
    const placed = await placeFolder(source, folder, name);
    const token = randomUUID();
    written.set(token, { owner, path: placed.firstFile, file: null });
    const { path, files, bytes } = placed;
    return { token, name: basename(path), folder: dirname(path), files, bytes };
  }

  function findWritten(owner: Owner | null, token: string): Written {
    const found = written.get(token);
    if (found === undefined || !isOwn(found, owner)) throw new AppError('notFound', { what: '导出的文件' });
    return found;
  }

  function filesOf(owner: Owner | null): Files {
    return {
      begin: (name, bytes) => begin(owner, name, bytes),
      append: (token, offset, data) => append(upload(owner, token), offset, data),
      finish(token, sha256) {
        finish(upload(owner, token), sha256);
        return token;
      },
      bring: (path) => bring(owner, path),
      uploaded(token) {
        const file = upload(owner, token);
        if (!isFinished(file)) throw new AppError('badInput', { detail: '文件还没有传完' });
        const { path, name, received, sha256 } = file;
        return { path, name, bytes: received, sha256 };
      },
      discard: (token) => discard(owner, token),
      place: (temporaryPath, name, folder) => place(owner, temporaryPath, name, folder),
      placeFolder: (...given) => placeWhole(owner, ...given),
      lend: (path, name) => place(owner, path, name, join(lent, randomUUID())),
      written(token) {
        const { path, file } = findWritten(owner, token);
        if (file === null) throw new AppError('notFound', { what: '导出的文件' });
        return { path, file };
      },
      shown: (token) => findWritten(owner, token).path,
    };
  }

  const looking = setInterval(forgetUnused, BETWEEN_LOOKS_MILLISECONDS);
  looking.unref();

  return {
    ...filesOf(null),
    of: filesOf,
    close() {
      clearInterval(looking);
      for (const folder of [incoming, lent]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isFinished(upload: Upload): upload is Upload & { sha256: string } {
  return upload.sha256 !== null;
}

function isOwn({ owner }: { owner: Owner | null }, asking: Owner | null): boolean {
  return asking === null || (owner !== null && isSameOwner(owner, asking));
}

function incomplete(): AppError {
  return new AppError('badInput', { detail: '文件没有传完整，请重新选择' });
}

/** Where exports go until the office chooses another folder. */
export function defaultExportFolder(): string {
  return join(homedir(), '文档', '消安办工作台');
}
