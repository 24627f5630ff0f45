import { type } from '@orpc/contract';
import * as z from 'zod';
import { type WaterState, waterStateValues } from '../rules/water-sources/states.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

const checkSchema = z
  .object({
    day: daySchema,
    checker: nameSchema('检查人'),
    /** Null where it could not be told. */
    state: z.enum(waterStateValues).nullable(),
    /** Thousandths of MPa; null: not measured. */
    pressure: z.int('请填写数字').min(0, '水压不能小于 0').max(10_000, '水压不能大于 10 MPa').nullable(),
    /** 1 there, 0 not; null: not looked at. */
    sign: z.union([z.literal(0), z.literal(1)]).nullable(),
    /** Why it could not be tested (无法测试); empty: it was. */
    untested: textSchema('无法测试的原因', 100),
    note: textSchema('备注', 500),
  })
  .refine(({ state, untested }) => state !== null || untested !== '', {
    message: '请选择检查到的状态，或者写上无法测试的原因',
    path: ['state'],
  })
  .refine(({ state, untested }) => state === null || untested === '', {
    message: '写了无法测试的原因，就请不要选状态；测试了的，请清空原因',
    path: ['untested'],
  });
export type WaterCheckFields = z.infer<typeof checkSchema>;

export interface WaterCheck extends WaterCheckFields {
  uid: string;
  state: WaterState | null;
}

/** Looking after water sources (消防水源的检查): the latest check tells the state of the source. */
export const waterChecks = {
  /** Of one source, the latest first. */
  list: read('水源检查记录')
    .input(z.object({ sourceUid: uidSchema }))
    .output(type<WaterCheck[]>()),
  /** The same was found at all of them. */
  enter: reversible('登记水源检查', 'editTasks')
    .input(
      z.object({
        sourceUids: z.array(uidSchema).min(1, '请至少选择一处水源').max(5_000, '一次最多 5000 处'),
        check: checkSchema,
      }),
    )
    .output(type<{ checked: number }>()),
  remove: reversible('删除水源检查', 'editTasks')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
};
