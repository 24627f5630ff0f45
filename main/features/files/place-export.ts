import type { WrittenFile } from '#shared/contract/files.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';

interface Export {
  /** Of the file, as the clerk finds it. */
  name: string;
  operation: string;
  label: string;
}

/**
 * Puts what a job wrote into the export folder and leaves a line in the log.
 * @param result the job's: path of the file in the job's own folder
 */
export async function placeExport(
  { core, caller }: ServiceContext,
  { name, operation, label }: Export,
  result: unknown,
): Promise<WrittenFile> {
  const { path } = result as { path: string };
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = core.files.place(path, name, folder);
  await core.record({ name: operation, label, summary: written.name, outcome: 'done' }, caller);
  return written;
}
