import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockedPackage {
  name: string;
  /** From the project's folder. */
  folder: string;
  version: string;
  integrity: string;
  licence: string;
  /** Whether the program needs it when it runs. */
  isPartOfProgram: boolean;
}

interface LockEntry {
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
}

/** Everything that package-lock.json pins. */
export function lockedPackages(root: string): LockedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([folder]) => folder !== '')
    .map(([folder, entry]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      folder,
      version: entry.version,
      integrity: entry.integrity ?? '',
      licence: entry.license ?? '',
      isPartOfProgram: entry.dev !== true && entry.optional !== true,
    }));
}
