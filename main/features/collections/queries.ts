import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const collectionColumns = {
  id: integer,
  uid: text,
  title: text,
  origin: text,
  definition: text,
  instruction: text,
  due_on: text,
  created_at: integer,
  created_by: text,
  closed_on: nullableText,
};
export type CollectionRow = Row<typeof collectionColumns>;

const select = `SELECT ${Object.keys(collectionColumns).join(', ')} FROM collection`;

export const allCollections = defineQuery({
  name: 'collections.all',
  sql: `${select} ORDER BY id DESC`,
  columns: collectionColumns,
});

export const collectionByUid = defineQuery<typeof collectionColumns, { uid: string }>({
  name: 'collections.byUid',
  sql: `${select} WHERE uid = @uid`,
  columns: collectionColumns,
});

export const collectionByTitle = defineQuery<typeof collectionColumns, { title: string }>({
  name: 'collections.byTitle',
  sql: `${select} WHERE title = @title`,
  columns: collectionColumns,
});

/** With the latest return that no later one has replaced. */
const standingColumns = {
  id: integer,
  uid: text,
  collection_id: integer,
  organization_uid: text,
  name: text,
  version: integer,
  given_rows: integer,
  handed_on: nullableText,
  return_uid: nullableText,
  return_state: { ...oneOf('correct', 'mustCorrect', 'merged', 'replaced'), nullable: true },
  file_name: nullableText,
  received_at: nullableInteger,
  received_by: nullableText,
  problems: nullableInteger,
} as const;
export type StandingRow = Row<typeof standingColumns>;

const standing = `SELECT unit.id, unit.uid, unit.collection_id, organization.uid AS organization_uid, unit.name,
    unit.version, json_array_length(unit.given) AS given_rows, unit.handed_on,
    came.uid AS return_uid, came.state AS return_state, came.file_name, came.received_at, came.received_by,
    (SELECT count(*) FROM json_each(came.problems) WHERE value ->> '$.kind' <> 'note') AS problems
  FROM collection_unit AS unit
  JOIN organization ON organization.id = unit.organization_id
  LEFT JOIN collection_return AS came ON came.id =
    (SELECT max(id) FROM collection_return WHERE unit_id = unit.id AND state <> 'replaced')`;

export const standingOfAll = defineQuery({
  name: 'collections.standingOfAll',
  sql: standing,
  columns: standingColumns,
});

export const standingOf = defineQuery<typeof standingColumns, { collectionId: number }>({
  name: 'collections.standingOf',
  sql: `${standing} WHERE unit.collection_id = @collectionId ORDER BY unit.position`,
  columns: standingColumns,
});

const unitColumns = {
  id: integer,
  uid: text,
  organization_uid: text,
  name: text,
  given: text,
  version: integer,
  position: integer,
};
export type UnitRow = Row<typeof unitColumns>;

export const unitsOfCollection = defineQuery<typeof unitColumns, { collectionId: number }>({
  name: 'collections.units',
  sql: `SELECT unit.id, unit.uid, organization.uid AS organization_uid, unit.name, unit.given, unit.version,
      unit.position
    FROM collection_unit AS unit JOIN organization ON organization.id = unit.organization_id
    WHERE unit.collection_id = @collectionId ORDER BY unit.position`,
  columns: unitColumns,
});

const collectedColumns = { uid: text, unit: text, row_key: nullableText, said: text };

export const collectedRows = defineQuery<typeof collectedColumns, { collectionId: number }>({
  name: 'collections.rows',
  sql: `SELECT collection_row.uid, unit.name AS unit, row_key, said
    FROM collection_row JOIN collection_unit AS unit ON unit.id = collection_row.unit_id
    WHERE unit.collection_id = @collectionId ORDER BY unit.position, collection_row.position`,
  columns: collectedColumns,
});
