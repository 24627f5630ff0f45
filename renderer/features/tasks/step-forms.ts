import type { TaskStep } from '#shared/rules/tasks/steps.ts';

/** How the dialog of a step asks. */
export interface StepForm {
  /** The verb on the buttons. */
  verb: string;
  dayLabel: string;
  textLabel: string;
  /** What is said when a needed text is missing; null: may stay empty. */
  textProblem: string | null;
  /** Words that are filled in with one click. */
  quickWords: readonly string[];
  asksUnit: boolean;
  asksDue: boolean;
  /** Of a box that closes the task in the same step; null: there is none. */
  closeLabel: string | null;
  /** What is said afterwards. */
  done: string;
}

const plain = { quickWords: [], asksUnit: false, asksDue: false, closeLabel: null };

export const stepForms: Readonly<Record<TaskStep, StepForm>> = {
  assign: {
    ...plain,
    verb: '下达',
    dayLabel: '下达日期',
    textLabel: '说明',
    textProblem: null,
    done: '已下达',
  },
  receive: {
    ...plain,
    verb: '登记签收',
    dayLabel: '签收日期',
    textLabel: '签收人、说明',
    textProblem: null,
    done: '已登记签收',
  },
  feedback: {
    ...plain,
    verb: '登记反馈',
    dayLabel: '反馈日期',
    textLabel: '反馈内容',
    textProblem: '请填写反馈内容',
    asksUnit: true,
    done: '已登记反馈',
  },
  press: {
    ...plain,
    verb: '催办',
    dayLabel: '催办日期',
    textLabel: '催办方式、要求',
    textProblem: null,
    quickWords: ['电话催办', '微信催办', '当面催办', '发函催办'],
    asksUnit: true,
    done: '已记一次催办',
  },
  extend: {
    ...plain,
    verb: '延期',
    dayLabel: '批准日期',
    textLabel: '延期原因',
    textProblem: '请填写延期原因',
    asksDue: true,
    done: '已延期，原时限保留',
  },
  report: {
    ...plain,
    verb: '登记办结上报',
    dayLabel: '上报日期',
    textLabel: '办理结果',
    textProblem: null,
    closeLabel: '同时验收通过并销号(以办理结果为办结依据)',
    done: '已登记办结上报',
  },
  accept: {
    ...plain,
    verb: '验收通过',
    dayLabel: '验收日期',
    textLabel: '办结依据(文号、核查情况)',
    textProblem: null,
    quickWords: ['资料审核通过', '现场核查通过'],
    closeLabel: '同时销号',
    done: '已验收通过',
  },
  return: {
    ...plain,
    verb: '退回重办',
    dayLabel: '退回日期',
    textLabel: '退回原因',
    textProblem: '请填写退回原因',
    done: '已退回重办',
  },
  close: {
    ...plain,
    verb: '销号',
    dayLabel: '销号日期',
    textLabel: '办结依据(文号、核查情况)',
    textProblem: '请填写办结依据',
    done: '已销号',
  },
  cancel: {
    ...plain,
    verb: '取消任务',
    dayLabel: '取消日期',
    textLabel: '取消原因',
    textProblem: '请填写取消原因',
    done: '已取消',
  },
  reopen: {
    ...plain,
    verb: '重新打开',
    dayLabel: '日期',
    textLabel: '重新打开的原因',
    textProblem: '请填写重新打开的原因',
    done: '已重新打开',
  },
};
