import { defineQuery, integer, nullableText, oneOf, type Row, text } from '#main/core/store/query.ts';
import { discreditLevels, eventEffects } from '#shared/rules/credit/levels.ts';

const kindColumns = {
  id: integer,
  uid: text,
  name: text,
  effect: oneOf(...eventEffects),
  points: integer,
  months: integer,
  valid_from: text,
  valid_to: nullableText,
  source: text,
  used_by: integer,
};
export type KindRecord = Row<typeof kindColumns>;

export const allKinds = defineQuery({
  name: 'credit.kinds',
  sql: `SELECT id, uid, name, effect, points, months, valid_from, valid_to, source,
      (SELECT count(*) FROM credit_event WHERE kind_id = credit_kind.id) AS used_by
    FROM credit_kind ORDER BY position, id`,
  columns: kindColumns,
});

const measureColumns = {
  id: integer,
  uid: text,
  level: oneOf('trusted', ...discreditLevels),
  text,
  source: text,
};
export type MeasureRecord = Row<typeof measureColumns>;

export const allMeasures = defineQuery({
  name: 'credit.measures',
  sql: 'SELECT id, uid, level, text, source FROM credit_measure ORDER BY position, id',
  columns: measureColumns,
});
