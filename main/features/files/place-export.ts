import type { WrittenFile, WrittenFolder } from '#shared/contract/files.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';

interface Export {
  /** Of the file or folder, as the clerk finds it. */
  name: string;
  operation: string;
  label: string;
}

/**
 * Puts what a job wrote into the export folder and leaves a line in the log.
 * @param result the job's: path of the file in the job's own folder
 */
export function placeExport(context: ServiceContext, given: Export, result: unknown): Promise<WrittenFile> {
  const { files } = context.core;
  return placeWith(context, given, (folder) => files.place(pathOf(result), given.name, folder));
}

/** The same for a folder of files, which appears as a whole. */
export function placeExportFolder(
  context: ServiceContext,
  given: Export,
  result: unknown,
): Promise<WrittenFolder> {
  const { files } = context.core;
  return placeWith(context, given, (folder) => files.placeFolder(pathOf(result), given.name, folder));
}

function pathOf(result: unknown): string {
  return (result as { path: string }).path;
}

async function placeWith<Placed extends { name: string }>(
  { core, caller }: ServiceContext,
  { operation, label }: Export,
  place: (folder: string) => Placed | Promise<Placed>,
): Promise<Placed> {
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = await place(folder);
  await core.record({ name: operation, label, summary: written.name, outcome: 'done' }, caller);
  return written;
}
