import { defineQuery, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const columns = { object_uid: text, indicator_uid: text };

const openObjections = defineQuery<typeof columns, { groupId: number }>({
  name: 'assessment.openObjections',
  sql: `SELECT object.uid AS object_uid, indicator.uid AS indicator_uid
    FROM assessment_object AS object
    JOIN objection ON objection.object_id = object.id AND objection.outcome = 'open'
    JOIN indicator ON indicator.id = objection.indicator_id
    WHERE object.group_id = @groupId
    ORDER BY object.position, object.id, objection.id`,
  columns,
});

/** Cells of a group with an objection (申诉) that nobody has answered. */
export function cellsObjected(db: ReadStore, groupId: number): { objectUid: string; indicatorUid: string }[] {
  return db
    .all(openObjections, { groupId })
    .map(({ object_uid, indicator_uid }) => ({ objectUid: object_uid, indicatorUid: indicator_uid }));
}
