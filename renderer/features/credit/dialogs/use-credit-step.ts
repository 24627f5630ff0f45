import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

export type CreditStep =
  | 'notice'
  | 'deliver'
  | 'waive'
  | 'object'
  | 'answer'
  | 'drop'
  | 'decide'
  | 'revoke'
  | 'apply';

export interface StepValues {
  day: string;
  text?: string;
  number?: string;
  way?: string;
  months?: number;
}

interface StepWords {
  title: string;
  day: string;
  /** Label of the text; null: none is asked for. */
  text: string | null;
  hasNumber: boolean;
}

export const stepWords: Readonly<Record<CreditStep, StepWords>> = {
  notice: { title: '登记告知', day: '告知日期', text: null, hasNumber: true },
  deliver: { title: '登记送达', day: '送达日期', text: null, hasNumber: false },
  waive: { title: '登记放弃申辩', day: '书面放弃的日期', text: null, hasNumber: false },
  object: { title: '登记陈述申辩', day: '提出日期', text: '陈述申辩的内容', hasNumber: false },
  answer: { title: '登记答复', day: '答复日期', text: '答复', hasNumber: false },
  drop: { title: '不予认定', day: '日期', text: '理由', hasNumber: false },
  decide: { title: '作出认定', day: '认定日期', text: null, hasNumber: true },
  revoke: { title: '撤销认定', day: '撤销日期', text: '撤销理由', hasNumber: false },
  apply: { title: '登记修复申请', day: '申请日期', text: '纠正情况', hasNumber: false },
};

/** Sends one step of a decision. */
export function useCreditStep(step: CreditStep, uid: string) {
  const options = { success: `已${stepWords[step].title}`, undoable: true };
  const operations = {
    notice: useOperation(client.credit.giveNotice, options),
    deliver: useOperation(client.credit.deliver, options),
    waive: useOperation(client.credit.waive, options),
    object: useOperation(client.credit.object, options),
    answer: useOperation(client.credit.answer, options),
    drop: useOperation(client.credit.drop, options),
    decide: useOperation(client.credit.decide, options),
    revoke: useOperation(client.credit.revoke, options),
    apply: useOperation(client.credit.applyForRepair, options),
  };

  function send({
    day,
    text = '',
    number = '',
    way = '',
    months = 0,
  }: StepValues): Promise<{ done: boolean }> {
    switch (step) {
      case 'notice':
        return operations.notice.run({ uid, day, number });
      case 'deliver':
        return operations.deliver.run({ uid, day, way });
      case 'waive':
        return operations.waive.run({ uid, day });
      case 'object':
        return operations.object.run({ uid, day, text });
      case 'answer':
        return operations.answer.run({ uid, day, text });
      case 'drop':
        return operations.drop.run({ uid, day, reason: text });
      case 'decide':
        return operations.decide.run({ uid, day, months, number });
      case 'revoke':
        return operations.revoke.run({ uid, day, reason: text });
      case 'apply':
        return operations.apply.run({ uid, day, text });
    }
  }

  return {
    saving: operations[step].running,
    save: async (values: StepValues) => (await send(values)).done,
  };
}
