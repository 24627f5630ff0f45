import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { severities } from '#shared/rules/findings/model.ts';
import { answers, figureProposals } from '#shared/rules/visits/model.ts';

const visitColumns = {
  id: integer,
  uid: text,
  campaign_id: integer,
  target_id: integer,
  day: text,
  team: text,
  note: text,
};
export type VisitRecord = Row<typeof visitColumns>;

const selectVisit = 'SELECT id, uid, campaign_id, target_id, day, team, note FROM visit';

export const visitByUid = defineQuery<typeof visitColumns, { uid: string }>({
  name: 'visits.byUid',
  sql: `${selectVisit} WHERE uid = @uid`,
  columns: visitColumns,
});

export const visitOfTarget = defineQuery<typeof visitColumns, { targetId: number }>({
  name: 'visits.ofTarget',
  sql: `${selectVisit} WHERE target_id = @targetId`,
  columns: visitColumns,
});

export const visitsOfCampaign = defineQuery<typeof visitColumns, { campaignId: number }>({
  name: 'visits.ofCampaign',
  sql: `${selectVisit} WHERE campaign_id = @campaignId ORDER BY id`,
  columns: visitColumns,
});

/** Whether they are secret or not. */
export const campaignsVisitedBetween = defineQuery<{ id: typeof integer }, { from: string; to: string }>({
  name: 'visits.campaignsBetween',
  sql: 'SELECT DISTINCT campaign_id AS id FROM visit WHERE day BETWEEN @from AND @to',
  columns: { id: integer },
});

const inspectorColumns = {
  id: integer,
  visit_id: integer,
  inspector_uid: nullableText,
  inspector_id: nullableInteger,
  name: text,
};

const selectInspector = `SELECT own.id AS id, own.visit_id AS visit_id, inspector.uid AS inspector_uid,
    own.inspector_id AS inspector_id, own.name AS name
  FROM visit_inspector AS own LEFT JOIN inspector ON inspector.id = own.inspector_id`;

export const inspectorsOfVisit = defineQuery<typeof inspectorColumns, { visitId: number }>({
  name: 'visits.inspectors',
  sql: `${selectInspector} WHERE own.visit_id = @visitId ORDER BY own.position`,
  columns: inspectorColumns,
});

export const inspectorsOfCampaign = defineQuery<typeof inspectorColumns, { campaignId: number }>({
  name: 'visits.inspectorsOfCampaign',
  sql: `${selectInspector} JOIN visit ON visit.id = own.visit_id
        WHERE visit.campaign_id = @campaignId ORDER BY own.visit_id, own.position`,
  columns: inspectorColumns,
});

const poolColumns = { id: integer, uid: text, name: text, unit: text, left_on: nullableText };

export const inspectorPool = defineQuery<typeof poolColumns, { today: string }>({
  name: 'visits.pool',
  sql: `SELECT inspector.id AS id, inspector.uid AS uid, inspector.name AS name,
          ifnull(state.short_name, inspector.unit) AS unit, inspector.left_on AS left_on
        FROM inspector LEFT JOIN organization_state AS state
          ON state.organization_id = inspector.organization_id
            AND state.first_day <= @today AND ifnull(state.last_day, '9999-12-31') >= @today
        ORDER BY inspector.name, inspector.id`,
  columns: poolColumns,
});

const answerColumns = {
  id: integer,
  item_id: nullableInteger,
  item_uid: nullableText,
  answer: oneOf(...answers),
  note: text,
};

export const answersOfVisit = defineQuery<typeof answerColumns, { visitId: number }>({
  name: 'visits.answers',
  sql: `SELECT own.id AS id, own.item_id AS item_id, item.uid AS item_uid, own.answer AS answer, own.note AS note
        FROM visit_answer AS own LEFT JOIN checklist_item AS item ON item.id = own.item_id
        WHERE own.visit_id = @visitId ORDER BY own.id`,
  columns: answerColumns,
});

const summaryColumns = { visit_id: integer, failed: integer, findings: integer, open: integer };

export const summariesOfCampaign = defineQuery<typeof summaryColumns, { campaignId: number }>({
  name: 'visits.summaries',
  sql: `SELECT visit.id AS visit_id,
      (SELECT count(*) FROM visit_answer WHERE visit_id = visit.id AND answer = 'fail') AS failed,
      (SELECT count(*) FROM finding WHERE visit_id = visit.id) AS findings,
      (SELECT count(*) FROM finding JOIN finding_list AS list ON list.task_id = finding.task_id
        WHERE finding.visit_id = visit.id AND list.stage < 2) AS open
    FROM visit WHERE visit.campaign_id = @campaignId`,
  columns: summaryColumns,
});

