import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { publicTitleSql } from '#main/features/campaigns/index.ts';
import { nearestStateSql } from '#main/features/organizations/index.ts';
import { taskColumnList, taskColumns } from '#main/features/tasks/index.ts';
import { reinspectionResults, severities } from '#shared/rules/findings/model.ts';
import { taskStatuses } from '#shared/rules/tasks/model.ts';

const findingColumns = {
  id: integer,
  uid: text,
  task_id: integer,
  campaign_id: nullableInteger,
  visit_id: nullableInteger,
  item_id: nullableInteger,
  site_id: nullableInteger,
  organization_id: nullableInteger,
  county_id: nullableInteger,
  trade_id: nullableInteger,
  place: text,
  spot: text,
  what: text,
  severity: oneOf(...severities),
  element: text,
  article: text,
  demand: text,
  found_on: text,
  responsible: text,
  measures: text,
  funds: text,
  time_limit: text,
  emergency_plan: text,
  listed_id: nullableInteger,
  closed_by: text,
};
const columnList = Object.keys(findingColumns)
  .map((column) => `finding.${column} AS ${column}`)
  .join(', ');
const selectFinding = `SELECT ${columnList}, campaign.uid AS campaign_uid, ${publicTitleSql} AS campaign_title,
    trade.name AS trade_name, site.uid AS site_uid
  FROM finding
  LEFT JOIN campaign ON campaign.id = finding.campaign_id
  LEFT JOIN site_trade AS trade ON trade.id = finding.trade_id
  LEFT JOIN key_site AS site ON site.id = finding.site_id`;

const joinedColumns = {
  ...findingColumns,
  campaign_uid: nullableText,
  campaign_title: nullableText,
  trade_name: nullableText,
  site_uid: nullableText,
};
export type FindingRecord = Row<typeof joinedColumns>;

export const findingByUid = defineQuery<typeof joinedColumns, { uid: string }>({
  name: 'findings.byUid',
  sql: `${selectFinding} WHERE finding.uid = @uid`,
  columns: joinedColumns,
});

const storedColumns = {
  id: integer,
  uid: text,
  county_id: nullableInteger,
  place: text,
  spot: text,
  what: text,
  severity: oneOf(...severities),
  element: text,
  article: text,
  demand: text,
  found_on: text,
  responsible: text,
  measures: text,
  funds: text,
  time_limit: text,
  emergency_plan: text,
  due_on: nullableText,
};
export type StoredFinding = Row<typeof storedColumns>;

/** All of them, with what a table can say of them. */
export const findingsByContent = defineQuery({
  name: 'findings.byContent',
  sql: `SELECT ${Object.keys(storedColumns)
    .map((column) => (column === 'due_on' ? 'task.due_on AS due_on' : `finding.${column} AS ${column}`))
    .join(', ')} FROM finding JOIN task ON task.id = finding.task_id`,
  columns: storedColumns,
});

const shownColumns = {
  ...taskColumns,
  place: text,
  spot: text,
  what: text,
  severity: oneOf(...severities),
  found_on: text,
  campaign_title: nullableText,
  trade_name: nullableText,
  county_name: nullableText,
};
export type ShownRecord = Row<typeof shownColumns>;

/**
 * What lists show of findings and of their tasks, with the name that their county has on a day: in one statement, and
 * of a page of them nothing else is read.
 * @param ids JSON list of tasks; the answer keeps their order
 */
export const shownOfTasks = defineQuery<typeof shownColumns, { ids: string; today: string }>({
  name: 'findings.shownOfTasks',
  sql: `SELECT ${taskColumnList}, finding.place AS place, finding.spot AS spot, finding.what AS what,
      finding.severity AS severity, finding.found_on AS found_on,
      ${publicTitleSql} AS campaign_title, trade.name AS trade_name,
      ${nearestStateSql('name', 'finding.county_id', '@today')} AS county_name
    FROM json_each(@ids) AS wanted JOIN finding ON finding.task_id = wanted.value
    JOIN task ON task.id = finding.task_id
    LEFT JOIN campaign ON campaign.id = finding.campaign_id
    LEFT JOIN site_trade AS trade ON trade.id = finding.trade_id
    ORDER BY wanted.key`,
  columns: shownColumns,
});

export const findingsOfVisit = defineQuery<typeof joinedColumns, { visitId: number }>({
  name: 'findings.ofVisit',
  sql: `${selectFinding} WHERE finding.visit_id = @visitId ORDER BY finding.id`,
  columns: joinedColumns,
});

