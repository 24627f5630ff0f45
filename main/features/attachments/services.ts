import { randomUUID } from 'node:crypto';
import type { attachments as contract } from '#shared/contract/attachments.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile, keptFile } from '#main/core/files/kept-files.ts';
import type { Services } from '#main/core/handlers.ts';

export const attachmentServices: Services<typeof contract, ServiceContext> = {
  async add({ subject, fileToken }, { core, caller }) {
    const { path, name, sha256, bytes } = core.files.uploaded(fileToken);
    // The bytes first: a row never names a file that is not there.
    keepFile(core.dataFolder, path, sha256);
    const row = { subject, name, bytes, sha256 };
    return (await core.write('attachments.attach', row, caller, randomUUID())) as { uid: string };
  },

  async take({ uid }, { core, caller }) {
    const { name, sha256 } = (await core.read('attachments.content', { uid }, caller)) as {
      name: string;
      sha256: string;
    };
    return core.files.lend(await keptFile(core.dataFolder, sha256), name);
  },
};
