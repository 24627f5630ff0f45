import { returnStates } from '#shared/contract/collection-returns.ts';
import { defineQuery, integer, oneOf, type Row, text } from '#main/core/store/query.ts';

const returnColumns = {
  id: integer,
  uid: text,
  unit_id: integer,
  file_name: text,
  bytes: integer,
  sha256: text,
  read_sha256: text,
  received_at: integer,
  received_by: text,
  source: oneOf('identity', 'form'),
  said: text,
  problems: text,
  state: oneOf(...returnStates),
};
export type ReturnRow = Row<typeof returnColumns>;

const select = `SELECT ${Object.keys(returnColumns)
  .map((name) => `came.${name}`)
  .join(', ')} FROM collection_return AS came`;

/** The earliest first. */
export const returnsOfUnit = defineQuery<typeof returnColumns, { unitId: number }>({
  name: 'collections.returnsOfUnit',
  sql: `${select} WHERE came.unit_id = @unitId ORDER BY came.id`,
  columns: returnColumns,
});

/** The earliest first, without those that a later one has replaced. */
export const standingReturns = defineQuery<typeof returnColumns, { collectionId: number }>({
  name: 'collections.standingReturns',
  sql: `${select} JOIN collection_unit AS unit ON unit.id = came.unit_id
    WHERE unit.collection_id = @collectionId AND came.state <> 'replaced' ORDER BY came.id`,
  columns: returnColumns,
});

const briefColumns = {
  unit: text,
  file_name: text,
  sha256: text,
  received_at: integer,
  problems: text,
  state: oneOf(...returnStates),
};

/** Everything that came back, by unit, the earliest first; without what it says, which may be long. */
export const briefReturns = defineQuery<typeof briefColumns, { collectionId: number }>({
  name: 'collections.briefReturns',
  sql: `SELECT unit.name AS unit, came.file_name, came.sha256, came.received_at, came.problems, came.state
    FROM collection_return AS came JOIN collection_unit AS unit ON unit.id = came.unit_id
    WHERE unit.collection_id = @collectionId ORDER BY unit.position, came.id`,
  columns: briefColumns,
});

export const returnByUid = defineQuery<typeof returnColumns, { uid: string }>({
  name: 'collections.returnByUid',
  sql: `${select} WHERE came.uid = @uid`,
  columns: returnColumns,
});

const unitColumns = {
  id: integer,
  uid: text,
  organization_uid: text,
  name: text,
  given: text,
  collection_uid: text,
};

const selectUnit = `SELECT unit.id, unit.uid, organization.uid AS organization_uid, unit.name, unit.given,
    collection.uid AS collection_uid
  FROM collection_unit AS unit JOIN collection ON collection.id = unit.collection_id
  JOIN organization ON organization.id = unit.organization_id`;

const unitHeadColumns = { id: integer, name: text, collection_uid: text };

// The rows that it was given may be long: they are left where they are.
export const unitByUid = defineQuery<typeof unitHeadColumns, { uid: string }>({
  name: 'collections.unitByUid',
  sql: `SELECT unit.id, unit.name, collection.uid AS collection_uid
    FROM collection_unit AS unit JOIN collection ON collection.id = unit.collection_id
    WHERE unit.uid = @uid`,
  columns: unitHeadColumns,
});

export const unitById = defineQuery<typeof unitColumns, { id: number }>({
  name: 'collections.unitById',
  sql: `${selectUnit} WHERE unit.id = @id`,
  columns: unitColumns,
});

export const mergedColumns = {
  id: integer,
  unit_id: integer,
  row_key: { ...text, nullable: true },
  position: integer,
  said: text,
} as const;

export const mergedRows = defineQuery<typeof mergedColumns, { collectionId: number }>({
  name: 'collections.mergedRows',
  sql: `SELECT kept.id, kept.unit_id, kept.row_key, kept.position, kept.said
    FROM collection_row AS kept JOIN collection_unit AS unit ON unit.id = kept.unit_id
    WHERE unit.collection_id = @collectionId ORDER BY kept.unit_id, kept.position`,
  columns: mergedColumns,
});
