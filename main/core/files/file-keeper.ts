import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { keptPlace, touchKept } from './kept-files.ts';
import { makeFolder, placingError, removeIfThere, syncFolder } from './place-file.ts';

/**
 * Keeps many files while others are being read: a disk answers several at once sooner than one after the other. As with
 * a single one, a file is synced before it gets its name, and the folder in which it got it afterwards: meanwhile as well,
 * for at the end everybody would wait for that alone.
 */
export interface FileKeeper {
  /** Begins to keep it; how that went is told at the end. @throws AppError diskFull, refused: there is no place for any */
  keep(source: string, sha256: string): void;
  /** Everything is durable when it returns. @throws AppError diskFull, refused */
  finish(): Promise<void>;
  /** What has not begun by now is not kept; returns when nothing is written any more. */
  giveUp(): Promise<void>;
}

/** Of the four threads in which Node waits for disks one is left to those who read. */
const AT_ONCE = 3;

export function createFileKeeper(dataFolder: string): FileKeeper {
  const lanes: Promise<void>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());
  const folders = new Set<string>();
  const given = new Set<string>();
  let isGivenUp = false;

  async function keepOne(source: string, sha256: string): Promise<void> {
    if (isGivenUp) return;
    const { above, folder, path } = keptPlace(dataFolder, sha256);
    // Touched first: from then on no cleaning takes it before its row is written.
    if (touchKept(path, source)) {
      // Another keeper may have named it a moment ago.
      folders.add(folder);
      return;
    }
    const beside = join(folder, `.${randomUUID()}.tmp`);
    try {
      if ((await mkdir(folder, { recursive: true, mode: 0o700 })) !== undefined) folders.add(above);
      await copyFile(source, beside);
      await sync(beside, 'r+');
      await rename(beside, path);
      folders.add(folder);
    } catch (error) {
      removeIfThere(beside);
      throw placingError(error, path, { name: basename(source) });
    }
    // Windows gives a copy the time of its source.
    touchKept(path, source);
  }

  /** A folder in which a name is given from now on is synced again. */
  async function syncNext(): Promise<void> {
    const [folder] = folders;
    if (isGivenUp || folder === undefined || process.platform === 'win32') return;
    folders.delete(folder);
    try {
      await sync(folder, 'r');
    } catch (error) {
      throw placingError(error, folder);
    }
  }

  async function settled(): Promise<void> {
    const ends = await Promise.allSettled(lanes);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  return {
    keep(source, sha256) {
      // Two lanes at the same file would be in each other's way.
      if (given.has(sha256)) return;
      if (given.size === 0) atFolder(keptPlace(dataFolder, sha256).above, makeFolder);
      const lane = given.size % AT_ONCE;
      given.add(sha256);
      const kept = (lanes[lane] ?? Promise.resolve()).then(() => keepOne(source, sha256)).then(syncNext);
      lanes[lane] = kept;
      // It is told by `finish`; until then nobody waits for it.
      kept.catch(() => undefined);
    },
    async finish() {
      await settled();
      for (const folder of folders) atFolder(folder, syncFolder);
    },
    async giveUp() {
      isGivenUp = true;
      await Promise.allSettled(lanes);
    },
  };
}

/** Says in words what goes wrong. */
function atFolder(folder: string, work: (folder: string) => void): void {
  try {
    work(folder);
  } catch (error) {
    throw placingError(error, folder);
  }
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
