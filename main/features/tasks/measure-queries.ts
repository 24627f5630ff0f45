import { defineQuery, nullableText, oneOf, type Row, text } from '#main/core/store/query.ts';
import { taskKinds, taskStatuses } from '#shared/rules/tasks/model.ts';

const givenColumns = {
  uid: text,
  kind: oneOf(...taskKinds),
  title: text,
  status: oneOf(...taskStatuses),
  assigned_on: text,
  due_on: nullableText,
  reported_on: nullableText,
  closed_on: nullableText,
  /** JSON list of units with uid and level. */
  leads: text,
};
export type GivenTask = Row<typeof givenColumns>;

/** Given out in the time and not given up; without what was found. */
export const tasksGivenOut = defineQuery<typeof givenColumns, { from: string; to: string }>({
  name: 'tasks.givenOut',
  sql: `SELECT task.uid AS uid, kind, title, status, assigned_on, due_on, reported_on, closed_on,
      (SELECT json_group_array(json_object('uid', organization.uid, 'level', organization.level))
        FROM task_unit AS unit JOIN organization ON organization.id = unit.organization_id
        WHERE unit.task_id = task.id AND unit.role = 'lead') AS leads
    FROM task WHERE assigned_on BETWEEN @from AND @to AND kind <> 'finding'
      AND status NOT IN ('planned', 'cancelled')
    ORDER BY assigned_on, task.id`,
  columns: givenColumns,
});
