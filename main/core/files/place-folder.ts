import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { copyFile, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freeFileName, safeFileName } from './file-names.ts';
import { placingError, removeIfThere, syncFolder } from './place-file.ts';
import { systemCode } from '../system-code.ts';
import { makeFolders } from './make-folders.ts';

interface PlacedFolder {
  path: string;
  firstFile: string;
  files: number;
  bytes: number;
}

/**
 * Copies a folder of finished files, with the folders in it, into a hidden one beside its target, syncs each file,
 * then renames: the folder is there with all its files or not at all. What is there already stays untouched; the new
 * one gets a number then. Others go on meanwhile: hundreds of files take seconds on an old disk.
 * @throws AppError fileBusy when another program holds the new files, diskFull, refused
 */
export async function placeFolder(source: string, folder: string, name: string): Promise<PlacedFolder> {
  const beside = join(folder, `.${randomUUID()}.tmp`);
  try {
    makeFolders(folder);
    const { files, folders } = await contentsOf(source);
    for (const each of ['', ...folders]) await mkdir(join(beside, each));
    let bytes = 0;
    for (const each of files) bytes += await copySynced(join(source, each), join(beside, each));
    for (const each of ['', ...folders]) syncFolder(join(beside, each));
    const path = await renameToFree(beside, folder, name);
    syncFolder(folder);
    const firstFile = files.find((each) => dirname(each) === '.') ?? files[0] ?? '';
    return { path, firstFile: join(path, firstFile), files: files.length, bytes };
  } catch (error) {
    removeIfThere(beside);
    const reason = '刚写好的文件正被其他程序(如杀毒软件)占用，没有导出。请稍后再导出一次。';
    throw placingError(error, join(folder, safeFileName(name)), { reason });
  }
}

/** Below the folder, each behind the folder that it lies in. */
async function contentsOf(source: string): Promise<{ files: string[]; folders: string[] }> {
  const all = await readdir(source, { recursive: true, withFileTypes: true });
  const [folders = [], files = []] = [true, false].map((wanted) =>
    all
      .filter((each) => each.isDirectory() === wanted)
      .map((each) => relative(source, join(each.parentPath, each.name)))
      .toSorted(),
  );
  return { files, folders };
}

/** @returns bytes of the copy */
async function copySynced(source: string, target: string): Promise<number> {
  await copyFile(source, target);
  const handle = await open(target, 'r+');
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** Windows renames no folder while a virus scanner looks at a new file in it, which is soon over. */
const PAUSES_MILLISECONDS = [50, 100, 200, 400, 800];

async function renameToFree(beside: string, folder: string, name: string): Promise<string> {
  for (const milliseconds of PAUSES_MILLISECONDS) {
    try {
      return renameNow(beside, folder, name);
    } catch (error) {
      if (!isHeld(error)) throw error;
      await pause(milliseconds);
    }
  }
  return renameNow(beside, folder, name);
}

/** Choosing the name and taking it in one go, so that two exports at once never choose the same. */
function renameNow(beside: string, folder: string, name: string): string {
  const path = join(folder, freeFileName(folder, name));
  renameSync(beside, path);
  return path;
}

const heldCodes: ReadonlySet<unknown> = new Set(['EACCES', 'EBUSY', 'EPERM']);

function isHeld(error: unknown): boolean {
  return heldCodes.has(systemCode(error));
}
