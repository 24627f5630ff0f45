import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';

const kind = oneOf('quarter', 'halfYear', 'year', 'spotCheck');
const status = oneOf('open', 'final');
const appliesTo = oneOf('county', 'township', 'village', 'memberUnit');

const periodColumns = {
  id: integer,
  uid: text,
  code: text,
  kind,
  title: text,
  first_day: text,
  last_day: text,
  status,
  fingerprint: nullableText,
};
export type PeriodRow = Row<typeof periodColumns>;
const selectPeriod = `SELECT ${Object.keys(periodColumns).join(', ')} FROM assessment_period`;

export const allPeriods = defineQuery({
  name: 'assessment.periods',
  sql: `${selectPeriod} ORDER BY last_day DESC, id DESC`,
  columns: periodColumns,
});

export const periodByUid = defineQuery<typeof periodColumns, { uid: string }>({
  name: 'assessment.periodByUid',
  sql: `${selectPeriod} WHERE uid = @uid`,
  columns: periodColumns,
});

export const periodById = defineQuery<typeof periodColumns, { id: number }>({
  name: 'assessment.periodById',
  sql: `${selectPeriod} WHERE id = @id`,
  columns: periodColumns,
});

const eventColumns = {
  kind: oneOf('finalized', 'reopened'),
  at: integer,
  user_name: text,
  reason: text,
  fingerprint: text,
};

export const eventsOfPeriod = defineQuery<typeof eventColumns, { periodId: number }>({
  name: 'assessment.events',
  sql: `SELECT kind, at, user_name, reason, fingerprint FROM period_event WHERE period_id = @periodId ORDER BY id`,
  columns: eventColumns,
});

const groupColumns = {
  id: integer,
  uid: text,
  name: text,
  position: integer,
  period_id: integer,
  scheme_id: integer,
  scheme_uid: text,
  scheme_title: text,
  applies_to: appliesTo,
};
export type GroupRow = Row<typeof groupColumns>;
const selectGroup = `SELECT assessment_group.id AS id, assessment_group.uid AS uid, assessment_group.name AS name,
    assessment_group.position AS position, period_id, scheme_id, scheme.uid AS scheme_uid,
    scheme.title AS scheme_title, scheme.applies_to AS applies_to
  FROM assessment_group JOIN scheme ON scheme.id = assessment_group.scheme_id`;

export const groupsOfPeriod = defineQuery<typeof groupColumns, { periodId: number }>({
  name: 'assessment.groupsOfPeriod',
  sql: `${selectGroup} WHERE period_id = @periodId ORDER BY position, assessment_group.id`,
  columns: groupColumns,
});

export const groupByUid = defineQuery<typeof groupColumns, { uid: string }>({
  name: 'assessment.groupByUid',
  sql: `${selectGroup} WHERE assessment_group.uid = @uid`,
  columns: groupColumns,
});

const schemeColumns = {
  id: integer,
  uid: text,
  title: text,
  applies_to: appliesTo,
  status: oneOf('draft', 'inForce', 'replaced'),
  family_uid: text,
  version: integer,
  version_reason: text,
  settings: text,
};
export type SchemeRow = Row<typeof schemeColumns>;
const selectScheme = `SELECT ${Object.keys(schemeColumns).join(', ')} FROM scheme`;

export const schemeById = defineQuery<typeof schemeColumns, { id: number }>({
  name: 'assessment.schemeById',
  sql: `${selectScheme} WHERE id = @id`,
  columns: schemeColumns,
});

export const schemeByUid = defineQuery<typeof schemeColumns, { uid: string }>({
  name: 'assessment.schemeByUid',
  sql: `${selectScheme} WHERE uid = @uid`,
  columns: schemeColumns,
});

export const schemesInForce = defineQuery<typeof schemeColumns, { day: string }>({
  name: 'assessment.schemesInForce',
  sql: `${selectScheme} WHERE status = 'inForce' AND in_force_from <= @day ORDER BY id`,
  columns: schemeColumns,
});

const categoryColumns = { uid: text, name: text, max_points: integer, bonus: integer };

