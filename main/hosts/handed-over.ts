/**
 * A data pack that was double-clicked while another program of the same clerk has the data open.
 * What: the second start leaves a letter with the pack's path in DATA/handed-over; the program that runs looks there, takes
 * the letter away and opens the pack in its window; the second start sees that and ends.
 * Why no route: a folder that only this account of the PC can write to is the secret itself. There is no port to find, no
 * token to steal, and nothing that a page could ask for.
 * Invariant: a letter is acted upon only once it is gone, and never where another account wrote it.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder } from '../core/files/place-file.ts';
import { isPack } from './arguments.ts';

const lettersFolder = 'handed-over';
const ENDING = '.json';
const BETWEEN_LOOKS_MILLISECONDS = 500;
const PATIENCE_MILLISECONDS = 5_000;
const LONGEST_LETTER_BYTES = 32_768;

/** @param pack whole path @returns whether the program that has the data took it */
export async function handOver(
  dataFolder: string,
  pack: string,
  patience = PATIENCE_MILLISECONDS,
): Promise<boolean> {
  try {
    const letter = writeLetter(join(dataFolder, lettersFolder), pack);
    for (let waited = 0; waited < patience && existsSync(letter); waited += 50) await pause(50);
    return !takeAway(letter);
  } catch {
    // A folder that cannot be written to: the clerk is told where to click.
    return false;
  }
}

function writeLetter(folder: string, pack: string): string {
  makeFolder(folder);
  const letter = join(folder, `${randomUUID()}${ENDING}`);
  const beside = `${letter}.new`;
  writeFileSync(beside, JSON.stringify({ pack }), { mode: 0o600, flag: 'wx' });
  renameSync(beside, letter);
  return letter;
}

/** @returns whether it was still there */
function takeAway(letter: string): boolean {
  try {
    rmSync(letter);
    return true;
  } catch {
    return false;
  }
}

/** Looks for letters as long as the program runs. @param put is given the path of each pack */
export function takeHandedOver(dataFolder: string, put: (pack: string) => void): () => void {
  const folder = join(dataFolder, lettersFolder);
  const looking = setInterval(() => {
    for (const pack of readLetters(folder)) put(pack);
  }, BETWEEN_LOOKS_MILLISECONDS);
  looking.unref();
  return () => clearInterval(looking);
}

function readLetters(folder: string): string[] {
  try {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.filter((name) => name.endsWith(ENDING)).flatMap((name) => readLetter(join(folder, name)));
  } catch {
    return [];
  }
}

/** At most one path. */
function readLetter(letter: string): string[] {
  const pack = packIn(letter);
  // What cannot be taken away is not acted upon: it would be again at every look.
  return takeAway(letter) && pack !== null ? [pack] : [];
}

/** Null for what no second start of the same account wrote just now. */
function packIn(letter: string): string | null {
  let handle: number | null = null;
  try {
    handle = openSync(letter, constants.O_RDONLY | constants.O_NOFOLLOW);
    const { size, uid, mtimeMs } = fstatSync(handle);
    const isOwn = process.getuid === undefined || uid === process.getuid();
    const isWaitedFor = Date.now() - mtimeMs < 2 * PATIENCE_MILLISECONDS;
    if (!isOwn || !isWaitedFor || size > LONGEST_LETTER_BYTES) return null;
    const { pack } = JSON.parse(readFileSync(handle, 'utf8')) as { pack?: unknown };
    return typeof pack === 'string' && isAbsolute(pack) && isPack(pack) ? pack : null;
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
