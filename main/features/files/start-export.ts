import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { hashOfWritten } from '#main/core/files/hash-of-file.ts';
import { exportSummary } from './export-summary.ts';
import { recordFailure } from './record-failure.ts';

interface Export<Result> {
  /** Also the name of the job that does the work; see job-work.ts. */
  operation: string;
  label: string;
  input: unknown;
  /** Of the file or folder, as the clerk finds it; a function where only the job knows. */
  name: string | ((result: Result) => string);
  /** What is to be kept once the clerk has it. */
  onPlaced?: (written: WrittenFile | WrittenFolder, result: Result) => Promise<unknown>;
}

/** What a job leaves in its own folder, which goes when the job ends. */
interface Finished {
  path: string;
  remarks?: string[];
}

/**
 * Starts the job; what it wrote comes into the export folder, with a line in the log that says what was asked for, how
 * much it is, and its hash; or why nothing came of it.
 */
export function startExport<Result extends Finished>(
  context: ServiceContext,
  given: Export<Result>,
): { jobUid: string } {
  return start(context, given, (...paths) => context.core.files.place(...paths));
}

/** The same for a folder of files, which appears as a whole. */
export function startFolderExport<Result extends Finished>(
  context: ServiceContext,
  given: Export<Result>,
): { jobUid: string } {
  return start(context, given, (...paths) => context.core.files.placeFolder(...paths));
}

type Place = (path: string, name: string, folder: string) => WrittenFile | Promise<WrittenFolder>;

function start<Result extends Finished>(
  context: ServiceContext,
  { operation, label, input, name, onPlaced }: Export<Result>,
  place: Place,
): { jobUid: string } {
  const { core, caller } = context;
  const job = core.jobs.start(operation, label, input, async (finished, counted) => {
    const result = finished as Result;
    const wanted = typeof name === 'string' ? name : name(result);
    const folder = (await core.read('office.exportFolder', null, caller)) as string;
    const hash = await hashOfWritten(result.path);
    const written = await place(result.path, wanted, folder);
    const tally = 'files' in written ? { ...counted, files: written.files } : counted;
    const summary = await exportSummary(context, { name: written.name, tally, hash });
    await core.record({ name: operation, label, summary, outcome: 'done' }, caller);
    await onPlaced?.(written, result);
    return { ...written, remarks: result.remarks ?? [] };
  });
  recordFailure(context, job, { name: operation, label });
  return { jobUid: job.uid };
}
