import { join } from 'node:path';
import { UPLOAD_LIMIT_BYTES } from '#shared/contract/files.ts';
import type { UnpackedFile } from '#main/core/archives/archive-answers.ts';
import { WorkbookError } from '#main/core/excel/read/workbook-error.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';

/** A file as the clerk knows it, and where it lies. */
export interface NamedFile {
  name: string;
  path: string;
  /** Of one that came in by itself: told when it was handed in. */
  print?: FilePrint;
}

/** What a file is known by. */
export interface FilePrint {
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

/** What systems and programs leave in folders. */
const litter = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/u;
const otherArchive = /\.(?:rar|7z|tar|gz|tgz|zipx)$/iu;
const archiveAdvice = '请解压后直接选择里面的表格';
/** A county sends the .zip files of its townships in one. */
const MOST_DEPTH = 2;
/** Of all that comes out of archives. */
const MOST_BYTES = 8 * UPLOAD_LIMIT_BYTES;

type Refuse = (fileName: string, text: string) => void;

/** Files out of archives stand in their place; what cannot be taken out is refused with what to do. */
export async function listFiles(
  given: readonly NamedFile[],
  job: JobContext,
  refuse: Refuse,
): Promise<NamedFile[]> {
  const unpacker = new Unpacker(job, refuse);
  const listed: NamedFile[] = [];
  for (const file of given) listed.push(...(await unpacker.filesOf(file, 0)));
  return listed;
}

class Unpacker {
  readonly #job: JobContext;
  readonly #refuse: Refuse;
  #archives = 0;
  #bytes = 0;

  constructor(job: JobContext, refuse: Refuse) {
    this.#job = job;
    this.#refuse = refuse;
  }

  /** @param depth archives that the file was in */
  async filesOf(file: NamedFile, depth: number): Promise<NamedFile[]> {
    this.#job.throwIfCancelled();
    const { name } = file;
    if (litter.test(name)) return [];
    if (otherArchive.test(name)) return this.#refused(name, '这种压缩包打不开');
    if (!/\.zip$/iu.test(name)) return [file];
    if (depth === MOST_DEPTH) return this.#refused(name, '压缩包套了太多层');
    if (this.#bytes > MOST_BYTES) return this.#refused(name, '压缩包里的内容太多');
    const files: NamedFile[] = [];
    for (const unpacked of await this.#unpack(file, depth))
      files.push(...(await this.filesOf(unpacked, depth + 1)));
    return files;
  }

  async #unpack({ name, path }: NamedFile, depth: number): Promise<NamedFile[]> {
    this.#job.progress(null, `解压 ${name}`);
    // Counted whether or not it can be unpacked: the next one needs a folder of its own in either case.
    this.#archives += 1;
    const folder = join(this.#job.temporaryFolder, `unpacked-${this.#archives}`);
    try {
      const unpacked = await this.#job.unpack(path, folder);
      for (const { bytes } of unpacked) this.#bytes += bytes;
      const named = unpacked.map((file) => ({
        ...file,
        name: depth === 0 ? file.name : `${name}/${file.name}`,
      }));
      for (const { name: broken, problem } of named) this.#tell(broken, problem);
      return named
        .filter(({ problem }) => problem === null)
        .map((file) => ({ name: file.name, path: file.path }));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return this.#refused(name, error.reason);
    }
  }

  #tell(name: string, problem: UnpackedFile['problem']): void {
    if (problem === null || litter.test(name)) return;
    if (problem === 'encrypted') this.#refuse(name, `它在压缩包里加了密码。${archiveAdvice}`);
    else this.#refuse(name, '它在压缩包里已经损坏，取不出来。请这个单位重新发来');
  }

  #refused(name: string, reason: string): [] {
    this.#refuse(name, `${reason}。${archiveAdvice}`);
    return [];
  }
}