export const categoriesOfScheme = defineQuery<typeof categoryColumns, { schemeId: number }>({
  name: 'assessment.categories',
  sql: `SELECT uid, name, max_points, bonus FROM scheme_category WHERE scheme_id = @schemeId ORDER BY position, id`,
  columns: categoryColumns,
});

const indicatorColumns = {
  id: integer,
  uid: text,
  category_uid: text,
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

export const indicatorsOfScheme = defineQuery<typeof indicatorColumns, { schemeId: number }>({
  name: 'assessment.indicators',
  sql: `SELECT indicator.id AS id, indicator.uid AS uid, scheme_category.uid AS category_uid, number, content,
      indicator.max_points AS max_points, rule_text, method, source, floor, not_applicable, condition, rules
    FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id
    WHERE scheme_id = @schemeId
    ORDER BY scheme_category.position, scheme_category.id, indicator.position, indicator.id`,
  columns: indicatorColumns,
});

const keyColumns = { id: integer, uid: text };

export const indicatorKeys = defineQuery<typeof keyColumns, { schemeId: number }>({
  name: 'assessment.indicatorKeys',
  sql: `SELECT indicator.id AS id, indicator.uid AS uid FROM indicator
    JOIN scheme_category ON scheme_category.id = indicator.category_id WHERE scheme_id = @schemeId`,
  columns: keyColumns,
});

const kinColumns = { id: integer, uid: text, family: text, number: text, content: text };

/** Indicators as they are recognised again in another version of their scheme. */
export const kinOfScheme = defineQuery<typeof kinColumns, { schemeId: number }>({
  name: 'assessment.kinOfScheme',
  sql: `SELECT indicator.id AS id, indicator.uid AS uid, ifnull(family_uid, indicator.uid) AS family, number, content
    FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id
    WHERE scheme_id = @schemeId
    ORDER BY scheme_category.position, scheme_category.id, indicator.position, indicator.id`,
  columns: kinColumns,
});

const oneIndicatorColumns = { ...indicatorColumns, bonus: integer };

/** One indicator of a scheme, and whether its category is a bonus. */
export const indicatorOfScheme = defineQuery<typeof oneIndicatorColumns, { schemeId: number; uid: string }>({
  name: 'assessment.indicator',
  sql: `SELECT indicator.id AS id, indicator.uid AS uid, scheme_category.uid AS category_uid, number, content,
      indicator.max_points AS max_points, rule_text, method, source, floor, not_applicable, condition, rules, bonus
    FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id
    WHERE indicator.uid = @uid AND scheme_id = @schemeId`,
  columns: oneIndicatorColumns,
});

const conditionColumns = { uid: text, condition: nullableText };

/** Enough to count the cells of a group. */
export const conditionsOfScheme = defineQuery<typeof conditionColumns, { schemeId: number }>({
  name: 'assessment.conditions',
  sql: `SELECT indicator.uid AS uid, condition
    FROM indicator JOIN scheme_category ON scheme_category.id = indicator.category_id WHERE scheme_id = @schemeId`,
  columns: conditionColumns,
});

const objectColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  organization_uid: text,
  printed_name: nullableText,
  printed_short_name: nullableText,
  printed_remark: nullableText,
  inapplicable: nullableText,
};
export type ObjectRow = Row<typeof objectColumns>;

export const objectsOfGroup = defineQuery<typeof objectColumns, { groupId: number }>({
  name: 'assessment.objects',
  sql: `SELECT assessment_object.id AS id, assessment_object.uid AS uid, organization_id,
      organization.uid AS organization_uid, printed_name, printed_short_name, printed_remark, inapplicable
    FROM assessment_object JOIN organization ON organization.id = assessment_object.organization_id
    WHERE group_id = @groupId ORDER BY position, assessment_object.id`,
  columns: objectColumns,
});

const oneObjectColumns = { id: integer, uid: text, organization_id: integer };

export const objectOfGroup = defineQuery<typeof oneObjectColumns, { groupId: number; uid: string }>({
  name: 'assessment.object',
  sql: 'SELECT id, uid, organization_id FROM assessment_object WHERE uid = @uid AND group_id = @groupId',
  columns: oneObjectColumns,
});

const shortNameColumns = { first_day: text, last_day: nullableText, short_name: text };

