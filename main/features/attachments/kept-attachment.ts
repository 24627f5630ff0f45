import type { AttachmentSubject } from '#shared/contract/attachments.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
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
  { core, caller }: Pick<ServiceContext, 'core' | 'caller'>,
): Promise<KeptAttachment> {
  const found = (await core.read('attachments.content', { uid }, caller)) as AttachmentContent;
  const path = await keptFile(core.dataFolder, found.sha256);
  return { path, name: found.name, sha256: found.sha256, subject: found.subject };
}
