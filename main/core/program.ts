import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the office's data lies unless --data names another folder. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'fire-committee-office');
  }
  const base = environment['XDG_DATA_HOME'];
  return join(
    base !== undefined && base !== '' ? base : join(homedir(), '.local', 'share'),
    'fire-committee-office',
  );
}

/** Replaced by the bundler with the package's version; sources that run as they are say so. */
declare const __PROGRAM_VERSION__: string | undefined;
export const programVersion: string = typeof __PROGRAM_VERSION__ === 'string' ? __PROGRAM_VERSION__ : '0.1.0';

/** Likewise: the commit that it was built from. */
declare const __PROGRAM_BUILD__: string | undefined;
export const programBuild: string = typeof __PROGRAM_BUILD__ === 'string' ? __PROGRAM_BUILD__ : '';

/** The licences of what the program is made of; the build writes them (main/portable/licences.ts). */
export function licenceFile(): string {
  return fileURLToPath(new URL('../../dist/main/licences.json', import.meta.url));
}

/** Where the program's own files lie, seen from the bundle (dist/main) or from the sources (main/core). */
export function programFolders(): { renderer: string; resources: string } {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return { renderer: join(root, 'dist', 'renderer'), resources: join(root, 'resources') };
}
