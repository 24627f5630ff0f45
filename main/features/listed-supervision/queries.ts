import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const listedColumns = {
  id: integer,
  uid: text,
  name: text,
  kind: oneOf('unit', 'area'),
  level: oneOf('province', 'city', 'county'),
  organization_id: nullableInteger,
  address: text,
  hazards: text,
  responsible_person: text,
  phone: text,
  leader: text,
  supervising_unit: text,
  measures: text,
  listed_on: text,
  due_on: text,
  first_due_on: text,
  board_due_on: nullableText,
  board_hung_on: nullableText,
  accepted_on: nullableText,
  accepted_by: text,
  acceptance: text,
  delisted_on: nullableText,
  last_progress_on: nullableText,
};
export type ListedDbRow = Row<typeof listedColumns>;

const ownColumns = Object.keys(listedColumns).filter((column) => column !== 'last_progress_on');
const selectListed = `SELECT ${ownColumns.join(', ')},
    (SELECT max(day) FROM listed_progress WHERE listed_id = listed_supervision.id AND kind = 'progress')
      AS last_progress_on
  FROM listed_supervision`;

/** Those still on the list first, the earliest date limit first; then those taken off it, the latest first. */
export const allListed = defineQuery({
  name: 'listedSupervision.all',
  sql: `${selectListed} ORDER BY delisted_on IS NOT NULL, CASE WHEN delisted_on IS NULL THEN due_on END,
    delisted_on DESC, id`,
  columns: listedColumns,
});

export const listedByUid = defineQuery<typeof listedColumns, { uid: string }>({
  name: 'listedSupervision.byUid',
  sql: `${selectListed} WHERE uid = @uid`,
  columns: listedColumns,
});

const progressColumns = {
  id: integer,
  uid: text,
  listed_id: integer,
  kind: oneOf('progress', 'extension'),
  day: text,
  text,
  old_due_on: nullableText,
  new_due_on: nullableText,
  user_name: text,
};
const selectProgress = `SELECT ${Object.keys(progressColumns).join(', ')} FROM listed_progress`;

export const progressOf = defineQuery<typeof progressColumns, { listedId: number }>({
  name: 'listedSupervision.progress',
  sql: `${selectProgress} WHERE listed_id = @listedId ORDER BY day, id`,
  columns: progressColumns,
});

export const progressByUid = defineQuery<typeof progressColumns, { uid: string }>({
  name: 'listedSupervision.progressByUid',
  sql: `${selectProgress} WHERE uid = @uid`,
  columns: progressColumns,
});
