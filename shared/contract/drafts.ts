import { type } from '@orpc/contract';
import * as z from 'zod';
import { read, service } from './operation.ts';

/** What somebody was writing when a window was closed, or is writing in another one. */
export interface Draft {
  /** JSON text of the page's own form. */
  content: string;
  /** Instant, UTC milliseconds. */
  updatedAt: number;
  /** Of this very window. */
  own: boolean;
}

/** Which paper or form is being written: 'papers/UID'. */
const documentSchema = z.string().regex(/^[a-zA-Z]{2,30}\/[0-9a-zA-Z/-]{1,60}$/, '草稿的名称不正确');

/** Texts being written, kept at every pause outside the log; the operation that saves a text ends its window's draft. */
export const drafts = {
  /** The user's own drafts of one document, the newest first. */
  of: read('查看草稿')
    .input(z.object({ document: documentSchema }))
    .output(type<Draft[]>()),
  /** Durable when it answers. */
  keep: service('自动保存')
    .input(
      z.object({ document: documentSchema, content: z.string().max(4_000_000, '内容太长，不能自动保存') }),
    )
    .output(type<{ keptAt: number }>()),
  /** Ends the draft of this window, or those that the user has of the document from other windows. */
  discard: service('放弃草稿')
    .input(z.object({ document: documentSchema, which: z.enum(['own', 'others']) }))
    .output(type<{ discarded: boolean }>()),
};
