import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import {
  campaignEventKinds,
  campaignStatuses,
  drawingStatuses,
  samplingSubjects,
} from '#shared/rules/campaigns/model.ts';

/* Everything of campaigns but their targets, which `targets.ts` alone reads. */

const campaignColumns = {
  id: integer,
  uid: text,
  title: text,
  kind_id: integer,
  kind_uid: text,
  kind_name: text,
  document: text,
  first_day: text,
  last_day: text,
  announced: integer,
  status: oneOf(...campaignStatuses),
  content: text,
  minutes_per_visit: integer,
  rest_months: integer,
  note: text,
  closed_on: nullableText,
  released_on: nullableText,
  sealed: nullableText,
};
export type CampaignRecord = Row<typeof campaignColumns>;

const selectCampaign = `SELECT campaign.id AS id, campaign.uid AS uid, campaign.title AS title,
    campaign.kind_id AS kind_id, kind.uid AS kind_uid, kind.name AS kind_name, campaign.document AS document,
    campaign.first_day AS first_day, campaign.last_day AS last_day, campaign.announced AS announced,
    campaign.status AS status, campaign.content AS content, campaign.minutes_per_visit AS minutes_per_visit,
    campaign.rest_months AS rest_months, campaign.note AS note, campaign.closed_on AS closed_on,
    campaign.released_on AS released_on, campaign.sealed AS sealed
  FROM campaign JOIN campaign_kind AS kind ON kind.id = campaign.kind_id`;

export const allCampaigns = defineQuery({
  name: 'campaigns.all',
  sql: selectCampaign,
  columns: campaignColumns,
});

export const campaignByUid = defineQuery<typeof campaignColumns, { uid: string }>({
  name: 'campaigns.byUid',
  sql: `${selectCampaign} WHERE campaign.uid = @uid`,
  columns: campaignColumns,
});

/** Whose rule and habits a new one takes over: the latest of its kind, else the latest. A secret one tells nothing. */
export const campaignToFollow = defineQuery<typeof campaignColumns, { kindId: number }>({
  name: 'campaigns.toFollow',
  sql: `${selectCampaign} WHERE campaign.announced = 1 OR campaign.released_on IS NOT NULL
    ORDER BY campaign.kind_id = @kindId DESC, campaign.first_day DESC, campaign.id DESC LIMIT 1`,
  columns: campaignColumns,
});

const dayColumns = {
  uid: text,
  title: text,
  first_day: text,
  last_day: text,
  status: oneOf(...campaignStatuses),
};

/** Those that are no secret. */
export const openCampaignsBetween = defineQuery<typeof dayColumns, { from: string; to: string }>({
  name: 'campaigns.between',
  sql: `SELECT uid, title, first_day, last_day, status FROM campaign
        WHERE (announced = 1 OR released_on IS NOT NULL)
          AND (first_day BETWEEN @from AND @to OR last_day BETWEEN @from AND @to)`,
  columns: dayColumns,
});

const kindColumns = {
  id: integer,
  uid: text,
  name: text,
  title: text,
  season_from: nullableText,
  season_to: nullableText,
  used_by: integer,
};
export type KindRecord = Row<typeof kindColumns>;

export const allKinds = defineQuery({
  name: 'campaigns.kinds',
  sql: `SELECT kind.id AS id, kind.uid AS uid, kind.name AS name, kind.title AS title,
          kind.season_from AS season_from, kind.season_to AS season_to,
          (SELECT count(*) FROM campaign WHERE campaign.kind_id = kind.id) AS used_by
        FROM campaign_kind AS kind ORDER BY kind.position, kind.id`,
  columns: kindColumns,
});

type OfCampaign = { campaignId: number };

const linkColumns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  value: nullableInteger,
  position: integer,
  sealed: nullableText,
};

/** `value`: the organization. */
export const allCounties = defineQuery({
  name: 'campaigns.counties',
  sql: `SELECT id, uid, campaign_id, organization_id AS value, 0 AS position, sealed FROM campaign_county
        WHERE sealed IS NULL`,
  columns: linkColumns,
});

/** For `links.ts`, which opens them. */
export const countiesOf = defineQuery<typeof linkColumns, OfCampaign>({
  name: 'campaigns.countiesOf',
  sql: `SELECT id, uid, campaign_id, organization_id AS value, 0 AS position, sealed FROM campaign_county
        WHERE campaign_id = @campaignId ORDER BY id`,
  columns: linkColumns,
});

