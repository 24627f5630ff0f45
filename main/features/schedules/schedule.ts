import { hash } from 'node:crypto';
import type { CampaignSchedule, ScheduleChoices } from '#shared/contract/schedules.ts';
import { daysBetween } from '#shared/calendar/days.ts';
import { defaultSettings, defaultTeamCount } from '#shared/rules/schedule/default-settings.ts';
import { fitPlan } from '#shared/rules/schedule/fit-plan.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { ScheduleTeam } from '#shared/rules/schedule/settings.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  type Asker,
  type KnownCampaign,
  requireKnown,
  scheduledCampaign,
} from '#main/features/campaigns/index.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { poolOf, skillsOf, vehiclesOf } from '#main/features/inspectors/index.ts';
import { allKinds as siteKinds } from '#main/features/key-sites/index.ts';
import { earlierSchedules } from './earlier.ts';
import { type Around, daysOffOf, problemOf, takingPart } from './problem-of.ts';
import { type ScheduleRecord, storedRecord } from './queries.ts';
import { readStored, type StoredSchedule } from './stored.ts';

export interface ScheduleContext extends Asker {
  resourcesFolder: string;
}

export interface OpenSchedule {
  campaign: KnownCampaign;
  /** Undefined: nothing has been stored yet. */
  record: ScheduleRecord | undefined;
  /** What is stored, without what is no longer there; else what a schedule begins with. */
  stored: StoredSchedule;
  problem: ScheduleProblem;
  around: Around;
}

export function openSchedule(context: ScheduleContext, campaignUid: string): OpenSchedule {
  const { db, today } = context;
  const campaign = requireKnown(context, campaignUid);
  const record = storedRecord(db, campaign);
  const around = aroundOf(context, campaign);
  const kept = record === undefined ? beginning(db, campaign, around, today) : readStored(record);
  const problem = problemOf(kept, around);
  const stored = {
    ...kept,
    pins: problem.pins,
    plan: kept.plan === null ? null : fitPlan(problem, kept.plan),
  };
  return { campaign, record, stored, problem, around };
}

export function viewOf({ campaign, record, stored, problem, around }: OpenSchedule): CampaignSchedule {
  return {
    campaignUid: campaign.uid,
    settings: stored.settings,
    teams: stored.teams,
    problem,
    plan: stored.plan,
    quality: stored.quality,
    announced: stored.announced,
    publishedOn: stored.publishedOn,
    visitedIds: around.campaign.targets.flatMap(({ uid, visitedOn }) => (visitedOn === null ? [] : [uid])),
    stamp: stampOf(record),
  };
}

export function stampOf(record: ScheduleRecord | undefined): string {
  return record === undefined ? 'new' : hash('sha256', JSON.stringify(record));
}

export function choicesOf({ db, today }: Pick<ScheduleContext, 'db' | 'today'>): ScheduleChoices {
  return {
    skills: skillsOf(db).map(({ uid, name }) => ({ uid, name })),
    kinds: db.all(siteKinds).map(({ uid, name }) => ({ uid, name })),
    people: poolOf(db, today)
      .filter(({ leftOn }) => leftOn === null || leftOn > today)
      .map(({ uid, name, unitName }) => ({ uid, name, unitName })),
  };
}

function aroundOf(context: ScheduleContext, campaign: KnownCampaign): Around {
  const { db, today, resourcesFolder } = context;
  return {
    title: campaign.title,
    minutesPerVisit: campaign.minutes_per_visit,
    campaign: scheduledCampaign(db, campaign, today),
    pool: poolOf(db, today),
    vehicles: vehiclesOf(db),
    skillNames: new Map(skillsOf(db).map(({ uid, name }) => [uid, name])),
    calendar: holidayCalendar(db, resourcesFolder),
    earlier: earlierSchedules(context, campaign),
  };
}

/** The teams of the last campaign go on; the first has as many as its places need. */
function beginning(db: ReadStore, campaign: KnownCampaign, around: Around, today: string): StoredSchedule {
  const settings = defaultSettings({
    firstDay: campaign.first_day,
    lastDay: campaign.last_day,
    today,
    countyUids: around.campaign.counties.map(({ uid }) => uid),
    kinds: db.all(siteKinds),
    skills: skillsOf(db),
  });
  const open = around.campaign.targets.filter(({ visitedOn }) => visitedOn === null);
  const ofCounties = Map.groupBy(open, ({ countyUid }) => countyUid);
  const count = defaultTeamCount({
    settings,
    workdays: daysBetween(settings.from, settings.to) + 1 - daysOffOf(settings, around.calendar).length,
    minutes: [...ofCounties.values()].map((targets) =>
      targets.map(({ minutes }) => minutes ?? around.minutesPerVisit),
    ),
    people: takingPart(settings, around.pool),
  });
  const last = around.earlier.last?.teams ?? [];
  return {
    settings,
    teams: Array.from({ length: count }, (_, at) => newTeam(last[at], campaign.uid, at + 1)),
    pins: [],
    plan: null,
    quality: null,
    announced: null,
    publishedOn: null,
  };
}

function newTeam(last: ScheduleTeam | undefined, campaignUid: string, number: number): ScheduleTeam {
  const { id, name } = last ?? { id: teamUid(campaignUid, number), name: `第${number}组` };
  return { id, name, memberIds: [], vehicleIds: [] };
}

/** The same each time that it is asked for before anything is stored. */
function teamUid(campaignUid: string, number: number): string {
  return `${campaignUid.slice(0, -4)}${number.toString(16).padStart(4, '0')}`;
}
