import { isSecretSql } from '#main/features/campaigns/secrecy/cover.ts';
import { nearestStateSql } from '#main/features/organizations/index.ts';
import { defineQuery, integer, nullableText, oneOf, text } from '#main/core/store/query.ts';
import { unitRoles } from '#shared/rules/tasks/model.ts';
import { isOwedSql, selectTask, taskColumns } from './queries.ts';

interface ReportParams {
  first: string;
  last: string;
  /** The day of the count. */
  asOf: string;
  kind: string | null;
  sourceText: string | null;
}

/**
 * Everything that may count in a month; the rule in shared/rules/tasks/monthly-report.ts decides. Due by its end and
 * not delivered before it, or extended out of it after the day of the count.
 */
export const tasksToReport = defineQuery<typeof taskColumns, ReportParams>({
  name: 'tasks.toReport',
  sql: `${selectTask} WHERE task.status NOT IN ('planned', 'cancelled')
    AND (@kind IS NULL OR task.kind = @kind)
    AND (@sourceText IS NULL OR task.source_text = @sourceText)
    AND ((ifnull(task.due_on, '9999-12-31') <= @last AND (task.due_on >= @first OR ${isOwedSql}
        OR ifnull(task.reported_on, task.closed_on) >= @first))
      OR (task.extended_count > 0 AND task.due_on > @last AND EXISTS (SELECT 1 FROM task_event
        WHERE task_event.task_id = task.id AND task_event.kind = 'extend' AND task_event.day > @asOf
          AND task_event.old_due_on <= @last)))
    ORDER BY task.due_on, task.id`,
  columns: taskColumns,
});

/** Those of what unannounced campaigns found that are not released. */
export const secretTasks = defineQuery<{ uid: typeof text }>({
  name: 'tasks.ofSecretCampaigns',
  sql: `SELECT finding.uid AS uid FROM finding JOIN campaign ON campaign.id = finding.campaign_id WHERE ${isSecretSql}`,
  columns: { uid: text },
});

const eventColumns = {
  task_id: integer,
  kind: oneOf('press', 'extend'),
  day: text,
  unit_uid: nullableText,
  old_due_on: nullableText,
};

export const pressesAndExtensions = defineQuery<typeof eventColumns, { ids: string }>({
  name: 'tasks.pressesAndExtensions',
  sql: `SELECT event.task_id AS task_id, event.kind AS kind, event.day AS day, organization.uid AS unit_uid,
      event.old_due_on AS old_due_on
    FROM json_each(@ids) AS wanted
    JOIN task_event AS event ON event.task_id = wanted.value AND event.kind IN ('press', 'extend')
    LEFT JOIN organization ON organization.id = event.organization_id
    ORDER BY event.task_id, event.day, event.id`,
  columns: eventColumns,
});

const unitColumns = { task_id: integer, uid: text, role: oneOf(...unitRoles), name: text };

/** Lead and supporting units with their names of the day, in protocol order: county by county, then member units. */
export const unitsToReport = defineQuery<typeof unitColumns, { ids: string; day: string }>({
  name: 'tasks.unitsToReport',
  sql: `SELECT unit.task_id AS task_id, organization.uid AS uid, unit.role AS role, state.name AS name
    FROM json_each(@ids) AS wanted
    JOIN task_unit AS unit ON unit.task_id = wanted.value
    JOIN organization ON organization.id = unit.organization_id
    JOIN organization_state AS state ON state.id = ${nearestStateSql('id', 'organization.id', '@day')}
    ORDER BY CASE organization.level WHEN 'city' THEN 0 WHEN 'county' THEN 1 WHEN 'memberUnit' THEN 2
      WHEN 'township' THEN 3 ELSE 4 END, state.protocol_order, organization.id`,
  columns: unitColumns,
});
