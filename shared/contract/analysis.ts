import { type } from '@orpc/contract';
import * as z from 'zod';
import type { GroupLosses, ObjectLosses } from '../rules/assessment/analysis/losses.ts';
import type { Stood } from '../rules/assessment/analysis/movement.ts';
import type { ReasonedPoints } from '../rules/assessment/analysis/result-text.ts';
import type { PeriodKind } from './assessment.ts';
import { patchSchema, textSchema, uidSchema } from './fields.ts';
import { read, reversible } from './operation.ts';

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

/** Points with the indicator that they were lost on or given for. */
export interface IndicatorReason extends ReasonedPoints {
  indicatorUid: string;
  maxPoints: number;
}

/** One period that an organization was assessed in. */
export interface ProfilePeriod {
  periodUid: string;
  title: string;
  code: string;
  kind: PeriodKind;
  isFinal: boolean;
  groupUid: string;
  groupName: string;
  objectUid: string;
  fullPoints: number;
  decimals: number;
  total: number | null;
  lost: number;
  complete: boolean;
  /** 未评3项, 一票否决 …; empty when there is none. */
  remark: string;
  /** The greatest first. */
  losses: IndicatorReason[];
  bonuses: IndicatorReason[];
}

/** An organization over the years, the latest period first. */
export interface ObjectProfile {
  name: string;
  periods: ProfilePeriod[];
}

/** Where it stood in one period. */
export interface ProfileStanding {
  objectUid: string;
  rank: number | null;
  grade: string;
  objectCount: number;
}

/** What is said of one object's result. */
export interface ResultText {
  objectUid: string;
  name: string;
  /** Made of the reasons as they are now. */
  draft: string;
  /** As the clerk wrote it; null: the draft stands. */
  text: string | null;
  /** The scores or reasons have changed since it was written. */
  isBehind: boolean;
}

export const LONGEST_RESULT_TEXT = 20_000;

export const analysis = {
  group: read('考核分析')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<GroupAnalysis>()),
  /** All periods of the organization that an object is, with what it lost and why. */
  profile: read('单位历年情况')
    .input(z.object({ objectUid: uidSchema }))
    .output(type<ObjectProfile>()),
  /** Its ranks and grades: for them whole groups are scored. */
  profileStandings: read('单位历年名次')
    .input(z.object({ objectUid: uidSchema }))
    .output(type<ProfileStanding[]>()),

  /** In rank order. */
  resultTexts: read('结果说明')
    .input(z.object({ groupUid: uidSchema }))
    .output(type<ResultText[]>()),
  /** The uid is the object's; without a text the draft stands again. */
  setResultText: reversible('修改结果说明', 'score')
    .input(patchSchema({ text: textSchema('结果说明', LONGEST_RESULT_TEXT).min(1, '请写上内容').nullable() }))
    .output(type<{ uid: string }>()),
};
