import { type } from '@orpc/contract';
import * as z from 'zod';
import { discreditLevels } from '../rules/credit/levels.ts';
import { daySchema, nameSchema, textSchema, uidSchema } from './fields.ts';
import { reversible } from './operation.ts';

const byUid = z.object({ uid: uidSchema });
const onDay = byUid.extend({ day: daySchema });
const number = textSchema('文号', 60);
const longText = (what: string) => textSchema(what, 1_000).min(1, `请填写${what}`);
const done = type<{ uid: string }>();

/** The steps of a discredit decision and of its repair; part of `credit`. The uid is the decision's. */
export const creditCourse = {
  beginDecision: reversible('拟认定失信', 'editInspections')
    .input(
      z.object({
        enterpriseUid: uidSchema,
        level: z.enum(discreditLevels),
        day: daySchema,
        reason: longText('失信事实'),
        eventUids: z.array(uidSchema).min(1, '请选择据以认定的信用事项').max(100, '最多 100 项'),
      }),
    )
    .output(done),
  /** Only before anything was told to the enterprise; afterwards `drop`. */
  removeDecision: reversible('删除拟认定', 'editInspections').input(byUid).output(done),
  giveNotice: reversible('登记失信告知', 'editInspections').input(onDay.extend({ number })).output(done),
  deliver: reversible('登记告知书送达', 'editInspections')
    .input(onDay.extend({ way: nameSchema('送达方式', 30) }))
    .output(done),
  waive: reversible('登记放弃陈述申辩', 'editInspections').input(onDay).output(done),
  object: reversible('登记陈述申辩', 'editInspections')
    .input(onDay.extend({ text: longText('陈述申辩的内容') }))
    .output(done),
  answer: reversible('答复陈述申辩', 'editInspections')
    .input(onDay.extend({ text: longText('答复') }))
    .output(done),
  drop: reversible('不予认定失信', 'editInspections')
    .input(onDay.extend({ reason: longText('理由') }))
    .output(done),
  decide: reversible('认定失信', 'editInspections')
    .input(onDay.extend({ months: z.int('请填写整数'), number }))
    .output(done),
  /** Takes back a decision that was wrong; it stays on record. */
  revoke: reversible('撤销失信认定', 'editInspections')
    .input(onDay.extend({ reason: longText('撤销理由') }))
    .output(done),
  applyForRepair: reversible('登记信用修复申请', 'editInspections')
    .input(onDay.extend({ text: longText('纠正情况') }))
    .output(type<{ uid: string; repairUid: string }>()),
  /** Granted only where its proof is attached. */
  decideRepair: reversible('决定信用修复', 'editInspections')
    .input(
      z.object({
        repairUid: uidSchema,
        day: daySchema,
        isGranted: z.boolean(),
        /** First day that is not public any more; null where it is not granted. */
        endsOn: daySchema.nullable(),
        opinion: longText('审查意见'),
        number,
      }),
    )
    .output(done),
  /** 告知书, 决定书, 修复决定书 as a paper of the office, to be checked, signed and numbered there. */
  draftPaper: reversible('拟信用文书', 'editPapers')
    .input(
      z.object({ decisionUid: uidSchema, kind: z.enum(['notice', 'decision', 'repair']), day: daySchema }),
    )
    .output(type<{ paperUid: string }>()),
};
