import { join } from 'node:path';
import { forkReader } from '#main/core/excel/read/fork-reader.ts';

/*
 * The threads and children of the core as they are shipped, bundled once for a whole test run: they load in a third of
 * the time that their sources take.
 */

const variable = 'THREAD_BUNDLE';

/** undefined where nobody has made the bundle: the sources run then. */
export function threadBundle(): string | undefined {
  return process.env[variable];
}

export function announceThreadBundle(folder: string): void {
  process.env[variable] = folder;
}

/** Entry of a program or of a child process that hosts the core, in the bundle. */
export function bundledChild(
  name: 'browser' | 'cli' | 'child-core' | 'signing-core' | 'store-opener' | 'store-writer' | 'working-store',
): string {
  const folder = threadBundle();
  if (folder === undefined) throw new Error('the bundle of this test run was not made');
  return join(folder, `${name}.js`);
}

/** The process that reads foreign files, from the bundle. */
export function spawnBundledReader(): ReturnType<typeof forkReader> {
  const folder = threadBundle();
  return folder === undefined ? forkReader() : forkReader(join(folder, 'foreign-reader.js'));
}
