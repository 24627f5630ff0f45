import { defineQuery, integer, nullableInteger, nullableText, oneOf, text } from '#main/core/store/query.ts';

const partColumns = {
  id: integer,
  source_id: nullableInteger,
  source_uid: nullableText,
  source_code: nullableText,
  source_final: nullableInteger,
  name: text,
  weight: integer,
};

export const partsOfPeriod = defineQuery<typeof partColumns, { periodId: number }>({
  name: 'year.parts',
  sql: `SELECT year_part.id AS id, source_id, source.uid AS source_uid, source.code AS source_code,
      source.status = 'final' AS source_final, name, weight
    FROM year_part LEFT JOIN assessment_period AS source ON source.id = source_id
    WHERE period_id = @periodId ORDER BY position, year_part.id`,
  columns: partColumns,
});

const settingColumns = {
  id: integer,
  missing: oneOf('open', 'rescale'),
  bonus: oneOf('weighted', 'apart', 'none'),
  veto: oneOf('year', 'part'),
  source: text,
};

export const settingOfPeriod = defineQuery<typeof settingColumns, { periodId: number }>({
  name: 'year.setting',
  sql: 'SELECT id, missing, bonus, veto, source FROM year_setting WHERE period_id = @periodId',
  columns: settingColumns,
});

const userColumns = { title: text, status: oneOf('open', 'final') };

/** Years that a period is a part of. */
export const yearsMadeOf = defineQuery<typeof userColumns, { periodId: number }>({
  name: 'year.madeOf',
  sql: `SELECT year.title AS title, year.status AS status FROM year_part
    JOIN assessment_period AS year ON year.id = year_part.period_id
    WHERE source_id = @periodId ORDER BY year.last_day DESC`,
  columns: userColumns,
});
