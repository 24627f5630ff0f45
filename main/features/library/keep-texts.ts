import { randomUUID } from 'node:crypto';
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
    await core.write(KEEP, { uid, ...read }, caller, randomUUID());
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
  let waiting: NodeJS.Timeout | null = null;
  let working = false;

  function look(milliseconds: number): void {
    waiting ??= setTimeout(() => void work(), milliseconds).unref();
  }

  async function work(): Promise<void> {
    waiting = null;
    if (working) return look(GATHER_MILLISECONDS);
    working = true;
    // A core that is closing answers no more; what was not read is read after the next start.
    await readUntried(core, caller).catch(() => undefined);
    working = false;
  }

  core.onChanged((changes) => {
    if (changes.some(({ table }) => table === 'attachment')) look(GATHER_MILLISECONDS);
  });
  look(FIRST_LOOK_MILLISECONDS);
}

/** One entry after another until all files have been tried. */
export async function readUntried(core: Core, caller: Caller): Promise<void> {
  // One that breaks its job off is left to the next start.
  const tried = new Set<string>();
  for (;;) {
    const untried = (await core.read('library.untriedFiles', null, caller)) as UntriedFile[];
    const next = untried.find(({ attachmentUid }) => !tried.has(attachmentUid));
    if (next === undefined) return;
    const { entryUid, attachmentUid } = next;
    tried.add(attachmentUid);
    const file = await fileToRead(core, caller, attachmentUid).catch(() => null);
    if (file === null) await keepLost(core, caller, next);
    else await startReading(core, caller, entryUid, [file], () => undefined).finished;
  }
}

async function keepLost(
  core: Core,
  caller: Caller,
  { entryUid: uid, attachmentUid }: UntriedFile,
): Promise<void> {
  const unread = [{ attachmentUid, reason: '附件的内容找不到了，请重新添加。' }];
  await core.write(KEEP, { uid, files: [], unread }, caller, randomUUID());
}
