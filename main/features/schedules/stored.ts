import * as z from 'zod';
import { planSchema, type SchedulePlan } from '#shared/rules/schedule/plan.ts';
import type { Pin } from '#shared/rules/schedule/problem.ts';
import type { AimResult } from '#shared/rules/schedule/result.ts';
import {
  type ScheduleSettings,
  scheduleSettingsSchema,
  type ScheduleTeam,
  scheduleTeamsSchema,
} from '#shared/rules/schedule/settings.ts';
import { pinSchema } from '#shared/rules/schedule/problem.ts';
import type { RowValues } from '#main/core/store/row-writer.ts';
import type { ScheduleRecord } from './queries.ts';

/** A schedule as it is stored. */
export interface StoredSchedule {
  settings: ScheduleSettings;
  teams: ScheduleTeam[];
  pins: Pin[];
  plan: SchedulePlan | null;
  quality: AimResult[] | null;
  announced: SchedulePlan | null;
  publishedOn: string | null;
}

export function readStored(record: ScheduleRecord): StoredSchedule {
  return {
    settings: scheduleSettingsSchema.parse(JSON.parse(record.settings)),
    teams: scheduleTeamsSchema.parse(JSON.parse(record.teams)),
    pins: z.array(pinSchema).parse(JSON.parse(record.pins)),
    plan: readPlan(record.plan),
    // Written by `accept`, whose contract has checked it.
    quality: record.quality === null ? null : (JSON.parse(record.quality) as AimResult[]),
    announced: readPlan(record.announced_plan),
    publishedOn: record.published_on,
  };
}

function readPlan(json: string | null): SchedulePlan | null {
  return json === null ? null : planSchema.parse(JSON.parse(json));
}

export function columnsOf(stored: StoredSchedule): RowValues {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return {
    settings: JSON.stringify(stored.settings),
    teams: JSON.stringify(stored.teams),
    pins: JSON.stringify(stored.pins),
    plan: json(stored.plan),
    quality: json(stored.quality),
    announced_plan: json(stored.announced),
    published_on: stored.publishedOn,
  };
}
