import { type } from '@orpc/contract';
import * as z from 'zod';
import type { WrittenFile } from './files.ts';
import { nameSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible, service } from './operation.ts';

/** What a file belongs to: a step of a task, a paper, a reply, a meeting. */
const subjectSchema = z.object({ kind: z.string().regex(/^[a-zA-Z]{2,40}$/), uid: uidSchema });
export type AttachmentSubject = z.infer<typeof subjectSchema>;

export interface Attachment {
  uid: string;
  name: string;
  bytes: number;
  note: string;
  /** Instant, UTC milliseconds. */
  addedAt: number;
  addedBy: string;
  /** It is a photo with a small picture of its own. */
  isPhoto: boolean;
}

export const PHOTO_LIMIT_BYTES = 30 * 1_048_576;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, '文件的校验值不正确');

/** Files kept beside the rows that they prove: stored once by content, never changed. */
export const attachments = {
  list: read('附件列表').input(subjectSchema).output(type<Attachment[]>()),
  /** Keeps an uploaded file and attaches it; the same file twice is attached once. */
  add: service('上传附件', 'attachFiles')
    .input(z.object({ subject: subjectSchema, fileToken: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The same for a photo, with the small JPEG that its page has made of it. */
  addPhoto: service('添加照片', 'attachFiles')
    .input(z.object({ subject: subjectSchema, fileToken: uidSchema, thumbnailToken: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The small picture of a photo, as a data URL. */
  thumbnail: service('查看照片')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ url: string }>()),
  /** The row of a file that is kept already. */
  attach: reversible('添加附件', 'attachFiles')
    .input(
      z.object({
        subject: subjectSchema,
        name: nameSchema('文件名', 255),
        bytes: z.int().min(0),
        sha256: sha256Schema,
        thumbnail: sha256Schema.nullable().default(null),
      }),
    )
    .output(type<{ uid: string }>()),
  setNote: reversible('修改附件说明', 'attachFiles')
    .input(z.object({ uid: uidSchema, note: textSchema('说明', 200) }))
    .output(type<{ uid: string }>()),
  remove: reversible('移除附件', 'attachFiles')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  /** A copy to be opened or downloaded; the kept file itself is never handed out. */
  take: service('打开附件')
    .input(z.object({ uid: uidSchema }))
    .output(type<WrittenFile>()),
};
