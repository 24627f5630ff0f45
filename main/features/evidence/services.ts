import { randomUUID } from 'node:crypto';
import type { evidence as contract } from '#shared/contract/evidence.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile } from '#main/core/files/kept-files.ts';
import type { Services } from '#main/core/handlers.ts';
import { requireAttachable } from '#main/features/attachments/forbidden-files.ts';

export const evidenceServices: Services<typeof contract, ServiceContext> = {
  async add({ fileToken, ...cell }, { core, caller }) {
    const { path, name, sha256, bytes } = requireAttachable(core.files.uploaded(fileToken));
    keepFile(core.dataFolder, path, sha256);
    const row = { ...cell, name, bytes, sha256 };
    return (await core.write('evidence.attach', row, caller, randomUUID())) as { uid: string };
  },
};
