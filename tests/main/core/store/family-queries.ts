import { defineQuery, integer, nullableInteger, text } from '#main/core/store/query.ts';

const parentColumns = { id: integer, uid: text, name: text, rank: nullableInteger };

export const parents = defineQuery({
  name: 'test.parents',
  sql: 'SELECT id, uid, name, rank FROM parent ORDER BY id',
  columns: parentColumns,
});

export const parentByName = defineQuery<typeof parentColumns, { name: string }>({
  name: 'test.parentByName',
  sql: 'SELECT id, uid, name, rank FROM parent WHERE name = @name',
  columns: parentColumns,
});

const childColumns = {
  id: integer,
  uid: text,
  parent_id: integer,
  friend_id: nullableInteger,
  name: text,
  points: nullableInteger,
};

export const children = defineQuery({
  name: 'test.children',
  sql: 'SELECT id, uid, parent_id, friend_id, name, points FROM child ORDER BY id',
  columns: childColumns,
});
