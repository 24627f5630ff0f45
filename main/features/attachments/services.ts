import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { attachments as contract } from '#shared/contract/attachments.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { keepFile, keptFile } from '#main/core/files/kept-files.ts';
import type { Services } from '#main/core/handlers.ts';
import { requireAttachable } from './forbidden-files.ts';
import type { AttachmentContent } from './index.ts';
import { keptAttachment } from './kept-attachment.ts';
import { requirePhoto, requireThumbnail } from './pictures.ts';

export const attachmentServices: Services<typeof contract, ServiceContext> = {
  async add({ subject, fileToken }, { core, caller }) {
    const { path, name, sha256, bytes } = requireAttachable(core.files.uploaded(fileToken));
    // The bytes first: a row never names a file that is not there.
    keepFile(core.dataFolder, path, sha256);
    const row = { subject, name, bytes, sha256, thumbnail: null };
    return (await core.write('attachments.attach', row, caller, randomUUID())) as { uid: string };
  },

  async addPhoto({ subject, fileToken, thumbnailToken }, { core, caller }) {
    const photo = core.files.uploaded(fileToken);
    const small = core.files.uploaded(thumbnailToken);
    requirePhoto(photo);
    requireThumbnail(small);
    keepFile(core.dataFolder, photo.path, photo.sha256);
    keepFile(core.dataFolder, small.path, small.sha256);
    const { name, sha256, bytes } = photo;
    const row = { subject, name, bytes, sha256, thumbnail: small.sha256 };
    return (await core.write('attachments.attach', row, caller, randomUUID())) as { uid: string };
  },

  async thumbnail({ uid }, { core, caller }) {
    const { thumbnail } = (await core.read('attachments.content', { uid }, caller)) as AttachmentContent;
    if (thumbnail === null) throw new AppError('notFound', { what: '这张照片' });
    const bytes = await readFile(await keptFile(core.dataFolder, thumbnail));
    return { url: `data:image/jpeg;base64,${bytes.toString('base64')}` };
  },

  async take({ uid }, { core, caller }) {
    const { path, name, sha256 } = await keptAttachment(uid, { core, caller });
    const lent = core.files.lend(path, name);
    const summary = `${name}，SHA-256 ${sha256}`;
    await core.record({ name: 'attachments.take', label: '打开附件', summary, outcome: 'done' }, caller);
    return lent;
  },
};
