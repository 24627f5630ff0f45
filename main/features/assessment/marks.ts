import { unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const markColumns = { object_id: integer, organization_id: integer, indicator_uid: text, entry: text };

/** Of each cell the latest step of its way that has an entry. */
const marks = defineQuery<typeof markColumns, { groupId: number }>({
  name: 'assessment.notApplicableMarks',
  sql: `WITH way (stage, step) AS (VALUES ('checked', 1), ('reviewed', 2), ('final', 3)),
    latest AS (
      SELECT object.id AS object_id, organization_id, indicator_id, entry, position, max(step)
      FROM assessment_object AS object
      JOIN score ON score.object_id = object.id
      JOIN way ON way.stage = score.stage
      WHERE group_id = @groupId
      GROUP BY object.id, indicator_id
    )
    SELECT object_id, organization_id, indicator.uid AS indicator_uid, entry
    FROM latest JOIN indicator ON indicator.id = latest.indicator_id
    WHERE json_extract(entry, '$.notApplicable') = 1
    ORDER BY latest.position, object_id, indicator.category_id, indicator.position`,
  columns: markColumns,
});

export interface NotApplicableMark {
  objectId: number;
  organizationId: number;
  indicatorUid: string;
  reason: string;
}

/** Cells that somebody marked 不适用, object by object. */
export function marksOfGroup(db: ReadStore, groupId: number): NotApplicableMark[] {
  return db.all(marks, { groupId }).map((row) => ({
    objectId: row.object_id,
    organizationId: row.organization_id,
    indicatorUid: row.indicator_uid,
    reason: unpackEntry(row.entry).reason,
  }));
}
