import { type } from '@orpc/contract';
import { service } from './operation.ts';

export const sample = {
  /**
   * Starts a job that fills an empty office with a fictional city, two schemes and a year of scores, through the
   * program's own operations. Refused where an office has been set up.
   */
  load: service('载入示例数据', 'open').output(type<{ jobUid: string }>()),
};
