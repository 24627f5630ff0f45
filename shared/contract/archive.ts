import { type } from '@orpc/contract';
import * as z from 'zod';
import { nameSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, final, read, service } from './operation.ts';

/** What an archive of a year would hold (年度归档). */
export interface YearSurvey {
  year: number;
  /** In the order of their folders. */
  parts: { key: string; name: string; unit: string; count: number }[];
  /** What is not finished yet, in sentences. */
  warnings: string[];
}

/** An archive that was made. */
export interface MadeArchive {
  uid: string;
  year: number;
  /** Of its folder or .zip, and where that was put. */
  name: string;
  folder: string;
  files: number;
  bytes: number;
  /** How many things were left out. */
  leftOut: number;
  /** What was not finished then. */
  warnings: string[];
  /** SHA-256 of its list of checksums. */
  fingerprint: string;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  madeBy: string;
}

const yearSchema = z.object({ year: z.int().min(1950).max(2200) });
const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/u, '校验值不正确');

export const archive = {
  /** The latest first. */
  list: read('归档记录').output(type<MadeArchive[]>()),
  /** The years of which there is something, the latest first. */
  years: read('可以归档的年度').output(type<number[]>()),
  /** Starts a job; its result is a YearSurvey. */
  survey: service('查看年度内容').input(yearSchema).output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a WrittenFolder, or of a .zip a WrittenFile. */
  write: exporting('年度归档')
    .input(yearSchema.extend({ as: z.enum(['folder', 'zip']).default('folder') }))
    .output(type<{ jobUid: string }>()),
  /** Enters an archive that was written. */
  register: final('登记归档', 'export')
    .input(
      yearSchema.extend({
        name: nameSchema('文件夹名称', 255),
        folder: textSchema('位置', 4_000),
        files: z.int().min(0),
        bytes: z.int().min(0),
        leftOut: z.int().min(0),
        warnings: z.array(z.string().max(1_000)).max(1_000),
        fingerprint: fingerprintSchema,
      }),
    )
    .output(type<{ uid: string }>()),
  /** Shows its folder, where the PC can and it is still there. */
  reveal: service('打开归档文件夹', 'export')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ opened: boolean }>()),
};
