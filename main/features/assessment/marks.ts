import { unpackEntry } from '#shared/rules/assessment/pack-entry.ts';
import { defineQuery, integer, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const markColumns = { object_id: integer, organization_id: integer, indicator_uid: text, entry: text };

/**
 * Cells whose latest step says so. What is marked is looked for first, by its text, and only then whether a later step
 * says otherwise: few cells are marked, and a group has 18 000.
 */
const marks = defineQuery<typeof markColumns, { groupId: number }>({
  name: 'assessment.notApplicableMarks',
  sql: `WITH way (stage, step) AS (VALUES ('checked', 1), ('reviewed', 2), ('final', 3))
    SELECT object.id AS object_id, organization_id, indicator.uid AS indicator_uid, entry
    FROM assessment_object AS object
    CROSS JOIN score ON score.object_id = object.id AND instr(entry, '"notApplicable":true') > 0
      AND json_extract(entry, '$.notApplicable') = 1
    JOIN way ON way.stage = score.stage
    JOIN indicator ON indicator.id = score.indicator_id
    WHERE group_id = @groupId AND NOT EXISTS (
      SELECT 1 FROM score AS later JOIN way AS later_way ON later_way.stage = later.stage
      WHERE later.object_id = object.id AND later.indicator_id = indicator.id AND later_way.step > way.step)
    ORDER BY object.position, object.id, indicator.category_id, indicator.position`,
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
