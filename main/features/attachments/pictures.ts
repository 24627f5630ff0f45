import { PHOTO_LIMIT_BYTES } from '#shared/contract/attachments.ts';
import { AppError } from '#shared/errors.ts';
import type { FinishedUpload } from '#main/core/files/files.ts';
import { headOf } from './head-of.ts';

const THUMBNAIL_LIMIT_BYTES = 512 * 1_024;

/** How files of each kind begin, as far as pages can show them. */
const beginnings: readonly RegExp[] = [
  /^\u00FF\u00D8\u00FF/u,
  /^\u0089PNG\r\n/u,
  /^GIF8/u,
  /^BM/u,
  /^RIFF[\s\S]{4}WEBP/u,
];

/** @throws AppError fileRefused for what is no picture or too large */
export function requirePhoto({ path, name, bytes }: FinishedUpload): void {
  if (bytes > PHOTO_LIMIT_BYTES) throw refused(`照片“${name}”超过 30 MB，请在看图软件里缩小后再添加。`);
  const head = headOf(path);
  if (!beginnings.some((beginning) => beginning.test(head)))
    throw refused(`“${name}”不是照片。请选择 JPG、PNG 格式的照片；其他材料请作为附件添加。`);
}

/** Made by the page itself, so anything else is no clerk's fault. */
export function requireThumbnail({ path, bytes }: FinishedUpload): void {
  if (bytes > THUMBNAIL_LIMIT_BYTES || !headOf(path).startsWith('\u00FF\u00D8\u00FF'))
    throw new AppError('badInput', { detail: '照片的缩略图不对，请重新添加' });
}

function refused(reason: string): AppError {
  return new AppError('fileRefused', { reason });
}