export const findingsOfSite = defineQuery<typeof joinedColumns, { siteId: number }>({
  name: 'findings.ofSite',
  sql: `${selectFinding} WHERE finding.site_id = @siteId ORDER BY finding.id`,
  columns: joinedColumns,
});

const uidColumns = { uid: text };

/** @param ids JSON list of campaigns */
export const findingsOfCampaigns = defineQuery<typeof uidColumns, { ids: string }>({
  name: 'findings.ofCampaigns',
  sql: 'SELECT uid FROM finding WHERE campaign_id IN (SELECT value FROM json_each(@ids))',
  columns: uidColumns,
});

/** What such findings were put under. @param ids JSON list of campaigns */
export const listedOfCampaigns = defineQuery<typeof uidColumns, { ids: string }>({
  name: 'findings.listedOfCampaigns',
  sql: `SELECT DISTINCT listed.uid AS uid FROM finding JOIN listed_supervision AS listed ON listed.id = finding.listed_id
    WHERE finding.campaign_id IN (SELECT value FROM json_each(@ids))`,
  columns: uidColumns,
});

const placeColumns = { uid: text, what: text, found_on: text, status: oneOf(...taskStatuses) };

/** At the same site, else at a place of the same name in the same county; the latest first. */
export const findingsAtPlace = defineQuery<
  typeof placeColumns,
  { id: number; siteId: number | null; countyId: number | null; place: string }
>({
  name: 'findings.atPlace',
  sql: `SELECT other.uid AS uid, other.what AS what, other.found_on AS found_on, task.status AS status
    FROM finding AS other JOIN task ON task.id = other.task_id
    WHERE other.id IN (
        SELECT id FROM finding WHERE site_id = @siteId
        UNION ALL SELECT id FROM finding
          WHERE @siteId IS NULL AND county_id = @countyId AND place = @place AND site_id IS NULL)
      AND other.id <> @id
    ORDER BY other.found_on DESC, other.id DESC LIMIT 20`,
  columns: placeColumns,
});

const questionColumns = { text };

export const questionOfItem = defineQuery<typeof questionColumns, { id: number }>({
  name: 'findings.question',
  sql: 'SELECT text FROM checklist_item WHERE id = @id',
  columns: questionColumns,
});

const targetColumns = { target_id: integer };

export const targetOfVisit = defineQuery<typeof targetColumns, { visitId: number }>({
  name: 'findings.targetOfVisit',
  sql: 'SELECT target_id FROM visit WHERE id = @visitId',
  columns: targetColumns,
});

const listedColumns = { id: integer, uid: text, name: text, leader: text };

export const listedById = defineQuery<typeof listedColumns, { id: number }>({
  name: 'findings.listedById',
  sql: 'SELECT id, uid, name, leader FROM listed_supervision WHERE id = @id',
  columns: listedColumns,
});

export const listedByUid = defineQuery<typeof listedColumns, { uid: string }>({
  name: 'findings.listedByUid',
  sql: 'SELECT id, uid, name, leader FROM listed_supervision WHERE uid = @uid',
  columns: listedColumns,
});

const inspectionColumns = { team: text, inspectors: text };

/** The visit at which something was found, with who was there. */
export const inspectionOf = defineQuery<typeof inspectionColumns, { visitId: number }>({
  name: 'findings.inspection',
  sql: `SELECT team, (SELECT ifnull(group_concat(name, '、'), '') FROM (
          SELECT name FROM visit_inspector WHERE visit_id = visit.id ORDER BY position)) AS inspectors
        FROM visit WHERE id = @visitId`,
  columns: inspectionColumns,
});

const photoColumns = { before: integer, after: integer };

export const photosOf = defineQuery<typeof photoColumns, { uid: string }>({
  name: 'findings.photos',
  sql: `SELECT (SELECT count(*) FROM attachment WHERE subject_kind = 'findingBefore' AND subject_uid = @uid) AS before,
          (SELECT count(*) FROM attachment WHERE subject_kind = 'findingAfter' AND subject_uid = @uid) AS after`,
  columns: photoColumns,
});

const reinspectionColumns = {
  uid: text,
  day: text,
  inspectors: text,
  result: oneOf(...reinspectionResults),
  text,
  user_name: text,
};

export const reinspectionsOf = defineQuery<typeof reinspectionColumns, { findingId: number }>({
  name: 'findings.reinspections',
  sql: `SELECT uid, day, inspectors, result, text, user_name FROM finding_reinspection
        WHERE finding_id = @findingId ORDER BY day, id`,
  columns: reinspectionColumns,
});
