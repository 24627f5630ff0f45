import { join } from 'node:path';
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
const archiveAdvice = '请解压后直接选择里面的表格';

/** Files out of archives stand in their place; what cannot be taken out is refused with what to do. */
export async function listFiles(
  given: readonly NamedFile[],
  job: JobContext,
  refuse: (fileName: string, text: string) => void,
): Promise<NamedFile[]> {
  const listed: NamedFile[] = [];
  for (const [place, file] of given.entries()) {
    if (!/\.zip$/iu.test(file.name)) listed.push(file);
    else listed.push(...(await unpacked(file, place, job, refuse)));
    job.throwIfCancelled();
  }
  return listed.filter(({ name }) => !litter.test(name));
}

async function unpacked(
  { name, path }: NamedFile,
  place: number,
  job: JobContext,
  refuse: (fileName: string, text: string) => void,
): Promise<NamedFile[]> {
  job.progress(null, `解压 ${name}`);
  try {
    return await job.unpack(path, join(job.temporaryFolder, `unpacked-${place}`));
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    refuse(name, `${error.reason}。${archiveAdvice}`);
    return [];
  }
}
