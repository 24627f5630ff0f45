import { type } from '@orpc/contract';
import * as z from 'zod';
import type { GroupLosses, ObjectLosses } from '../rules/assessment/analysis/losses.ts';
import type { Stood } from '../rules/assessment/analysis/movement.ts';
import { uidSchema } from './fields.ts';
import { read } from './operation.ts';

/** The group that an earlier period had of the same objects. */
export interface EarlierGroup {
  periodUid: string;
  periodTitle: string;
  groupUid: string;
  fullPoints: number;
  objectCount: number;
}

/** How an object stood in an earlier group. */
export interface EarlierStanding extends Stood {
  objectUid: string;
  grade: string;
}

export interface AnalysedObject extends ObjectLosses, Stood {
  organizationUid: string;
  name: string;
  shortName: string;
  grade: string;
  bonus: number;
  remark: string;
  complete: boolean;
  /** Null where it was not assessed then. */
  previous: EarlierStanding | null;
  lastYear: EarlierStanding | null;
}

/** What the scores of one group say. */
export interface GroupAnalysis extends Omit<GroupLosses, 'objects'> {
  decimals: number;
  objects: AnalysedObject[];
  /** The last period of the kind. */
  previous: EarlierGroup | null;
  /** The same period a year ago, unless that is the last one. */
  lastYear: EarlierGroup | null;
}

export const analysis = {
  group: read('考核分析')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<GroupAnalysis>()),
};
