import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder that somebody has chosen, and those above it that are missing. Node's own way asks for ever where a
 * system's folder, as /proc, takes no other.
 * @returns the highest that was made; undefined: all were there
 */
export function makeFolders(folder: string): string | undefined {
  if (isFolder(folder)) return undefined;
  const above = dirname(folder);
  const highest = above === folder ? undefined : makeFolders(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another program was quicker.
    if (!isFolder(folder)) throw error;
  }
  return highest ?? folder;
}

/** What lies behind a file, or may not be looked at, is none. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
