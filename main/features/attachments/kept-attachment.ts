import type { AttachmentSubject } from '#shared/contract/attachments.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';
import { keptFile } from '#main/core/files/kept-files.ts';
import type { AttachmentContent } from './index.ts';

interface KeptAttachment {
  /** The kept file itself: to be read or copied, never handed out. */
  path: string;
  name: string;
  sha256: string;
  subject: AttachmentSubject;
}

/** @throws AppError notFound; fileRefused when its bytes are gone or damaged */
export async function keptAttachment(
  uid: string,
  { core, caller }: { core: Pick<CoreServices, 'read' | 'dataFolder'>; caller: Caller },
): Promise<KeptAttachment> {
  const found = (await core.read('attachments.content', { uid }, caller)) as AttachmentContent;
  const path = await keptFile(core.dataFolder, found.sha256);
  return { path, name: found.name, sha256: found.sha256, subject: found.subject };
}
