import { type KnownCampaign, openedRow } from '#main/features/campaigns/index.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';

const columns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  settings: text,
  teams: text,
  pins: text,
  plan: nullableText,
  quality: nullableText,
  announced_plan: nullableText,
  published_on: nullableText,
  sealed: nullableText,
};
export type ScheduleRecord = Row<typeof columns>;

const select = `SELECT schedule.id AS id, schedule.uid AS uid, schedule.campaign_id AS campaign_id,
    schedule.settings AS settings, schedule.teams AS teams, schedule.pins AS pins, schedule.plan AS plan,
    schedule.quality AS quality, schedule.announced_plan AS announced_plan, schedule.published_on AS published_on,
    schedule.sealed AS sealed
  FROM campaign_schedule AS schedule`;

const scheduleOf = defineQuery<typeof columns, { campaignId: number }>({
  name: 'schedules.of',
  sql: `${select} WHERE schedule.campaign_id = @campaignId`,
  columns,
});

/** As it stands, opened; undefined: nothing has been stored yet. */
export function storedRecord(db: ReadStore, { id, vault }: KnownCampaign): ScheduleRecord | undefined {
  const stands = db.get(scheduleOf, { campaignId: id });
  return stands === undefined ? undefined : openedRow(vault, 'campaign_schedule', stands);
}

/** Of other campaigns. */
export const otherSchedules = defineQuery<typeof columns, { campaignId: number }>({
  name: 'schedules.others',
  sql: `${select} WHERE schedule.campaign_id <> @campaignId ORDER BY schedule.id DESC`,
  columns,
});
