import { type } from '@orpc/contract';
import * as z from 'zod';
import type { JobState } from './events.ts';
import { uidSchema } from './fields.ts';
import { service } from './operation.ts';

export const jobs = {
  get: service('查看进度', 'signedIn')
    .input(z.object({ uid: uidSchema }))
    .output(type<JobState>()),
  /** Of whoever started it, also before anybody has signed in: what a first start imports. */
  cancel: service('取消', 'open')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ cancelled: boolean }>()),
  /** Ends a job with the best that it has so far. */
  enough: service('到此为止', 'signedIn')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ ended: boolean }>()),
};