export const shortNamesOf = defineQuery<typeof shortNameColumns, { organizationId: number }>({
  name: 'assessment.shortNames',
  sql: `SELECT first_day, last_day, short_name FROM organization_state WHERE organization_id = @organizationId`,
  columns: shortNameColumns,
});

/** How many of a group have ever borne a short name. */
export const bearersOfShortName = defineQuery<
  { count: typeof integer },
  { groupId: number; shortName: string }
>({
  name: 'assessment.bearersOfShortName',
  sql: `SELECT count(*) AS count FROM assessment_object WHERE group_id = @groupId AND EXISTS (
    SELECT 1 FROM organization_state
    WHERE organization_state.organization_id = assessment_object.organization_id AND short_name = @shortName)`,
  columns: { count: integer },
});

const stateColumns = {
  organization_id: integer,
  first_day: text,
  last_day: nullableText,
  name: text,
  short_name: text,
  parent_name: nullableText,
  parent_short_name: nullableText,
  marks: text,
};

/** Only those of one group: reading a whole city with its villages would take longer than the rest together. */
export const statesOfGroup = defineQuery<typeof stateColumns, { groupId: number }>({
  name: 'assessment.statesOfGroup',
  sql: `SELECT state.organization_id AS organization_id, state.first_day AS first_day, state.last_day AS last_day,
      state.name AS name, state.short_name AS short_name, above.name AS parent_name,
      above.short_name AS parent_short_name, state.marks AS marks
    FROM assessment_object
    JOIN organization_state AS state ON state.organization_id = assessment_object.organization_id
    LEFT JOIN organization_state AS above ON above.organization_id = state.parent_id
      AND above.first_day <= state.first_day AND ifnull(above.last_day, state.first_day) >= state.first_day
    WHERE group_id = @groupId ORDER BY state.first_day`,
  columns: stateColumns,
});

const successionColumns = { organization_id: integer, kind: oneOf('merge', 'split'), day: text, name: text };

/** Into what the organizations of a group were merged or split, with the successors' names of that day. */
export const successionsOfGroup = defineQuery<typeof successionColumns, { groupId: number }>({
  name: 'assessment.successionsOfGroup',
  sql: `SELECT from_organization_id AS organization_id, kind, day, state.name AS name
    FROM assessment_object
    JOIN organization_succession ON from_organization_id = assessment_object.organization_id
    JOIN organization_state AS state ON state.organization_id = to_organization_id
      AND state.first_day <= day AND ifnull(state.last_day, day) >= day
    WHERE group_id = @groupId ORDER BY organization_succession.id`,
  columns: successionColumns,
});

/** Everything that holds, at any depth below it, an organization with the mark on that day. */
export const holdersOfMark = defineQuery<{ id: typeof nullableInteger }, { mark: string; day: string }>({
  name: 'assessment.holdersOfMark',
  sql: `WITH RECURSIVE holder (id) AS (
      SELECT parent_id FROM organization_state
        WHERE marks <> '[]' AND first_day <= @day AND ifnull(last_day, @day) >= @day
          AND EXISTS (SELECT 1 FROM json_each(marks) WHERE value = @mark)
      UNION
      SELECT parent_id FROM holder JOIN organization_state ON organization_id = holder.id
        WHERE first_day <= @day AND ifnull(last_day, @day) >= @day
    ) SELECT id FROM holder WHERE id IS NOT NULL`,
  columns: { id: nullableInteger },
});

const organizationColumns = { id: integer, uid: text, level: text };

export const organizationByUid = defineQuery<typeof organizationColumns, { uid: string }>({
  name: 'assessment.organizationByUid',
  sql: 'SELECT id, uid, level FROM organization WHERE uid = @uid',
  columns: organizationColumns,
});

const gradeColumns = { name: text };

/** Of every scheme, the best first as far as schemes agree. */
export const gradeNames = defineQuery({
  name: 'assessment.gradeNames',
  sql: `SELECT json_extract(grade.value, '$.name') AS name
        FROM scheme JOIN json_each(scheme.settings, '$.grades') AS grade GROUP BY name ORDER BY min(grade.key), name`,
  columns: gradeColumns,
});
