import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const changeColumns = {
  id: integer,
  uid: text,
  committee_id: integer,
  committee_uid: text,
  status: oneOf('draft', 'done'),
  title: text,
  day: text,
  document: text,
  reason: text,
  steps: text,
  found: nullableText,
  made: nullableText,
  created_at: integer,
  done_at: nullableInteger,
};
export type ChangeRow = Row<typeof changeColumns>;
const selectChange = `SELECT change.id AS id, change.uid AS uid, change.committee_id AS committee_id,
    committee.uid AS committee_uid, change.status AS status, change.title AS title, change.day AS day,
    change.document AS document, change.reason AS reason, change.steps AS steps, change.found AS found,
    change.made AS made, change.created_at AS created_at, change.done_at AS done_at
  FROM roster_change AS change JOIN committee ON committee.id = change.committee_id`;

export const changeByUid = defineQuery<typeof changeColumns, { uid: string }>({
  name: 'rosters.change',
  sql: `${selectChange} WHERE change.uid = @uid`,
  columns: changeColumns,
});

export const changeById = defineQuery<typeof changeColumns, { id: number }>({
  name: 'rosters.changeById',
  sql: `${selectChange} WHERE change.id = @id`,
  columns: changeColumns,
});

/** Those in preparation first, then the newest. */
export const changesOfCommittee = defineQuery<typeof changeColumns, { committeeId: number }>({
  name: 'rosters.changes',
  sql: `${selectChange} WHERE change.committee_id = @committeeId
    ORDER BY change.status = 'done', change.day DESC, change.id DESC`,
  columns: changeColumns,
});

/** Where somebody is named in what a change keeps as JSON. */
export const changesNaming = defineQuery<typeof changeColumns, { personUid: string }>({
  name: 'rosters.changesNaming',
  sql: `${selectChange} WHERE instr(change.steps, @personUid) > 0 OR instr(change.found, @personUid) > 0
    OR instr(change.made, @personUid) > 0`,
  columns: changeColumns,
});
