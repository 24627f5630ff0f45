import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * One running program per data folder: Electron's lock lies in its own folder, which is put inside.
 * @param onSecond another start on the same folder was turned away
 * @returns false when this start is the one turned away
 */
export function setupSingleInstance(dataFolder: string, onSecond: () => void): boolean {
  const ownFolder = join(dataFolder, 'electron');
  mkdirSync(ownFolder, { recursive: true, mode: 0o700 });
  app.setPath('userData', ownFolder);
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
