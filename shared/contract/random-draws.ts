import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Paper } from '../rules/papers/model.ts';
import type { DrawStatus } from '../rules/random-inspection/model.ts';
import type { LeftOut, Witness } from '../rules/random-inspection/pool.ts';
import { nameSchema, textSchema, uidSchema } from './fields.ts';
import { compensated, exporting, read } from './operation.ts';
import { formFormats } from './papers.ts';

/** YYYY-MM */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u, '请选择月份');

export interface RandomDraw {
  uid: string;
  /** 2026-003 */
  number: string;
  planTitle: string;
  month: string;
  status: DrawStatus;
  day: string;
  fingerprint: string;
  /** Instants, UTC milliseconds. */
  frozenAt: number;
  frozenBy: string;
  drawnAt: number | null;
  drawnBy: string;
  cancelledAt: number | null;
  cancelledBy: string;
  cancelReason: string;
  /** How many came out; 0 while it is frozen. */
  drawn: number;
}

export interface DrawnClass {
  name: string;
  count: number;
  available: number;
}

export interface DrawnTarget {
  uid: string;
  className: string;
  name: string;
  place: string;
  inspectors: { name: string; certificate: string }[];
}

export interface RandomDrawDetail extends RandomDraw {
  perObject: number;
  classes: DrawnClass[];
  objects: number;
  inspectors: number;
  leftOut: LeftOut[];
  witnesses: Witness[];
  seed: string;
  targets: DrawnTarget[];
}

const byUid = z.object({ uid: uidSchema });
const reasonSchema = textSchema('作废的原因', 200).min(1, '请填写作废的原因');

/** Draws: frozen, drawn once from what the witnesses gave, or given up with a reason. */
export const randomDraws = {
  draws: read('双随机抽取记录').output(type<RandomDraw[]>()),
  draw: read('查看双随机抽取').input(byUid).output(type<RandomDrawDetail>()),
  /** What can be drawn for a month of a plan, from now on unchanged. */
  freeze: compensated('冻结抽取名单', 'editInspections', '作废这次抽取')
    .input(
      z.object({
        planUid: uidSchema,
        month: monthSchema,
        classUids: z.array(uidSchema).min(1, '请至少选择一个类别').max(50),
      }),
    )
    .output(type<{ uid: string }>()),
  drawNow: compensated('双随机抽取', 'editInspections', '作废这次抽取')
    .input(
      z.object({
        uid: uidSchema,
        /** As the page shows it. */
        fingerprint: z.string().max(64),
        witnesses: z
          .array(
            z.object({
              name: nameSchema('见证人', 30),
              text: textSchema('见证人的输入', 60).min(1, '请填写见证人的输入'),
            }),
          )
          .min(1, '至少要有一名见证人')
          .max(9, '最多 9 名见证人'),
      }),
    )
    .output(type<{ drawn: number }>()),
  cancelDraw: compensated('作废双随机抽取', 'editInspections', '重新抽取')
    .input(byUid.extend({ reason: reasonSchema }))
    .output(type<{ uid: string }>()),
  certificate: read('双随机抽取证书').input(byUid).output(type<Paper>()),
  writeCertificate: exporting('导出抽取证书')
    .input(byUid.extend({ format: z.enum(formFormats) }))
    .output(type<{ jobUid: string }>()),
  /** The file that `verify-draw` reads. */
  exportCertificate: exporting('导出抽取证书文件').input(byUid).output(type<{ jobUid: string }>()),
  exportDrawn: exporting('导出抽取结果名单').input(byUid).output(type<{ jobUid: string }>()),
};
