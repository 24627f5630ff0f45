import { randomUUID } from 'node:crypto';
import { AppError } from '#shared/errors.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';
import type { Job } from '#main/core/jobs/jobs.ts';
import { keptAttachment } from '#main/features/attachments/kept-attachment.ts';
import type { FileToRead, ReadFileTexts, UntriedFile } from './file-texts.ts';

type Core = Pick<CoreServices, 'read' | 'write' | 'jobs' | 'publisher' | 'dataFolder'>;

/** The window is up by then, and the clerk at work. */
const FIRST_LOOK_MILLISECONDS = 45_000;
/** Several files that are attached one after another are read together. */
const GATHER_MILLISECONDS = 1_000;

const KEEP = 'library.keepFileTexts';

/** Reads files of an entry and keeps what was read, in a job. @param after told which could not be read */
export function startReading(
  core: Core,
  caller: Caller,
  uid: string,
  files: readonly FileToRead[],
  after: (unread: ReadFileTexts['unread']) => void,
): Job {
  return core.jobs.start('library.readFiles', '读入附件文字', files, async (result) => {
    const read = result as ReadFileTexts;
    const unread = read.unread.flatMap(({ mayDoAgain, ...one }) => (mayDoAgain ? [] : [one]));
    if (read.files.length + unread.length > 0)
      await core.write(KEEP, { uid, files: read.files, unread }, caller, randomUUID());
    const changes = [{ table: 'library_clause', uids: null }];
    const { windowUid, userName } = caller;
    const event = {
      kind: 'changed',
      operation: KEEP,
      label: '读入附件文字',
      windowUid,
      userName,
      changes,
    } as const;
    // Of those that could not be read no logged row tells.
    core.publisher.publish('event', { event, owner: null });
    after(read.unread);
    return null;
  });
}

/** The file as the job reads it. @throws AppError fileRefused when its bytes are gone */
export async function fileToRead(core: Core, caller: Caller, attachmentUid: string): Promise<FileToRead> {
  const { path, name } = await keptAttachment(attachmentUid, { core, caller });
  return { attachmentUid, path, name };
}

/**
 * Reads the words of attached files that nobody has tried yet, each once: those that are there soon after the start,
 * others when they are attached. The program is never kept from ending by it.
 */
export function keepTexts(core: Core & Pick<CoreServices, 'onChanged'>, host: Caller['host']): void {
  const caller: Caller = { userUid: null, userName: '程序', roles: null, windowUid: 'core', host };
  const tried = new Set<string>();
  let waiting: NodeJS.Timeout | null = null;
  let working = false;

  function look(): void {
    waiting ??= setTimeout(() => void work(), GATHER_MILLISECONDS).unref();
  }

  async function work(): Promise<void> {
    waiting = null;
    if (working) return look();
    working = true;
    // A core that is closing answers no more; what was not read is read after the next start.
    await readUntried(core, caller, tried).catch(() => undefined);
    working = false;
  }

  core.onChanged((changes) => {
    if (changes.some(({ table }) => table === 'attachment')) look();
  });
  setTimeout(look, FIRST_LOOK_MILLISECONDS).unref();
}

/**
 * One file after another until all have been tried.
 * @param tried those that are left to the next start, or to who asks for them: their reading broke off
 */
export async function readUntried(core: Core, caller: Caller, tried: Set<string> = new Set()): Promise<void> {
  let after = 0;
  for (;;) {
    const untried = (await core.read('library.untriedFiles', { after }, caller)) as UntriedFile[];
    for (const file of untried)
      if (!tried.has(file.attachmentUid) && !(await tryFile(core, caller, file, tried))) return;
    const last = untried.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

/**
 * What goes wrong for another reason than the file itself is noted nowhere, and hinders no other file.
 * @returns false when the program is closing
 */
async function tryFile(core: Core, caller: Caller, file: UntriedFile, tried: Set<string>): Promise<boolean> {
  const { entryUid, attachmentUid } = file;
  try {
    const toRead = await fileToRead(core, caller, attachmentUid);
    let isLeft = false;
    const noteLeft = (unread: ReadFileTexts['unread']): void => {
      isLeft = unread.some(({ mayDoAgain }) => mayDoAgain);
    };
    const { status } = await startReading(core, caller, entryUid, [toRead], noteLeft).finished;
    if (status === 'failed' || isLeft) tried.add(attachmentUid);
    return status !== 'cancelled';
  } catch (error) {
    if (error instanceof AppError && error.code === 'fileRefused') await keepLost(core, caller, file, error);
    return true;
  }
}

async function keepLost(
  core: Core,
  caller: Caller,
  { entryUid: uid, attachmentUid }: UntriedFile,
  { message }: AppError,
): Promise<void> {
  const unread = [{ attachmentUid, reason: message }];
  // Where this cannot be written the next round finds the same.
  await core.write(KEEP, { uid, files: [], unread }, caller, randomUUID()).catch(() => undefined);
}
