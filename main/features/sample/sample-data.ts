import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { daySchema } from '#shared/contract/fields.ts';
import { nonNegativePointsSchema } from '#shared/points.ts';
import {
  floorSchema,
  indicatorConditionSchema,
  notApplicableSchema,
  ruleInputSchema,
  schemeSettingsSchema,
  scoringRuleSchema,
} from '#shared/rules/scoring/model.ts';
import {
  allListedSchema,
  meetingsSchema,
  noticesSchema,
  papersSchema,
  countyPlansSchema,
  planSchema,
  receivedPapersSchema,
  type SampleListed,
  type SampleMeetings,
  type SampleNoticeBatch,
  type SamplePapers,
  type SampleCountyPlans,
  type SamplePlan,
  type SampleReceivedPaper,
} from './paperwork-data.ts';
import { inspectorsSchema, type SampleInspectors } from './load-inspectors.ts';
import { campaignsSchema, type SampleCampaign } from './load-campaigns.ts';
import { dutySchema, type SampleDuty } from './duty-data.ts';
import { deductionsSchema, type SampleDeduction } from './load-deductions.ts';
import { type SampleVisit, visitsSchema } from './load-visits.ts';
import { keySitesSchema, type SampleKeySites } from './load-key-sites.ts';
import { librarySchema, type SampleLibrary } from './load-library.ts';
import { type SampleTask, tasksSchema } from './task-data.ts';

/* What resources/sample holds. Points are thousandths; marks of organizations go by key, own ones by name. */

const marksSchema = z.array(z.string());

const citySchema = z.object({
  officeName: z.string(),
  userName: z.string(),
  cityName: z.string(),
  /** Own mark of the member units that supervise a trade. */
  tradeMark: z.string(),
  counties: z.array(
    z.object({
      name: z.string(),
      shortName: z.string(),
      marks: marksSchema,
      population: z.int(),
      townships: z.array(z.object({ name: z.string(), marks: marksSchema })),
    }),
  ),
  /** In protocol order. */
  memberUnits: z.array(z.object({ name: z.string(), shortName: z.string(), trade: z.boolean() })),
  merge: z.object({
    county: z.string(),
    township: z.string(),
    into: z.string(),
    from: daySchema,
    document: z.string(),
  }),
  rename: z.object({
    unit: z.string(),
    name: z.string(),
    shortName: z.string(),
    from: daySchema,
    document: z.string(),
    note: z.string(),
  }),
});
export type SampleCity = z.infer<typeof citySchema>;

const indicatorSchema = z.object({
  number: z.string(),
  content: z.string(),
  maxPoints: nonNegativePointsSchema,
  ruleText: z.string(),
  method: z.string(),
  source: z.string(),
  floor: floorSchema,
  notApplicable: notApplicableSchema,
  condition: indicatorConditionSchema,
  rules: z.array(scoringRuleSchema),
  /** Only what is pinned happens to it: fires must agree with each other. */
  pinnedOnly: z.boolean(),
  /** How many cases a rate is taken of, least and most. */
  cases: z.tuple([z.int(), z.int()]).nullable(),
  /** By rule id; {n} count, {v} value, {c} class, {t} a township, {k} a national key town. */
  reasons: z.record(z.string(), z.array(z.string())),
});
export type SampleIndicator = z.infer<typeof indicatorSchema>;

const schemeSchema = z.object({
  title: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  appliesTo: z.enum(['county', 'memberUnit']),
  statedPoints: nonNegativePointsSchema,
  settings: schemeSettingsSchema,
  notes: z.string(),
  categories: z.array(
    z.object({
      name: z.string(),
      maxPoints: nonNegativePointsSchema,
      bonus: z.boolean(),
      indicators: z.array(indicatorSchema),
    }),
  ),
});
export type SampleScheme = z.infer<typeof schemeSchema>;

/** A cell that is what it is, whatever else is made up around it. */
const pinSchema = z.object({
  object: z.string(),
  indicator: z.string(),
  inputs: z.record(z.string(), ruleInputSchema),
  notApplicable: z.boolean().optional(),
  reason: z.string(),
});
export type Pin = z.infer<typeof pinSchema>;

