/**
 * A data pack that was double-clicked while another program of the same clerk has the data open.
 * What: the second start leaves a letter with the pack's path in DATA/handed-over. The program that runs looks there as
 * long as a page of it is open to show the pack; it renames the letter that it accepts and opens the pack. The second
 * start sees that and ends; a letter that nobody accepts in time it takes back.
 * Why no route: a folder that only this account of the PC can write to is the secret itself. There is no port to find, no
 * token to steal, and nothing that a page could ask for.
 * Invariant: a letter is acted upon only once it is renamed, and never where another account wrote it.
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
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join, win32 } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeFolder, removeIfOlder, removeIfThere } from '../core/files/place-file.ts';
import { isPack } from './arguments.ts';

const lettersFolder = 'handed-over';
const ENDING = '.json';
/** Of a letter that was accepted. */
const TAKEN = '.taken';
const BETWEEN_LOOKS_MILLISECONDS = 500;
const PATIENCE_MILLISECONDS = 5_000;
/** What is older nobody waits for. */
const LETTER_MILLISECONDS = 2 * PATIENCE_MILLISECONDS;
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
    removeIfThere(letter);
    const taken = `${letter}${TAKEN}`;
    const isTaken = existsSync(taken);
    // A scanner may hold it: then it goes at a later look.
    removeIfThere(taken);
    return isTaken;
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

interface Taker {
  /** Whether a page is there that will show the pack. */
  mayTake: () => boolean;
  /** Is given the path of each pack. */
  put: (pack: string) => void;
}

/** Looks for letters as long as the program runs. @returns ends that */
export function takeHandedOver(dataFolder: string, { mayTake, put }: Taker): () => void {
  if (!isOwnFolder(dataFolder)) return () => undefined;
  const folder = join(dataFolder, lettersFolder);
  const looking = setInterval(() => {
    if (!mayTake()) return;
    for (const pack of readLetters(folder)) put(pack);
  }, BETWEEN_LOOKS_MILLISECONDS);
  looking.unref();
  return () => clearInterval(looking);
}

/**
 * Windows does not say who wrote a file: there only what lies in the account's own folders, which are closed to others,
 * is known to be its own.
 */
export function isOwnFolder(
  dataFolder: string,
  platform: string = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (platform !== 'win32') return true;
  return [env['LOCALAPPDATA'], env['USERPROFILE']].some((own) => {
    if (own === undefined || own === '') return false;
    const way = win32.relative(own, dataFolder);
    return way !== '..' && !way.startsWith('..\\') && !win32.isAbsolute(way);
  });
}

function readLetters(folder: string): string[] {
  try {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    // Of a second start that ended before it was done.
    for (const name of names)
      if (!name.endsWith(ENDING)) removeIfOlder(join(folder, name), LETTER_MILLISECONDS);
    return names.filter((name) => name.endsWith(ENDING)).flatMap((name) => readLetter(join(folder, name)));
  } catch {
    return [];
  }
}

/** At most one path. */
function readLetter(letter: string): string[] {
  const pack = packIn(letter);
  if (pack === null) {
    removeIfThere(letter);
    return [];
  }
  try {
    renameSync(letter, `${letter}${TAKEN}`);
    return [pack];
  } catch {
    // Taken back meanwhile. What cannot be renamed is not acted upon: it would be again at every look.
    return [];
  }
}

/** Null for what no second start of the same account wrote just now. */
function packIn(letter: string): string | null {
  let handle: number | null = null;
  try {
    // A pipe would keep the program waiting.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    handle = openSync(letter, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const found = fstatSync(handle);
    const isOwn = process.getuid === undefined || found.uid === process.getuid();
    const isLetter = found.isFile() && found.size <= LONGEST_LETTER_BYTES;
    if (!isOwn || !isLetter || Date.now() - found.mtimeMs >= LETTER_MILLISECONDS) return null;
    const { pack } = JSON.parse(readFileSync(handle, 'utf8')) as { pack?: unknown };
    return typeof pack === 'string' && isAbsolute(pack) && !isOfNetwork(pack) && isPack(pack) ? pack : null;
  } catch {
    return null;
  } finally {
    if (handle !== null) closeSync(handle);
  }
}

/** Asking another computer for it would show it the account's name and a proof of its password. */
function isOfNetwork(path: string): boolean {
  return /^[\\/]{2}/u.test(path);
}
