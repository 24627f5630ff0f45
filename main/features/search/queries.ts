import { defineQuery, text } from '#main/core/store/query.ts';

const findableColumns = { uid: text, title: text, note: text, page_uid: text };

/** Every organization under each name that it has had, the present one first. */
export const findableOrganizations = defineQuery({
  name: 'search.organizations',
  sql: `SELECT organization.uid AS uid, state.name AS title, organization.uid AS page_uid,
      CASE WHEN state.last_day IS NULL THEN ifnull(parent.name, '')
        ELSE '曾用名，至 ' || state.last_day END AS note
    FROM organization_state AS state
    JOIN organization ON organization.id = state.organization_id
    LEFT JOIN organization_state AS parent ON parent.organization_id = state.parent_id AND parent.last_day IS NULL
    ORDER BY state.last_day IS NOT NULL, organization.id`,
  columns: findableColumns,
});

export const findableSchemes = defineQuery({
  name: 'search.schemes',
  sql: `SELECT uid, title, document_number AS note, uid AS page_uid FROM scheme ORDER BY id DESC`,
  columns: findableColumns,
});

export const findableIndicators = defineQuery({
  name: 'search.indicators',
  sql: `SELECT indicator.uid AS uid, indicator.content AS title, scheme.title AS note, scheme.uid AS page_uid
    FROM indicator
    JOIN scheme_category ON scheme_category.id = indicator.category_id
    JOIN scheme ON scheme.id = scheme_category.scheme_id
    ORDER BY scheme.id DESC, scheme_category.position, indicator.position`,
  columns: findableColumns,
});

export const findablePeriods = defineQuery({
  name: 'search.periods',
  sql: `SELECT uid, title, code AS note, uid AS page_uid FROM assessment_period ORDER BY first_day DESC`,
  columns: findableColumns,
});
