import { defineQuery, integer, nullableInteger, oneOf, type Row, text } from '#main/core/store/query.ts';
import { shortfallLevels, shortfallRules } from '#shared/rules/shortfalls/shortfall.ts';

const itemColumns = {
  id: integer,
  uid: text,
  name: text,
  unit: text,
  level: oneOf(...shortfallLevels),
  rule: oneOf(...shortfallRules),
  amount: integer,
  basis: text,
  existing: text,
  source: text,
  used_by: integer,
};
export type ItemRecord = Row<typeof itemColumns>;
const selectItems = `SELECT id, uid, name, unit, level, rule, amount, basis, existing, source,
    (SELECT count(*) FROM shortfall_figure WHERE item_id = shortfall_item.id)
      + (SELECT count(*) FROM shortfall_plan WHERE item_id = shortfall_item.id) AS used_by
  FROM shortfall_item`;

export const allItems = defineQuery({
  name: 'shortfalls.items',
  sql: `${selectItems} ORDER BY position, id`,
  columns: itemColumns,
});

export const itemByUid = defineQuery<typeof itemColumns, { uid: string }>({
  name: 'shortfalls.item',
  sql: `${selectItems} WHERE uid = @uid`,
  columns: itemColumns,
});

const figureColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  required: nullableInteger,
  existing: nullableInteger,
  note: text,
};
export type FigureRecord = Row<typeof figureColumns>;

export const figuresOfItem = defineQuery<typeof figureColumns, { itemId: number }>({
  name: 'shortfalls.figures',
  sql: `SELECT ${Object.keys(figureColumns).join(', ')} FROM shortfall_figure WHERE item_id = @itemId`,
  columns: figureColumns,
});

const planColumns = {
  id: integer,
  organization_id: integer,
  year: integer,
  planned: nullableInteger,
  done: nullableInteger,
  money_planned: nullableInteger,
  money_spent: nullableInteger,
  note: text,
};
export type PlanRecord = Row<typeof planColumns>;

export const plansOfItem = defineQuery<typeof planColumns, { itemId: number }>({
  name: 'shortfalls.plans',
  sql: `SELECT ${Object.keys(planColumns).join(', ')} FROM shortfall_plan WHERE item_id = @itemId ORDER BY year`,
  columns: planColumns,
});
