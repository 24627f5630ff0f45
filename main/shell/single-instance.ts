import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * One running program per data folder: Electron's lock lies in its own folder, which is put inside.
 * @param onSecond another start on the same folder was turned away; with its words and the folder that they are meant from
 * @returns false when this start is the one turned away
 */
export function setupSingleInstance(
  dataFolder: string,
  onSecond: (words: readonly string[], folder: string) => void,
): boolean {
  const ownFolder = join(dataFolder, 'electron');
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', ownFolder);
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, words, folder) => onSecond(words, folder));
  return true;
}