const groupScoresSchema = z.object({
  /** Points that each object loses beside its pinned cells, in the order of the city's file. */
  lost: z.array(nonNegativePointsSchema),
  /** Percent of the indicators that are scored by now; null: all of everybody. */
  share: z.array(z.int().min(0).max(100)).nullable(),
  /** Objects that lose exactly that much; of others it may be a broken number a little below. */
  exact: z.array(z.string()),
  fixed: z.array(pinSchema),
  /** Made after reopening. */
  corrections: z.array(pinSchema),
});
export type GroupScores = z.infer<typeof groupScoresSchema>;

const scoresSchema = z.object({
  seed: z.int(),
  inForceFrom: daySchema,
  periods: z.array(
    z.object({
      title: z.string(),
      firstDay: daySchema,
      lastDay: daySchema,
      finalized: z.boolean(),
      /** Why it was reopened once. */
      reopened: z.string().nullable(),
      counties: groupScoresSchema,
      memberUnits: groupScoresSchema,
    }),
  ),
});
export type SamplePeriod = z.infer<typeof scoresSchema>['periods'][number];

const memberSchema = z.object({
  name: z.string(),
  /** Name of the position. */
  position: z.string(),
  /** Full name of an organization; empty where the post says it all. */
  unit: z.string(),
  post: z.string(),
  mobile: z.string(),
});

const rostersSchema = z.object({
  committees: z.array(
    z.object({
      place: z.string(),
      officeUnit: z.string(),
      officePhone: z.string(),
      from: daySchema,
      document: z.string(),
      members: z.array(memberSchema),
    }),
  ),
  change: z.object({
    place: z.string(),
    day: daySchema,
    document: z.string(),
    reason: z.string(),
    replacements: z.array(memberSchema.extend({ replaced: z.string() })),
  }),
});
export type SampleRosters = z.infer<typeof rostersSchema>;

export interface SampleData {
  city: SampleCity;
  schemes: { counties: SampleScheme; memberUnits: SampleScheme };
  scores: z.infer<typeof scoresSchema>;
  tasks: SampleTask[];
  rosters: SampleRosters;
  papers: SamplePapers;
  meetings: SampleMeetings;
  receivedPapers: SampleReceivedPaper[];
  notices: SampleNoticeBatch[];
  plan: SamplePlan;
  countyPlans: SampleCountyPlans;
  listed: SampleListed[];
  keySites: SampleKeySites;
  library: SampleLibrary;
  inspectors: SampleInspectors;
  campaigns: SampleCampaign[];
  duty: SampleDuty;
  visits: SampleVisit[];
  deductions: SampleDeduction[];
}

export function readSampleData(resourcesFolder: string): SampleData {
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> =>
    schema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'sample', `${name}.json`), 'utf8')));
  return {
    city: read('city', citySchema),
    schemes: {
      counties: read('county-scheme', schemeSchema),
      memberUnits: read('member-unit-scheme', schemeSchema),
    },
    scores: read('scores', scoresSchema),
    tasks: read('tasks', tasksSchema).tasks,
    rosters: read('rosters', rostersSchema),
    papers: read('papers', papersSchema),
    meetings: read('meetings', meetingsSchema),
    receivedPapers: read('received-papers', receivedPapersSchema).papers,
    notices: read('notices', noticesSchema).batches,
    plan: read('plan', planSchema),
    countyPlans: read('county-plans', countyPlansSchema),
    listed: read('listed-supervision', allListedSchema).listed,
    keySites: read('key-sites', keySitesSchema),
    library: read('library', librarySchema),
    inspectors: read('inspectors', inspectorsSchema),
    campaigns: read('campaigns', campaignsSchema).campaigns,
    duty: read('duty', dutySchema),
    visits: read('visits', visitsSchema).visits,
    deductions: read('deductions', deductionsSchema).deductions,
  };
}
