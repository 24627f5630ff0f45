import type { TaskStatus } from '../tasks/model.ts';

/*
 * A finding (问题隐患) is a supervised task of its own kind: what is owed, by whom and until when, tasks know; where it
 * was found, what it breaks and how it was looked at again, the finding knows.
 */

/** GB 35181 tells the major ones. */
export const severities = ['ordinary', 'major'] as const;
export type Severity = (typeof severities)[number];

export const severityNames: Readonly<Record<Severity, string>> = {
  ordinary: '一般隐患',
  major: '重大火灾隐患',
};

/** Where it is clear what is meant: in a column of its own. */
export const shortSeverityNames: Readonly<Record<Severity, string>> = { ordinary: '一般', major: '重大' };
/** Found to be right; what is only reported is not. */
export function isRectified(status: TaskStatus): boolean {
  return status === 'accepted' || status === 'closed';
}

export const reinspectionResults = ['passed', 'failed'] as const;
export type ReinspectionResult = (typeof reinspectionResults)[number];

export const reinspectionResultNames: Readonly<Record<ReinspectionResult, string>> = {
  passed: '整改合格',
  failed: '整改不合格',
};

/** 五落实. */
export interface Measures {
  responsible: string;
  measures: string;
  funds: string;
  timeLimit: string;
  emergencyPlan: string;
}

export const measureNames: Readonly<Record<keyof Measures, string>> = {
  responsible: '责任',
  measures: '措施',
  funds: '资金',
  timeLimit: '时限',
  emergencyPlan: '预案',
};

export const measureKeys = Object.keys(measureNames) as (keyof Measures)[];
