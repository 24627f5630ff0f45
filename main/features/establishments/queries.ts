import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const kindColumns = {
  id: integer,
  uid: text,
  name: text,
  level: oneOf('township', 'village'),
  due_on: text,
  source: text,
  position: integer,
  used_by: integer,
};
export type KindRecord = Row<typeof kindColumns>;

const selectKinds = `SELECT id, uid, name, level, due_on, source, position,
    (SELECT count(*) FROM establishment WHERE kind_id = establishment_kind.id) AS used_by
  FROM establishment_kind`;

export const allKinds = defineQuery({
  name: 'establishments.kinds',
  sql: `${selectKinds} ORDER BY position, id`,
  columns: kindColumns,
});

export const kindByUid = defineQuery<typeof kindColumns, { uid: string }>({
  name: 'establishments.kind',
  sql: `${selectKinds} WHERE uid = @uid`,
  columns: kindColumns,
});

const endedColumns = { uid: text, last_day: text };

/** Units with a record whose last state has ended between two days: the first inclusive, the last not. */
export const endedUnitsOfKind = defineQuery<
  typeof endedColumns,
  { kindId: number; from: string; today: string }
>({
  name: 'establishments.ended',
  sql: `SELECT organization.uid AS uid, max(state.last_day) AS last_day
        FROM establishment AS body
        JOIN organization ON organization.id = body.organization_id
        JOIN organization_state AS state ON state.organization_id = body.organization_id
        WHERE body.kind_id = @kindId GROUP BY body.organization_id
        HAVING count(*) = count(state.last_day) AND max(state.last_day) >= @from AND max(state.last_day) < @today
        ORDER BY max(state.last_day) DESC`,
  columns: endedColumns,
});

const recordColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  planned_on: nullableText,
  established_on: nullableText,
  document: text,
  place: text,
  head: text,
  phone: text,
  posts: nullableInteger,
  note: text,
};
export type EstablishmentRecord = Row<typeof recordColumns>;

const selectRecords = `SELECT ${Object.keys(recordColumns).join(', ')} FROM establishment`;

export const recordsOfKind = defineQuery<typeof recordColumns, { kindId: number }>({
  name: 'establishments.ofKind',
  sql: `${selectRecords} WHERE kind_id = @kindId`,
  columns: recordColumns,
});

export const recordOf = defineQuery<typeof recordColumns, { kindId: number; organizationId: number }>({
  name: 'establishments.one',
  sql: `${selectRecords} WHERE kind_id = @kindId AND organization_id = @organizationId`,
  columns: recordColumns,
});
