import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { ReadTable } from '#main/core/jobs/table-preview.ts';
import { backUpBeforeImport } from '#main/features/backups/before-import.ts';

interface Reading {
  /** The job's name and what the clerk reads of it. */
  job: string;
  label: string;
  /** Under which the payload waits until it is confirmed. */
  kind: string;
  input: unknown;
  /** Hears of the preview once what was read is kept. */
  onRead?: (preview: object) => void;
}

/** Starts reading a table; the job's result is its preview. */
export function startImport(
  { core, caller }: ServiceContext,
  { job, label, kind, input, onRead }: Reading,
): { jobUid: string } {
  const started = core.jobs.start(job, label, input, async (result) => {
    const { preview, payloadFile } = result as ReadTable<{ rowCount: number }>;
    const stagedUid = payloadFile === null ? null : await core.stage(kind, { file: payloadFile }, caller);
    onRead?.(preview);
    await backUpBeforeImport({ core, caller }, preview.rowCount);
    return { ...preview, stagedUid };
  });
  return { jobUid: started.uid };
}
