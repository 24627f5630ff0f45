import { type } from '@orpc/contract';
import * as z from 'zod';
import { packRules, type PackHeader, type PackPlan } from '../rules/exchange/model.ts';
import { packTopics } from '../rules/exchange/topics.ts';
import { filePassword, textSchema, uidSchema } from './fields.ts';
import { exporting, read, reversible, service } from './operation.ts';

/** A pack that was read and waits to be merged. */
export interface WaitingPack {
  stagedUid: string;
  header: PackHeader;
}

export interface PackPreview extends Omit<PackPlan, 'conflicts' | 'changes' | 'leftOut'> {
  header: PackHeader;
  /** Up to `MOST_SHOWN` of each; how many there are stands beside. */
  conflicts: PackPlan['conflicts'];
  conflictCount: number;
  changes: PackPlan['changes'];
  changeCount: number;
  leftOut: PackPlan['leftOut'];
  leftOutCount: number;
  adds: number;
  /** Of what was looked at: merging refuses where it is another by then. */
  digest: string;
}

/** Of the conflicts of a pack those that are shown to be decided one by one; what lies beyond is decided by a rule. */
export const MOST_SHOWN = 10_000;

const answersSchema = z.record(uidSchema, z.string().max(60));
const idSchema = z.string().max(200);

/** Data exchange (数据交换): parts of the data between PCs, and all of them out of the program and in again. */
export const exchange = {
  /** Periods of assessment whose scores a pack can hold, the latest first. */
  periods: read('可以打包的考核周期', 'exchange').output(type<{ uid: string; title: string }[]>()),
  /** Starts a job; its result is a WrittenFile. */
  make: exporting('制作数据包', 'exchange')
    .input(
      z.object({
        topics: z
          .array(z.enum(packTopics.map(({ key }) => key)))
          .min(1, '请选择要打包的内容')
          .max(packTopics.length),
        /** With all below them; none: the whole office. */
        organizationUids: z.array(uidSchema).max(500, '一次最多选 500 个机构'),
        /** Of the scores. */
        periodUid: uidSchema.nullable(),
        withFiles: z.boolean(),
        password: z
          .string()
          .min(filePassword.least, `密码至少 ${filePassword.least} 个字`)
          .max(filePassword.most, `密码最多 ${filePassword.most} 个字`),
      }),
    )
    .output(type<{ jobUid: string }>()),
  /** The pack that was opened from the desktop, as a chosen file; once, and null where there is none. */
  takeHanded: service('打开双击的数据包', 'exchange').output(type<{ token: string; name: string } | null>()),
  /** Starts a job; its result is a WaitingPack. Nothing but attachments is stored until `merge`. */
  open: service('打开数据包', 'exchange')
    .input(z.object({ fileToken: uidSchema, password: z.string().max(filePassword.most) }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job; its result is a PackPreview. */
  preview: service('合并前核对', 'exchange')
    .input(z.object({ stagedUid: uidSchema, answers: answersSchema }))
    .output(type<{ jobUid: string }>()),
  /** All of it at once, as it was shown. */
  merge: reversible('合并数据包', 'exchange')
    .input(
      z.object({
        stagedUid: uidSchema,
        answers: answersSchema,
        digest: z.string().regex(/^[0-9a-f]{64}$/u),
        /** For cells that are not decided one by one; null: there are none. */
        rule: z.enum(packRules).nullable(),
        decisions: z
          .record(idSchema, z.enum(packRules))
          .refine((given) => Object.keys(given).length <= MOST_SHOWN, '一处一处选的太多，请按一种办法定'),
      }),
    )
    .output(type<{ added: number; changed: number }>()),

  /** Starts a job; its result is a WrittenFolder, or of a .zip a WrittenFile. */
  exportAll: exporting('导出全部数据', 'direct')
    .input(z.object({ as: z.enum(['folder', 'zip']) }))
    .output(type<{ jobUid: string }>()),
  /** Starts a job that puts an export of everything into a program without data; it is there at the next start. */
  importAll: service('导入全部数据', 'open')
    .input(z.object({ folder: textSchema('导出的文件夹', 500) }))
    .output(type<{ jobUid: string }>()),
};
