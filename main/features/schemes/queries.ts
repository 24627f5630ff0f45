import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const schemeColumns = {
  id: integer,
  uid: text,
  title: text,
  document_number: text,
  issuer: text,
  applies_to: oneOf('county', 'township', 'village', 'memberUnit'),
  stated_points: nullableInteger,
  status: oneOf('draft', 'inForce', 'replaced'),
  in_force_from: nullableText,
  version: integer,
  family_uid: text,
  version_reason: text,
  settings: text,
  notes: text,
  created_at: integer,
};
export type SchemeRow = Row<typeof schemeColumns>;
const schemeList = Object.keys(schemeColumns)
  .map((column) => `scheme.${column} AS ${column}`)
  .join(', ');

export const schemeByUid = defineQuery<typeof schemeColumns, { uid: string }>({
  name: 'schemes.byUid',
  sql: `SELECT ${schemeList} FROM scheme WHERE uid = @uid`,
  columns: schemeColumns,
});

export const schemeById = defineQuery<typeof schemeColumns, { id: number }>({
  name: 'schemes.byId',
  sql: `SELECT ${schemeList} FROM scheme WHERE id = @id`,
  columns: schemeColumns,
});

export const versionsOfFamily = defineQuery<typeof schemeColumns, { familyUid: string }>({
  name: 'schemes.versions',
  sql: `SELECT ${schemeList} FROM scheme WHERE family_uid = @familyUid ORDER BY version`,
  columns: schemeColumns,
});

const factColumns = {
  scheme_id: integer,
  indicator_count: integer,
  full_points: integer,
  period_count: integer,
};

export type SchemeFacts = Row<typeof factColumns>;

const facts = `
  scheme.id AS scheme_id,
  (SELECT count(*) FROM scheme_category JOIN indicator ON indicator.category_id = scheme_category.id
   WHERE scheme_category.scheme_id = scheme.id) AS indicator_count,
  (SELECT ifnull(sum(max_points), 0) FROM scheme_category
   WHERE scheme_category.scheme_id = scheme.id AND bonus = 0) AS full_points,
  (SELECT count(DISTINCT period_id) FROM assessment_group WHERE scheme_id = scheme.id) AS period_count`;

export const factsOfAllSchemes = defineQuery({
  name: 'schemes.facts',
  sql: `SELECT ${facts} FROM scheme`,
  columns: factColumns,
});

export const factsOfScheme = defineQuery<typeof factColumns, { id: number }>({
  name: 'schemes.factsOf',
  sql: `SELECT ${facts} FROM scheme WHERE id = @id`,
  columns: factColumns,
});

export const allSchemes = defineQuery({
  name: 'schemes.all',
  sql: `SELECT ${schemeList} FROM scheme
        ORDER BY CASE status WHEN 'draft' THEN 0 WHEN 'inForce' THEN 1 ELSE 2 END, created_at DESC, id DESC`,
  columns: schemeColumns,
});

const categoryColumns = {
  id: integer,
  uid: text,
  scheme_id: integer,
  position: integer,
  name: text,
  max_points: integer,
  bonus: integer,
};
export type CategoryRow = Row<typeof categoryColumns>;
const categoryList = 'id, uid, scheme_id, position, name, max_points, bonus';

export const categoryByUid = defineQuery<typeof categoryColumns, { uid: string }>({
  name: 'schemes.categoryByUid',
  sql: `SELECT ${categoryList} FROM scheme_category WHERE uid = @uid`,
  columns: categoryColumns,
});

export const categoriesOfScheme = defineQuery<typeof categoryColumns, { schemeId: number }>({
  name: 'schemes.categories',
  sql: `SELECT ${categoryList} FROM scheme_category WHERE scheme_id = @schemeId ORDER BY position, id`,
  columns: categoryColumns,
});

const indicatorColumns = {
  id: integer,
  uid: text,
  category_id: integer,
  category_uid: text,
  scheme_id: integer,
  position: integer,
  number: text,
  content: text,
  max_points: integer,
  rule_text: text,
  method: text,
  source: text,
  floor: oneOf('zero', 'negative'),
  not_applicable: oneOf('fullMarks', 'rescale'),
  condition: nullableText,
  rules: text,
};
export type IndicatorRow = Row<typeof indicatorColumns>;
const indicatorsFrom = `SELECT indicator.id AS id, indicator.uid AS uid, category_id,
    scheme_category.uid AS category_uid, scheme_category.scheme_id AS scheme_id,
    indicator.position AS position, number, content, indicator.max_points AS max_points,
    rule_text, method, source, floor, not_applicable, condition, rules
  FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id`;

export const indicatorByUid = defineQuery<typeof indicatorColumns, { uid: string }>({
  name: 'schemes.indicatorByUid',
  sql: `${indicatorsFrom} WHERE indicator.uid = @uid`,
  columns: indicatorColumns,
});

export const indicatorsOfScheme = defineQuery<typeof indicatorColumns, { schemeId: number }>({
  name: 'schemes.indicators',
  sql: `${indicatorsFrom} WHERE scheme_category.scheme_id = @schemeId
        ORDER BY scheme_category.position, scheme_category.id, indicator.position, indicator.id`,
  columns: indicatorColumns,
});

export const indicatorsOfCategory = defineQuery<typeof indicatorColumns, { categoryId: number }>({
  name: 'schemes.indicatorsOfCategory',
  sql: `${indicatorsFrom} WHERE category_id = @categoryId ORDER BY indicator.position, indicator.id`,
  columns: indicatorColumns,
});

const familyColumns = { uid: text, family: text };

/** In the document's order; all versions of one indicator have the same family. */
export const familiesOfScheme = defineQuery<typeof familyColumns, { schemeId: number }>({
  name: 'schemes.families',
  sql: `SELECT indicator.uid AS uid, ifnull(family_uid, indicator.uid) AS family
    FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id
    WHERE scheme_category.scheme_id = @schemeId
    ORDER BY scheme_category.position, scheme_category.id, indicator.position, indicator.id`,
  columns: familyColumns,
});
