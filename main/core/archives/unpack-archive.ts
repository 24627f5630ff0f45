import { mkdirSync } from 'node:fs';
import { UPLOAD_LIMIT_BYTES } from '#shared/contract/files.ts';
import { defaultReadLimits, type ReadLimits } from '../excel/read/limits.ts';
import { readInProcess, type SpawnReader } from '../excel/read/reader-process.ts';
import { createArchiveGatherer, type UnpackedFile } from './archive-answers.ts';

/**
 * Takes the files out of a .zip, in a process of its own.
 * @param folder that is made for them
 * @throws {WorkbookError} for an archive that is not sound or holds too much
 */
export type UnpackArchive = (path: string, folder: string) => Promise<UnpackedFile[]>;

/** Workbooks are compressed themselves: an archive of them hardly shrinks. */
const archiveLimits: ReadLimits = {
  ...defaultReadLimits,
  fileBytes: UPLOAD_LIMIT_BYTES,
  expandedBytes: 4 * UPLOAD_LIMIT_BYTES,
};

export function createUnpackArchive(spawn: SpawnReader): UnpackArchive {
  return (path, folder) => {
    mkdirSync(folder, { mode: 0o700 });
    const request = { kind: 'unpack', file: path, limits: archiveLimits } as const;
    return readInProcess(spawn, request, createArchiveGatherer(folder, archiveLimits.expandedBytes), {});
  };
}
