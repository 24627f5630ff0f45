import { type } from '@orpc/contract';
import * as z from 'zod';
import { read, reversible } from './operation.ts';

/** What a new office does once, in this order; the last two keep what it has done. */
export const firstStepKeys = [
  'organizations',
  'people',
  'scheme',
  'period',
  'scores',
  'export',
  'secondBackup',
  'password',
] as const;
export type FirstStep = (typeof firstStepKeys)[number];

export interface FirstSteps {
  /** Each as the data say it, not as somebody ticked it. */
  steps: { key: FirstStep; done: boolean }[];
  /** Put away by the office: no longer on 首页. */
  closed: boolean;
}

/** The list of first steps (开始指引) on 首页. */
export const firstSteps = {
  list: read('查看开始指引').output(type<FirstSteps>()),
  setClosed: reversible('收起或打开开始指引', 'editOrganizations')
    .input(z.object({ closed: z.boolean() }))
    .output(type<FirstSteps>()),
};
