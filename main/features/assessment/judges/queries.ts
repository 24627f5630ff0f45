import { defineQuery, integer, nullableText, text } from '#main/core/store/query.ts';

const judgeColumns = {
  id: integer,
  uid: text,
  name: text,
  user_uid: nullableText,
  recusals: text,
};

export const judgeRows = defineQuery<typeof judgeColumns, { groupId: number }>({
  name: 'judges.ofGroup',
  sql: `SELECT judge.id AS id, judge.uid AS uid, judge.name AS name, app_user.uid AS user_uid, recusals
    FROM judge LEFT JOIN app_user ON app_user.id = judge.user_id
    WHERE group_id = @groupId ORDER BY position, judge.id`,
  columns: judgeColumns,
});

const userColumns = { id: integer, uid: text, name: text };

export const usersAtWork = defineQuery({
  name: 'judges.users',
  sql: 'SELECT id, uid, name FROM app_user WHERE active = 1 ORDER BY id',
  columns: userColumns,
});

const cellColumns = { id: integer, said: text };

export const judgedCellAt = defineQuery<typeof cellColumns, { objectId: number; indicatorId: number }>({
  name: 'judges.cell',
  sql: 'SELECT id, said FROM judged_cell WHERE object_id = @objectId AND indicator_id = @indicatorId',
  columns: cellColumns,
});

const idColumns = { object_id: integer, indicator_id: integer };

export const idsOfCell = defineQuery<
  typeof idColumns,
  { groupId: number; objectUid: string; indicatorUid: string }
>({
  name: 'judges.idsOfCell',
  sql: `SELECT object.id AS object_id, indicator.id AS indicator_id FROM assessment_object AS object, indicator
    WHERE object.uid = @objectUid AND object.group_id = @groupId AND indicator.uid = @indicatorUid`,
  columns: idColumns,
});

const heldColumns = {
  object_id: integer,
  object_uid: text,
  indicator_id: integer,
  indicator_uid: text,
  said: text,
};

/** Every cell that some judge has scored, object by object. */
export const judgedCells = defineQuery<typeof heldColumns, { groupId: number }>({
  name: 'judges.cells',
  sql: `SELECT object.id AS object_id, object.uid AS object_uid, indicator.id AS indicator_id,
      indicator.uid AS indicator_uid, said
    FROM assessment_object AS object
    JOIN judged_cell ON judged_cell.object_id = object.id
    JOIN indicator ON indicator.id = judged_cell.indicator_id
    WHERE group_id = @groupId ORDER BY object.position, object.id, judged_cell.id`,
  columns: heldColumns,
});

const checkedColumns = { object_uid: text, indicator_uid: text, entry: text };

/** Checked scores that no judge stands behind. */
export const typedScores = defineQuery<typeof checkedColumns, { groupId: number }>({
  name: 'judges.typedScores',
  sql: `SELECT object.uid AS object_uid, indicator.uid AS indicator_uid, entry
    FROM assessment_object AS object
    JOIN score ON score.object_id = object.id AND stage = 'checked'
    JOIN indicator ON indicator.id = score.indicator_id
    WHERE group_id = @groupId AND NOT EXISTS (SELECT 1 FROM judged_cell
      WHERE judged_cell.object_id = object.id AND judged_cell.indicator_id = score.indicator_id)`,
  columns: checkedColumns,
});
