import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..', '..');

/** Builds what is stale, as the launcher does. */
export async function buildProgram(): Promise<void> {
  const source = pathToFileURL(join(root, 'main', 'launch', 'ensure-built.mjs')).href;
  const { ensureBuilt } = (await import(source)) as {
    ensureBuilt: (root: string, runtime: string) => boolean;
  };
  if (!ensureBuilt(root, process.execPath)) throw new Error('the program was not built');
}
