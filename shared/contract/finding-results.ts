import { type } from '@orpc/contract';
import * as z from 'zod';
import type { ResultCounts } from '../rules/findings/add-up.ts';
import type { Severity } from '../rules/findings/model.ts';
import type { TaskStatus } from '../rules/tasks/model.ts';
import { daySchema, uidSchema } from './fields.ts';
import { exporting, read, service } from './operation.ts';

/** What is added up. Unannounced campaigns that are not released count only where one is asked for by itself. */
export const resultScopeSchema = z.object({
  /** Null: of all campaigns, and what was found outside of any. */
  campaignUid: uidSchema.nullable(),
  /** Days of finding, both included. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
});
export type ResultScope = z.infer<typeof resultScopeSchema>;

/** Of a county or a trade. */
export interface ResultRow extends ResultCounts {
  /** Null: of those without one. */
  uid: string | null;
  name: string;
}

export interface TeamResult extends ResultCounts {
  /** Null: of those found at no visit that names a team. */
  campaignUid: string | null;
  team: string;
  name: string;
}

export interface SeverityResult extends ResultCounts {
  severity: Severity;
}

/** Of the ledger's sites of one kind in one county. */
export interface SweptCounts {
  sites: number;
  listed: number;
  visited: number;
}

/** How much of what was to be swept one by one has been. */
export interface SweptShare {
  kinds: { uid: string; name: string }[];
  /** In protocol order; the counts in the order of the kinds. */
  rows: { countyUid: string; name: string; counts: SweptCounts[] }[];
  total: SweptCounts[];
}

export interface FindingResults {
  total: ResultCounts;
  /** In protocol order. */
  byCounty: ResultRow[];
  byTrade: ResultRow[];
  byTeam: TeamResult[];
  bySeverity: SeverityResult[];
  /** Counties by trades, in the order of both; null: nothing was found. */
  cells: (ResultCounts | null)[][];
  /** Null: no campaign is chosen, or it sweeps nothing. */
  swept: SweptShare | null;
  /** Unannounced campaigns that are not counted before they are released. */
  hiddenCampaigns: number;
}

/** The same question, or what breaks the same article, found again at the same place on a later day. */
export interface RepeatedFinding {
  uid: string;
  place: string;
  countyName: string;
  what: string;
  foundOn: string;
  status: TaskStatus;
  earlier: { uid: string; what: string; foundOn: string };
}

export interface RepeatedFindings {
  /** The latest first. */
  rows: RepeatedFinding[];
  /** There are more than these. */
  isMore: boolean;
}

/** Part of the findings' contract: what inspections have come to. */
export const findingResults = {
  results: read('问题隐患统计').input(resultScopeSchema).output(type<FindingResults>()),
  /** The same of so many that it takes its time. Starts a job; its result is a FindingResults. */
  addUp: service('统计问题隐患').input(resultScopeSchema).output(type<{ jobUid: string }>()),
  repeated: read('重复出现的问题').input(resultScopeSchema).output(type<RepeatedFindings>()),
  /** Starts a job; its result is a WrittenFile. */
  exportResults: exporting('导出问题统计').input(resultScopeSchema).output(type<{ jobUid: string }>()),
};
