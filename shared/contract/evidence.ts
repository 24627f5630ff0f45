import { type } from '@orpc/contract';
import * as z from 'zod';
import { uidSchema } from './fields.ts';
import { read, reversible, service } from './operation.ts';

/** An item of one object that evidence (佐证材料) was handed in for. */
export interface EvidenceCell {
  /** Whose attachments the files are. */
  uid: string;
  objectUid: string;
  indicatorUid: string;
  fileCount: number;
}

/** Files of evidence are attachments of this kind. */
export const EVIDENCE_FILES = 'scoreEvidence';

const cellFields = { groupUid: uidSchema, objectUid: uidSchema, indicatorUid: uidSchema };

export const evidence = {
  ofGroup: read('考核组的佐证材料')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<EvidenceCell[]>()),
  /** Keeps an uploaded file as evidence of an item. */
  add: service('上传佐证材料', 'attachFiles')
    .input(z.object({ ...cellFields, fileToken: uidSchema }))
    .output(type<{ uid: string }>()),
  /** The row of a file that is kept already. */
  attach: reversible('添加佐证材料', 'attachFiles')
    .input(
      z.object({
        ...cellFields,
        name: z.string().min(1).max(255),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, '文件的校验值不正确'),
      }),
    )
    .output(type<{ uid: string }>()),
  /** The files of a good practice (经验做法), for which an item gives a bonus. */
  addPractice: reversible('用经验做法作佐证材料', 'attachFiles')
    .input(z.object({ ...cellFields, practiceUid: uidSchema }))
    .output(type<{ title: string; fileCount: number }>()),
};
