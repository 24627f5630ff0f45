import { defineQuery, integer, nullableInteger, nullableText, oneOf, text } from '#main/core/store/query.ts';
import { taskStatuses } from '#shared/rules/tasks/model.ts';
import { publicTitleSql } from '#main/features/campaigns/index.ts';
import { isRectifiedSql } from '../list-queries.ts';
import type { ScopeParams } from './scope.ts';

/** What was given up was none. */
const isCounted = `finding_list.stage <> 3 AND finding_list.found BETWEEN @from AND @to
  AND finding_list.campaign NOT IN (SELECT value FROM json_each(@hidden))`;
const counts = `count(*) AS found, sum(${isRectifiedSql}) AS rectified,
  sum(finding_list.stage = 0 AND finding_list.due < @today) AS overdue`;

type CountParams = ScopeParams & { today: string };

const countColumns = {
  county: integer,
  trade: integer,
  is_major: integer,
  found: integer,
  rectified: integer,
  overdue: integer,
};

const selectCounts = `SELECT county, trade, major AS is_major, ${counts} FROM finding_list`;

export const countsOfCampaign = defineQuery<typeof countColumns, CountParams>({
  name: 'findings.results.campaign',
  sql: `${selectCounts} WHERE campaign = @campaign AND ${isCounted} GROUP BY county, trade, major`,
  columns: countColumns,
});

export const countsOfAll = defineQuery<typeof countColumns, Omit<CountParams, 'campaign'>>({
  name: 'findings.results.all',
  sql: `${selectCounts} WHERE ${isCounted} GROUP BY county, trade, major`,
  columns: countColumns,
});

const teamColumns = {
  campaign_uid: text,
  campaign_title: text,
  team: text,
  found: integer,
  major: integer,
  rectified: integer,
  overdue: integer,
};

/** Of visits that name a team: teams are called alike in one campaign after another, each counts for itself. */
export const countsOfTeams = defineQuery<typeof teamColumns, CountParams>({
  name: 'findings.results.teams',
  sql: `SELECT campaign.uid AS campaign_uid, ${publicTitleSql} AS campaign_title, visit.team AS team,
      sum(finding_list.major) AS major, ${counts}
    FROM visit JOIN campaign ON campaign.id = visit.campaign_id
    JOIN finding ON finding.visit_id = visit.id
    JOIN finding_list ON finding_list.task_id = finding.task_id
    WHERE visit.team <> '' AND (@campaign = 0 OR visit.campaign_id = @campaign) AND ${isCounted}
    GROUP BY visit.campaign_id, visit.team`,
  columns: teamColumns,
});

const dueColumns = { due: nullableText };

/** Until when the last of what a campaign found is owed; what has no day or is late already is not meant. */
export const latestDue = defineQuery<typeof dueColumns, { campaign: number; today: string }>({
  name: 'findings.results.latestDue',
  sql: `SELECT max(due) AS due FROM finding_list
        WHERE campaign = @campaign AND stage = 0 AND due >= @today AND due < '9999'`,
  columns: dueColumns,
});

const repeatedColumns = {
  uid: text,
  place: text,
  county_id: nullableInteger,
  what: text,
  found_on: text,
  status: oneOf(...taskStatuses),
  earlier_uid: text,
  earlier_what: text,
  earlier_found_on: text,
};

/** Before it, the same question or a breach of the same article; what is looked up by place has an index of its own. */
const pairs = (isAtSamePlace: string) => `
  SELECT later.id AS later_id, earlier.id AS earlier_id, max(earlier.found_on)
  FROM finding AS later
  JOIN finding_list ON finding_list.task_id = later.task_id
  JOIN finding AS earlier ON ${isAtSamePlace}
  JOIN finding_list AS known ON known.task_id = earlier.task_id
  WHERE (@campaign = 0 OR finding_list.campaign = @campaign) AND ${isCounted}
    AND earlier.found_on < later.found_on
    AND (earlier.item_id = later.item_id OR (earlier.article = later.article AND later.article <> ''))
    AND known.stage <> 3 AND known.campaign NOT IN (SELECT value FROM json_each(@hidden))
  GROUP BY later.id`;
const atSite = 'earlier.site_id = later.site_id';
// The plus keeps the index of counties out: there are too many findings in one.
const atNamedPlace = `earlier.place = later.place AND +earlier.county_id IS later.county_id
  AND earlier.site_id IS NULL AND later.site_id IS NULL`;

/** With the latest one before it at the same site, else at a place of the same name in the same county. */
export const repeatedFindings = defineQuery<typeof repeatedColumns, ScopeParams & { limit: number }>({
  name: 'findings.results.repeated',
  sql: `WITH pair AS (${pairs(atSite)} UNION ALL ${pairs(atNamedPlace)})
    SELECT later.uid AS uid, later.place AS place, later.county_id AS county_id, later.what AS what,
      later.found_on AS found_on, task.status AS status, earlier.uid AS earlier_uid,
      earlier.what AS earlier_what, earlier.found_on AS earlier_found_on
    FROM pair JOIN finding AS later ON later.id = pair.later_id
    JOIN finding AS earlier ON earlier.id = pair.earlier_id
    JOIN task ON task.id = later.task_id
    ORDER BY later.found_on DESC, later.id DESC LIMIT @limit`,
  columns: repeatedColumns,
});
