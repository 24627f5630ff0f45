import type { ReadContext } from '../handlers.ts';
import type { JobContext } from '../jobs/run-job.ts';

/*
 * What of a year goes into its archive. Each feature tells what is its own in one shape;
 * `main/features/archive-parts.ts` lists them.
 */

/** All that an archive says of what unannounced campaigns hold that are not released. */
export const NOT_RELEASED = '未解密。解密公布以后，可以重新归档。';

/** Which year, and when. The caller is nobody: an archive is for everybody, so that it opens nothing that is secret. */
export interface ArchiveScope extends ReadContext {
  year: number;
  /** First and last day of the year. */
  from: string;
  to: string;
  /** The day that states are told for: the last of the year, or today while it is not over. */
  asOf: string;
}

/** How the index lists a file, and what the file is called. */
export interface ArchiveItem {
  /** Folders below that of the part, the outermost first. */
  below?: readonly string[];
  /** Of the file, without its ending. */
  name: string;
  /** 公文, 台账, 佐证材料. */
  kind: string;
  title: string;
  documentNumber?: string;
  day?: string | null;
  /** The meeting, the task, the item of a unit that it belongs to. */
  belongsTo?: string;
}

/** A file that an export has written into the job's own folder. */
export interface WrittenPart {
  path: string;
  /** Null where it is not known. */
  pages?: number | null;
}

/** A file that is kept in the data folder. */
export interface KeptPart {
  /** With its ending. */
  name: string;
  sha256: string;
}

/** Where a part writes to. Every method throws AppError cancelled once the clerk has stopped the job. */
export interface ArchiveTarget {
  /** For exports that write into the job's own folder. */
  readonly job: JobContext;
  /** Takes over what `write` has written; where that is refused, the item is left out for the reason that it gives. */
  add(
    item: ArchiveItem,
    write: (
      job: JobContext,
    ) => WrittenPart | readonly WrittenPart[] | Promise<WrittenPart | readonly WrittenPart[]>,
  ): Promise<void>;
  /** Copies a kept file; one that is lost or damaged is left out. */
  keep(item: Omit<ArchiveItem, 'name'>, file: KeptPart): Promise<void>;
  /** Names what does not go into the archive, and why, in words. */
  leaveOut(title: string, reason: string): void;
}

export interface ArchiveSurvey {
  /** In the part's unit. */
  count: number;
  /** Things that are written, where that is not one for each that is counted: the part's share of the progress. */
  steps?: number;
  /** What is not finished yet, in sentences that stand in the index. */
  unfinished?: readonly string[];
}

export interface ArchivePart {
  key: string;
  /** Also of its folder, behind its number. */
  name: string;
  /** 份公文, 项任务. */
  unit: string;
  survey(scope: ArchiveScope): ArchiveSurvey;
  write(scope: ArchiveScope, target: ArchiveTarget): Promise<void>;
}
