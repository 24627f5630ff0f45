import { mkdirSync, renameSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { linkOrCopy } from '#main/core/files/link-or-copy.ts';
import { AppError } from '#shared/errors.ts';
import type { SummedFile } from '#shared/rules/archive/sums.ts';
import type {
  ArchiveItem,
  ArchivePart,
  ArchiveTarget,
  KeptPart,
  WrittenPart,
} from '#main/core/archive/archive-part.ts';
import { createFileNames, safeFileName } from '#main/core/files/file-names.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import { keptFile } from '#main/core/files/kept-files.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

/** A file of the archive as its index lists it. */
export interface ArchivedFile extends SummedFile {
  part: string;
  item: Omit<ArchiveItem, 'name' | 'below'>;
  /** Null where it is not known. */
  pages: number | null;
  bytes: number;
}

/** What did not go into the archive. */
export interface LeftOut {
  part: string;
  title: string;
  reason: string;
}

/** Hears how it goes, in Chinese. */
export interface ArchiveWatch {
  /** Of each thing that is written. */
  begin(title: string): void;
  /** What is being done for it. */
  tell(words: string): void;
}

/** Longer paths than about 250 characters open in no office program of Windows: each name has a share of them. */
const MOST_CHARACTERS = { folder: 30, file: 60 };

/** Errors of one thing that cannot be written, which says why in its own words; any other ends the job. */
const refusals: ReadonlySet<string> = new Set(['refused', 'fileRefused', 'notFound', 'frozen']);

/** The archive's folder while it is filled, in the job's own folder. */
export class ArchiveFolder {
  readonly path: string;
  readonly files: ArchivedFile[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #job: JobContext;
  readonly #names = new Map<string, (name: string) => string>();
  readonly #folders = new Map<string, string>();

  constructor(path: string, job: JobContext) {
    mkdirSync(path);
    this.path = path;
    this.#job = job;
  }

  /** @param folder that of the part */
  targetOf(part: Pick<ArchivePart, 'name'>, folder: string, watch: ArchiveWatch): ArchiveTarget {
    const job: JobContext = {
      ...this.#job,
      progress: (_share, words) => watch.tell(words),
    };
    const leaveOut = (title: string, reason: string): void => {
      this.leftOut.push({ part: part.name, title, reason });
    };
    const attempt = async (title: string, write: () => Promise<void>): Promise<void> => {
      this.#job.throwIfCancelled();
      watch.begin(title);
      try {
        await write();
      } catch (error) {
        if (!(error instanceof AppError) || !refusals.has(error.code)) throw error;
        leaveOut(title, error.message);
      }
    };
    return {
      job,
      leaveOut,
      add: ({ below = [], name, ...item }, write) =>
        attempt(item.title, async () => {
          const written = [await write(job)].flat() as readonly WrittenPart[];
          for (const { path, pages = null } of written) {
            const place = this.#place([folder, ...below], `${short(name, 'file')}${extname(path)}`);
            renameSync(path, join(this.path, place));
            const sha256 = await hashOfFile(join(this.path, place));
            this.#list({ part: part.name, item, pages, path: place, sha256 });
          }
        }),
      keep: ({ below = [], ...item }, file) =>
        attempt(item.title, async () => {
          const kept = await keptFile(this.#job.dataFolder, file.sha256);
          const place = this.#place([folder, ...below], keptName(file));
          await linkOrCopy(kept, join(this.path, place));
          this.#list({ part: part.name, item, pages: null, path: place, sha256: file.sha256 });
        }),
    };
  }

  #list(file: Omit<ArchivedFile, 'bytes'>): void {
    this.files.push({ ...file, bytes: statSync(join(this.path, file.path)).size });
  }

  /** Makes the folders. @returns a free path from the archive's folder on, with forward slashes */
  #place(below: readonly string[], name: string): string {
    const folder = below.reduce((above, each) => this.#folderIn(above, each), '');
    return `${folder}/${this.#freeName(folder, name)}`;
  }

  /** Folders of one name are one folder. */
  #folderIn(above: string, name: string): string {
    const key = `${above}/${name}`;
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const free = this.#freeName(above, short(name, 'folder'));
    const folder = above === '' ? free : `${above}/${free}`;
    mkdirSync(join(this.path, folder));
    this.#folders.set(key, folder);
    return folder;
  }

  #freeName(folder: string, name: string): string {
    const nameFor = this.#names.get(folder) ?? createFileNames();
    this.#names.set(folder, nameFor);
    return nameFor(name);
  }
}

function short(name: string, kind: keyof typeof MOST_CHARACTERS): string {
  return Array.from(safeFileName(name)).slice(0, MOST_CHARACTERS[kind]).join('').trim();
}

function keptName({ name }: KeptPart): string {
  const ending = extname(name);
  return `${short(name.slice(0, name.length - ending.length), 'file')}${ending}`;
}
