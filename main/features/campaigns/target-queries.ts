import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { isSecretSql } from './secrecy/cover.ts';
import { targetOrigins } from '#shared/rules/campaigns/model.ts';

/* For `targets.ts` alone. */

const targetColumns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  campaign_uid: text,
  origin: oneOf(...targetOrigins),
  standing: oneOf('proposed', 'listed', 'removed'),
  drawing_id: nullableInteger,
  pool: nullableInteger,
  site_id: nullableInteger,
  organization_id: nullableInteger,
  name: text,
  county_id: nullableInteger,
  minutes: nullableInteger,
  note: text,
  visited_on: nullableText,
  removed_at: nullableInteger,
  removed_by: text,
  removed_reason: text,
  sealed: nullableText,
};
export type TargetRow = Row<typeof targetColumns>;

const selectTarget = `SELECT target.id AS id, target.uid AS uid, target.campaign_id AS campaign_id,
    campaign.uid AS campaign_uid, target.origin AS origin, target.standing AS standing,
    target.drawing_id AS drawing_id, target.pool AS pool, target.site_id AS site_id,
    target.organization_id AS organization_id, target.name AS name, target.county_id AS county_id,
    target.minutes AS minutes, target.note AS note, target.visited_on AS visited_on,
    target.removed_at AS removed_at, target.removed_by AS removed_by, target.removed_reason AS removed_reason,
    target.sealed AS sealed
  FROM campaign_target AS target JOIN campaign ON campaign.id = target.campaign_id`;

export const targetsOfCampaign = defineQuery<typeof targetColumns, { campaignId: number }>({
  name: 'campaigns.targetsOf',
  sql: `${selectTarget} WHERE target.campaign_id = @campaignId ORDER BY target.id`,
  columns: targetColumns,
});

export const targetByUid = defineQuery<typeof targetColumns, { uid: string }>({
  name: 'campaigns.targetByUid',
  sql: `${selectTarget} WHERE target.uid = @uid`,
  columns: targetColumns,
});

export const targetById = defineQuery<typeof targetColumns, { id: number }>({
  name: 'campaigns.targetById',
  sql: `${selectTarget} WHERE target.id = @id`,
  columns: targetColumns,
});

export const targetsOfSite = defineQuery<typeof targetColumns, { siteId: number }>({
  name: 'campaigns.targetsOfSite',
  sql: `${selectTarget} WHERE target.site_id = @siteId ORDER BY target.id`,
  columns: targetColumns,
});

const countColumns = { campaign_id: integer, targets: integer, visited: integer };

export const targetCounts = defineQuery({
  name: 'campaigns.targetCounts',
  sql: `SELECT campaign_id, count(*) AS targets, count(visited_on) AS visited
        FROM campaign_target WHERE standing = 'listed' GROUP BY campaign_id`,
  columns: countColumns,
});

const visitedColumns = { site_id: integer, campaign_id: integer };

/** Sites that any campaign has visited from a day on, as far as it lies open. */
export const sitesVisitedSince = defineQuery<typeof visitedColumns, { day: string }>({
  name: 'campaigns.visitedSince',
  sql: `SELECT DISTINCT site.id AS site_id, target.campaign_id AS campaign_id FROM campaign_target AS target
        JOIN key_site AS site ON site.id = target.site_id WHERE target.visited_on >= @day`,
  columns: visitedColumns,
});

const placeColumns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  name: text,
  site_id: nullableInteger,
  organization_id: nullableInteger,
  county_id: nullableInteger,
};
export type VisitedPlace = Row<typeof placeColumns>;

/** Where any campaign went in the time, as far as it lies open. */
export const placesVisitedBetween = defineQuery<typeof placeColumns, { from: string; to: string }>({
  name: 'campaigns.placesVisited',
  sql: `SELECT id, uid, campaign_id, name, site_id, organization_id, county_id FROM campaign_target
        WHERE visited_on BETWEEN @from AND @to AND standing = 'listed' ORDER BY visited_on, id`,
  columns: placeColumns,
});

const siteVisitColumns = { site_id: integer, campaign_id: integer, day: text, by: text };
export type SiteVisit = Row<typeof siteVisitColumns>;

/** Visits to key sites by campaigns that lie open: done, or owed by one that is under way. */
export const siteVisits = defineQuery({
  name: 'campaigns.siteVisits',
  sql: `SELECT site.id AS site_id, target.campaign_id AS campaign_id,
      ifnull(target.visited_on, campaign.first_day) AS day,
      campaign.title || CASE WHEN target.visited_on IS NULL THEN '将检查' ELSE '已检查' END AS by
    FROM campaign_target AS target JOIN campaign ON campaign.id = target.campaign_id
    JOIN key_site AS site ON site.id = target.site_id
    WHERE target.standing = 'listed'
      AND (campaign.announced = 1 OR campaign.released_on IS NOT NULL)
      AND (target.visited_on IS NOT NULL OR campaign.status = 'underWay')`,
  columns: siteVisitColumns,
});

/** Of the campaign itself, a target or a visit of it. */
export const secretCampaignOf = defineQuery<{ id: typeof integer }, { uid: string }>({
  name: 'campaigns.secretCampaignOf',
  sql: `SELECT id FROM campaign WHERE uid = @uid AND ${isSecretSql}
    UNION ALL SELECT campaign.id FROM visit JOIN campaign ON campaign.id = visit.campaign_id
      WHERE visit.uid = @uid AND ${isSecretSql}
    UNION ALL SELECT campaign.id FROM campaign_target JOIN campaign ON campaign.id = campaign_target.campaign_id
      WHERE campaign_target.uid = @uid AND ${isSecretSql}`,
  columns: { id: integer },
});
