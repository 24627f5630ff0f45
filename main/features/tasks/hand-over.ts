import type { HandOver } from '#main/features/organizations/index.ts';
import { defineQuery, integer, oneOf, text } from '#main/core/store/query.ts';
import { unitRoles } from '#shared/rules/tasks/model.ts';

const openColumns = { uid: text, organization_id: integer, count: integer };

const openTasksOfUnits = defineQuery<typeof openColumns, { ids: string }>({
  name: 'tasks.openOfUnits',
  sql: `SELECT organization.uid AS uid, unit.organization_id AS organization_id, count(*) AS count
        FROM json_each(@ids) AS wanted
        JOIN task_unit AS unit ON unit.organization_id = wanted.value
        JOIN task ON task.id = unit.task_id AND task.status NOT IN ('closed', 'cancelled')
        JOIN organization ON organization.id = unit.organization_id
        GROUP BY unit.organization_id`,
  columns: openColumns,
});

const placeColumns = { id: integer, task_id: integer, role: oneOf(...unitRoles) };

const openPlacesOfUnit = defineQuery<typeof placeColumns, { uid: string }>({
  name: 'tasks.openPlacesOfUnit',
  sql: `SELECT unit.id AS id, unit.task_id AS task_id, unit.role AS role
        FROM organization
        JOIN task_unit AS unit ON unit.organization_id = organization.id
        JOIN task ON task.id = unit.task_id AND task.status NOT IN ('closed', 'cancelled')
        WHERE organization.uid = @uid`,
  columns: placeColumns,
});

const placeOnTask = defineQuery<typeof placeColumns, { taskId: number; organizationId: number }>({
  name: 'tasks.placeOnTask',
  sql: `SELECT id, task_id, role FROM task_unit WHERE task_id = @taskId AND organization_id = @organizationId`,
  columns: placeColumns,
});

/** All open tasks of a unit go together: who takes its work over takes it whole. */
export const taskHandOver: HandOver = {
  kind: 'tasks',
  kindName: '未办结的督办任务',
  find: (db, organizationIds) =>
    db.all(openTasksOfUnits, { ids: JSON.stringify(organizationIds) }).map((row) => ({
      uid: row.uid,
      organizationId: row.organization_id,
      slot: 'tasks',
      slotName: '督办任务',
      exclusive: false,
      state: `${row.count} 项未办结`,
      stays: '仍以原名督办',
    })),
  give(db, itemUid, toId) {
    for (const { id, task_id, role } of db.all(openPlacesOfUnit, { uid: itemUid })) {
      const there = db.get(placeOnTask, { taskId: task_id, organizationId: toId });
      if (there === undefined) {
        db.update('task_unit', id, { organization_id: toId });
      } else {
        // The successor stands on the task already; it leads where either of them did.
        db.remove('task_unit', id);
        if (role === 'lead') db.update('task_unit', there.id, { role });
      }
    }
  },
};
