import { forkReader } from '../core/excel/read/fork-reader.ts';
import type { SpawnReader } from '../core/excel/read/reader-process.ts';

/**
 * How the browser host starts the process that reads foreign files. Under Electron (`--no-open`) the packaged program
 * is no Node for its children: its fuse RunAsNode is off, so that child_process.fork would only open the program again.
 */
export async function readerSpawner(
  versions: Readonly<NodeJS.Dict<string>> = process.versions,
): Promise<SpawnReader> {
  if (versions['electron'] === undefined) return forkReader;
  const { spawnUtilityReader } = await import('../shell/utility-reader.ts');
  return spawnUtilityReader;
}
