import { randomUUID } from 'node:crypto';
import type { attachments as contract } from '#shared/contract/attachments.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import type { Services } from '#main/core/handlers.ts';
import { keptAttachment } from './kept-attachment.ts';

export const attachmentServices: Services<typeof contract, ServiceContext> = {
  async add({ subject, fileToken }, { core, caller }) {
    const { path, name, sha256, bytes } = core.files.uploaded(fileToken);
    // The bytes first: a row never names a file that is not there.
    keepFile(core.dataFolder, path, sha256);
    const row = { subject, name, bytes, sha256 };
    return (await core.write('attachments.attach', row, caller, randomUUID())) as { uid: string };
  },

  async take({ uid }, { core, caller }) {
    const { path, name } = await keptAttachment(uid, { core, caller });
    return core.files.lend(path, name);
  },
};
