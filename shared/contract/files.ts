import { type } from '@orpc/contract';
import * as z from 'zod';
import { nameSchema, uidSchema } from './fields.ts';
import { service } from './operation.ts';

/** A chunk is at most 1 MiB of bytes, as base64 so that both carriers treat it alike. */
export const CHUNK_BYTES = 1_048_576;
export const UPLOAD_LIMIT_BYTES = 64 * 1_048_576;

/** A file that the core wrote for the clerk. */
export interface WrittenFile {
  token: string;
  name: string;
  folder: string;
  bytes: number;
  /** What the clerk has to look at before it goes out, in Chinese. */
  remarks?: string[];
}

/** A folder of files that the core wrote for the clerk. */
export interface WrittenFolder {
  token: string;
  name: string;
  /** Where it lies. */
  folder: string;
  files: number;
  /** Of all its files. */
  bytes: number;
  /** As those of a file. */
  remarks?: string[];
}

export const files = {
  begin: service('选择文件')
    .input(
      z.object({
        name: nameSchema('文件名', 255),
        bytes: z
          .int()
          .min(0)
          .max(UPLOAD_LIMIT_BYTES, '文件超过 64 MB，请删去多余的内容，或分成几个文件再选择'),
      }),
    )
    .output(type<{ token: string }>()),
  append: service('选择文件')
    .input(
      z.object({
        token: uidSchema,
        offset: z.int().min(0),
        data: z.base64().max(Math.ceil(CHUNK_BYTES / 3) * 4),
      }),
    )
    .output(type<{ received: number }>()),
  finish: service('选择文件')
    .input(z.object({ token: uidSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .output(type<{ token: string }>()),
  /** Of those that are not needed any more; what is gone already is none of it. */
  discard: service('放弃选择的文件')
    .input(z.object({ tokens: z.array(uidSchema).max(1_000) }))
    .output(type<{ discarded: number }>()),
  open: service('打开文件', 'signedIn')
    .input(z.object({ token: uidSchema }))
    .output(type<{ opened: boolean }>()),
  reveal: service('打开所在文件夹', 'signedIn')
    .input(z.object({ token: uidSchema }))
    .output(type<{ opened: boolean }>()),
};
