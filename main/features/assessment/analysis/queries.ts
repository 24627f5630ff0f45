import { defineQuery, text } from '#main/core/store/query.ts';

const likeColumns = { uid: text };

/** The group of a period that shares most organizations with another one; of equals the one of the same name. */
export const groupAlike = defineQuery<typeof likeColumns, { groupId: number; periodId: number }>({
  name: 'analysis.groupAlike',
  sql: `SELECT other.uid AS uid
    FROM assessment_group AS own
    JOIN assessment_object AS mine ON mine.group_id = own.id
    JOIN assessment_group AS other ON other.period_id = @periodId
    JOIN assessment_object AS theirs ON theirs.group_id = other.id
      AND theirs.organization_id = mine.organization_id
    WHERE own.id = @groupId
    GROUP BY other.id ORDER BY count(*) DESC, other.name = own.name DESC, other.position LIMIT 1`,
  columns: likeColumns,
});
