import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeZip } from '#main/core/files/write-zip.ts';
import { hashOfFile } from '#main/core/files/hash-of-file.ts';
import type { ArchivePart, ArchiveScope, ArchiveSurvey } from '#main/core/archive/archive-part.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { JobContext } from '#main/core/jobs/run-job.ts';
import type { YearSurvey } from '#shared/contract/archive.ts';
import { archiveTitle, INDEX_NAME, partFolder } from '#shared/rules/archive/names.ts';
import { SUMS_NAME, sumsText } from '#shared/rules/archive/sums.ts';
import { ArchiveFolder } from './archive-folder.ts';
import { writeIndex } from './index-book.ts';

export interface SurveyInput {
  year: number;
  today: string;
  /** Instant, UTC milliseconds. */
  now: number;
}

export interface ArchiveInput extends SurveyInput {
  officeName: string;
  userName: string;
  as: 'folder' | 'zip';
}

export interface WrittenArchive {
  /** Of the folder or .zip in the job's own folder. */
  path: string;
  /** How many it holds, its index and its checksums among them. */
  files: number;
  /** How many things were left out. */
  leftOut: number;
  warnings: string[];
  /** What whoever made it has to look at. */
  remarks: string[];
  /** SHA-256 of the list of checksums. */
  fingerprint: string;
}

/** What an archive of the year would hold, and what is not finished yet. */
export function surveyYearWith(parts: readonly ArchivePart[]) {
  return (input: SurveyInput, job: JobContext): YearSurvey => {
    const scope = scopeOf(input, job);
    const surveys = surveysOf(parts, scope, job);
    return {
      year: input.year,
      parts: surveys.map(({ part: { key, name, unit }, count }) => ({ key, name, unit, count })),
      warnings: warningsOf(scope, surveys),
    };
  };
}

/** Writes the year's archive with its index and its checksums. @returns its folder in the job's own folder */
export function writeArchiveWith(parts: readonly ArchivePart[]) {
  return async (input: ArchiveInput, job: JobContext): Promise<WrittenArchive> => {
    const scope = scopeOf(input, job);
    const surveys = surveysOf(parts, scope, job);
    const warnings = warningsOf(scope, surveys);
    const folder = new ArchiveFolder(join(job.temporaryFolder, 'archive'), job);
    const share = sharesOf(surveys);
    for (const [place, part] of parts.entries()) {
      let begun = 0;
      const tell = (words: string): void => job.progress(share(place, begun), `${part.name}：${words}`);
      const begin = (title: string): void => {
        tell(title);
        begun += 1;
      };
      await part.write(scope, folder.targetOf(part, partFolder(place, part.name), { begin, tell }));
    }
    job.progress(1, '写目录和校验文件');
    const { files, leftOut } = folder;
    const { officeName, userName: madeBy, now: madeAt } = input;
    const title = archiveTitle(input.year);
    const index = join(folder.path, INDEX_NAME);
    await writeIndex(index, { title, officeName, madeAt, madeBy, warnings, files, leftOut }, () =>
      job.throwIfCancelled(),
    );
    const sums = join(folder.path, SUMS_NAME);
    writeFileSync(sums, sumsText([{ path: INDEX_NAME, sha256: await hashOfFile(index) }, ...files]));
    job.throwIfCancelled();
    const names = [INDEX_NAME, SUMS_NAME, ...files.map(({ path }) => path)];
    const fingerprint = await hashOfFile(sums);
    const packed = input.as === 'zip' ? await packedArchive(folder.path, title, names, job) : null;
    job.progress(1, '存到导出文件夹');
    return {
      path: packed ?? folder.path,
      files: names.length,
      leftOut: leftOut.length,
      warnings,
      remarks: leftOut.length === 0 ? [] : [`有 ${leftOut.length} 项没有归档，原因见“${INDEX_NAME}”。`],
      fingerprint,
    };
  };
}

/** @returns its path in the job's own folder @throws AppError refused where it is too large */
async function packedArchive(
  folder: string,
  title: string,
  names: readonly string[],
  job: JobContext,
): Promise<string> {
  const path = join(job.temporaryFolder, 'archive.zip');
  let packed = 0;
  const check = (): void => {
    job.throwIfCancelled();
    job.progress(packed / names.length, `压缩 ${packed + 1}/${names.length}`);
    packed += 1;
  };
  await writeZip(path, folder, names, check, title);
  return path;
}

const nobody: Caller = { userUid: null, userName: '', roles: null, windowUid: 'archive', host: 'cli' };

function scopeOf({ year, today, now }: SurveyInput, { db, resourcesFolder }: JobContext): ArchiveScope {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const asOf = today < to ? today : to;
  return { db, caller: nobody, resourcesFolder, year, from, to, today, asOf, now };
}

interface SurveyedPart extends ArchiveSurvey {
  part: ArchivePart;
}

function surveysOf(parts: readonly ArchivePart[], scope: ArchiveScope, job: JobContext): SurveyedPart[] {
  return parts.map((part) => {
    job.throwIfCancelled();
    job.progress(null, `统计${part.name}`);
    return { part, ...part.survey(scope) };
  });
}

function warningsOf({ year, to, today }: ArchiveScope, surveys: readonly SurveyedPart[]): string[] {
  const over = today > to ? [] : [`${year} 年还没有过完，以后的内容不在这次归档里。`];
  return [...over, ...surveys.flatMap(({ unfinished = [] }) => unfinished)];
}

/** @returns how far it has come, 0 to 1, when so many things of a part are begun */
function sharesOf(surveys: readonly SurveyedPart[]): (place: number, begun: number) => number {
  const weights = surveys.map(({ count, steps = count }) => Math.max(1, steps));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return (place, begun) => {
    const before = weights.slice(0, place).reduce((sum, weight) => sum + weight, 0);
    return (before + Math.min(begun, weights[place] ?? 0)) / whole;
  };
}