const valueColumns = { id: integer, figure_id: integer, figure_uid: text, value: integer };

export const valuesOfVisit = defineQuery<typeof valueColumns, { visitId: number }>({
  name: 'visits.values',
  sql: `SELECT own.id AS id, own.figure_id AS figure_id, figure.uid AS figure_uid, own.value AS value
        FROM visit_value AS own JOIN visit_figure AS figure ON figure.id = own.figure_id
        WHERE own.visit_id = @visitId ORDER BY figure.position, figure.id`,
  columns: valueColumns,
});

const sumColumns = { name: text, unit: text, value: integer };

/** What the records of a campaign have counted, in the order of the office's list. */
export const figureSums = defineQuery<typeof sumColumns, { campaignId: number }>({
  name: 'visits.figureSums',
  sql: `SELECT figure.name AS name, figure.unit AS unit, sum(own.value) AS value
        FROM visit JOIN visit_value AS own ON own.visit_id = visit.id
        JOIN visit_figure AS figure ON figure.id = own.figure_id
        WHERE visit.campaign_id = @campaignId GROUP BY figure.id ORDER BY figure.position, figure.id`,
  columns: sumColumns,
});

const figureColumns = {
  id: integer,
  uid: text,
  name: text,
  unit: text,
  proposes: oneOf(...figureProposals),
  used_by: integer,
};
export type FigureRecord = Row<typeof figureColumns>;

export const allFigures = defineQuery({
  name: 'visits.figures',
  sql: `SELECT id, uid, name, unit, proposes,
          (SELECT count(*) FROM visit_value WHERE figure_id = visit_figure.id) AS used_by
        FROM visit_figure ORDER BY position, id`,
  columns: figureColumns,
});

const checklistColumns = { id: integer, uid: text, title: text };

/** @param ids JSON list; the answer keeps their order */
export const checklistsById = defineQuery<typeof checklistColumns, { ids: string }>({
  name: 'visits.checklists',
  sql: `SELECT checklist.id AS id, checklist.uid AS uid, checklist.title AS title
        FROM json_each(@ids) AS wanted JOIN checklist ON checklist.id = wanted.value ORDER BY wanted.key`,
  columns: checklistColumns,
});

/** Those that a visit has answered, whatever the campaign names by now. */
export const checklistsOfVisit = defineQuery<typeof checklistColumns, { visitId: number }>({
  name: 'visits.checklistsOfVisit',
  sql: `SELECT DISTINCT checklist.id AS id, checklist.uid AS uid, checklist.title AS title
        FROM visit_answer AS own JOIN checklist_item AS item ON item.id = own.item_id
        JOIN checklist ON checklist.id = item.checklist_id WHERE own.visit_id = @visitId ORDER BY checklist.id`,
  columns: checklistColumns,
});

const itemColumns = {
  id: integer,
  uid: text,
  checklist_id: integer,
  parent_id: nullableInteger,
  kind: oneOf('section', 'question'),
  text,
  article: text,
  demand: text,
  due_days: nullableInteger,
  severity: oneOf(...severities),
  element: text,
};
export type ItemRecord = Row<typeof itemColumns>;

/** @param ids JSON list of checklists */
export const itemsOfChecklists = defineQuery<typeof itemColumns, { ids: string }>({
  name: 'visits.items',
  sql: `SELECT id, uid, checklist_id, parent_id, kind, text, article, demand, due_days, severity, element
        FROM checklist_item WHERE checklist_id IN (SELECT value FROM json_each(@ids))
        ORDER BY checklist_id, position, id`,
  columns: itemColumns,
});

const dayValueColumns = {
  target_id: integer,
  day: text,
  team: text,
  figure_uid: nullableText,
  value: integer,
};

/** What records of the time have counted, each figure in a row of its own; a record without any in one. */
export const valuesBetween = defineQuery<typeof dayValueColumns, { from: string; to: string }>({
  name: 'visits.valuesBetween',
  sql: `SELECT visit.target_id AS target_id, visit.day AS day, visit.team AS team, figure.uid AS figure_uid,
          ifnull(own.value, 0) AS value
        FROM visit LEFT JOIN visit_value AS own ON own.visit_id = visit.id
        LEFT JOIN visit_figure AS figure ON figure.id = own.figure_id
        WHERE visit.day BETWEEN @from AND @to ORDER BY visit.day, visit.id`,
  columns: dayValueColumns,
});