export const tradesOf = defineQuery<typeof linkColumns, OfCampaign>({
  name: 'campaigns.tradesOf',
  sql: `SELECT id, uid, campaign_id, trade_id AS value, 0 AS position, sealed FROM campaign_trade
        WHERE campaign_id = @campaignId ORDER BY id`,
  columns: linkColumns,
});

export const checklistsOf = defineQuery<typeof linkColumns, OfCampaign>({
  name: 'campaigns.checklistsOf',
  sql: `SELECT id, uid, campaign_id, checklist_id AS value, position, sealed FROM campaign_checklist
        WHERE campaign_id = @campaignId ORDER BY position, id`,
  columns: linkColumns,
});

export const sweepsOf = defineQuery<typeof linkColumns, OfCampaign>({
  name: 'campaigns.sweepsOf',
  sql: `SELECT id, uid, campaign_id, kind_id AS value, 0 AS position, sealed FROM campaign_sweep
        WHERE campaign_id = @campaignId ORDER BY id`,
  columns: linkColumns,
});

const recordColumns = { count: integer };

/** @param ids JSON list of targets, by their local ids */
export const recordsOfTargets = defineQuery<typeof recordColumns, { ids: string }>({
  name: 'campaigns.recordsOfTargets',
  sql: 'SELECT count(*) AS count FROM visit WHERE target_id IN (SELECT value FROM json_each(@ids))',
  columns: recordColumns,
});

const checklistColumns = { id: integer, uid: text, title: text, retired_on: nullableText };

export const allChecklists = defineQuery({
  name: 'campaigns.checklists',
  sql: 'SELECT id, uid, title, retired_on FROM checklist ORDER BY title, id',
  columns: checklistColumns,
});

const samplingColumns = {
  id: integer,
  uid: text,
  position: integer,
  subject: oneOf(...samplingSubjects),
  kind_id: nullableInteger,
  trade_id: nullableInteger,
  name: text,
  count: integer,
  sealed: nullableText,
};
export type SamplingRecord = Row<typeof samplingColumns>;

/** For `sampling-rows.ts`, which opens them. */
export const samplingOf = defineQuery<typeof samplingColumns, OfCampaign>({
  name: 'campaigns.samplingOf',
  sql: `SELECT id, uid, position, subject, kind_id, trade_id, name, count, sealed FROM campaign_sampling
        WHERE campaign_id = @campaignId ORDER BY position, id`,
  columns: samplingColumns,
});

const drawingColumns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  campaign_uid: text,
  number: integer,
  status: oneOf(...drawingStatuses),
  seed: integer,
  pool_count: integer,
  fingerprint: text,
  pools: text,
  at: integer,
  user_name: text,
  reason: text,
  decided_at: nullableInteger,
  decided_by: text,
  discard_reason: text,
  sealed: nullableText,
};
export type DrawingRecord = Row<typeof drawingColumns>;

const selectDrawing = `SELECT drawing.id AS id, drawing.uid AS uid, drawing.campaign_id AS campaign_id,
    campaign.uid AS campaign_uid, drawing.number AS number, drawing.status AS status, drawing.seed AS seed,
    drawing.pool_count AS pool_count, drawing.fingerprint AS fingerprint, drawing.pools AS pools, drawing.at AS at,
    drawing.user_name AS user_name, drawing.reason AS reason, drawing.decided_at AS decided_at,
    drawing.decided_by AS decided_by, drawing.discard_reason AS discard_reason,
    drawing.sealed AS sealed
  FROM campaign_drawing AS drawing JOIN campaign ON campaign.id = drawing.campaign_id`;

export const drawingsOf = defineQuery<typeof drawingColumns, OfCampaign>({
  name: 'campaigns.drawingsOf',
  sql: `${selectDrawing} WHERE drawing.campaign_id = @campaignId ORDER BY drawing.number DESC`,
  columns: drawingColumns,
});

export const drawingByUid = defineQuery<typeof drawingColumns, { uid: string }>({
  name: 'campaigns.drawingByUid',
  sql: `${selectDrawing} WHERE drawing.uid = @uid`,
  columns: drawingColumns,
});

const eventColumns = {
  uid: text,
  kind: oneOf(...campaignEventKinds),
  at: integer,
  user_name: text,
  text,
  sealed: nullableText,
};

export const eventsOf = defineQuery<typeof eventColumns, OfCampaign>({
  name: 'campaigns.eventsOf',
  sql: `SELECT uid, kind, at, user_name, text, sealed FROM campaign_event
        WHERE campaign_id = @campaignId ORDER BY at DESC, id DESC`,
  columns: eventColumns,
});
