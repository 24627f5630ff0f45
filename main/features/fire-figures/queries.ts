import { defineQuery, integer, oneOf, type Row, text } from '#main/core/store/query.ts';
import { figureStates } from '#shared/rules/fire-figures/figures.ts';

const figureColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  month: text,
  fires: integer,
  deaths: integer,
  injuries: integer,
  loss: integer,
  state: oneOf(...figureStates),
  source: text,
  entered_at: integer,
  entered_by: text,
};
export type FigureRecord = Row<typeof figureColumns>;

const columns = Object.keys(figureColumns).join(', ');

/** What counts of each county and month: the latest entry. @param from first and last month, YYYY-MM */
export const figuresBetween = defineQuery<typeof figureColumns, { from: string; to: string }>({
  name: 'fireFigures.between',
  sql: `SELECT ${columns} FROM fire_figure AS figure WHERE month BETWEEN @from AND @to
      AND id = (SELECT max(id) FROM fire_figure WHERE month = figure.month
        AND organization_id = figure.organization_id)
    ORDER BY month, organization_id`,
  columns: figureColumns,
});

export const entriesOf = defineQuery<typeof figureColumns, { organizationId: number; month: string }>({
  name: 'fireFigures.entries',
  sql: `SELECT ${columns} FROM fire_figure WHERE month = @month AND organization_id = @organizationId
    ORDER BY id DESC`,
  columns: figureColumns,
});
