import { defineQuery, integer, nullableInteger, oneOf, type Row, text } from '#main/core/store/query.ts';
import { figureStates } from '#shared/rules/fire-figures/figures.ts';
import { fireSplits } from '#shared/rules/fire-figures/parts.ts';
import { termColumns } from '#main/core/terms.ts';

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

const wordColumns = { ...termColumns, split: oneOf(...fireSplits) };
export type WordRecord = Row<typeof wordColumns>;

export const wordsOfAll = defineQuery({
  name: 'fireFigures.words',
  sql: 'SELECT id, uid, name, aliases, position, split FROM fire_word ORDER BY split, position, id',
  columns: wordColumns,
});

export const wordUse = defineQuery({
  name: 'fireFigures.wordUse',
  sql: `SELECT word_id AS id, count(*) AS count FROM fire_figure_part GROUP BY word_id`,
  columns: { id: integer, count: integer },
});

const partColumns = {
  figure_id: integer,
  split: oneOf(...fireSplits),
  word_uid: text,
  fires: integer,
  deaths: integer,
  injuries: integer,
  loss: integer,
};
export type PartRecord = Row<typeof partColumns>;

/** @param ids JSON list of the local ids of entries */
export const partsOfFigures = defineQuery<typeof partColumns, { ids: string }>({
  name: 'fireFigures.parts',
  sql: `SELECT part.figure_id AS figure_id, word.split AS split, word.uid AS word_uid, part.fires AS fires,
      part.deaths AS deaths, part.injuries AS injuries, part.loss AS loss
    FROM json_each(@ids) AS wanted JOIN fire_figure_part AS part ON part.figure_id = wanted.value
    JOIN fire_word AS word ON word.id = part.word_id ORDER BY word.split, word.position, word.id`,
  columns: partColumns,
});

const singleColumns = {
  organization_id: integer,
  fires: integer,
  deaths: integer,
  injuries: integer,
  loss: integer,
};

/** Fires that are entered one by one, by the place that they are entered at. */
export const singlesBetween = defineQuery<typeof singleColumns, { from: string; to: string }>({
  name: 'fireFigures.singles',
  sql: `SELECT organization_id, count(*) AS fires, ifnull(sum(dead), 0) AS deaths,
      ifnull(sum(injured), 0) AS injuries, ifnull(sum(loss), 0) AS loss
    FROM notable_fire WHERE day BETWEEN @from AND @to GROUP BY organization_id`,
  columns: singleColumns,
});

const populationColumns = {
  uid: text,
  organization_id: integer,
  year: integer,
  permanent: integer,
  households: nullableInteger,
};
export type PopulationRecord = Row<typeof populationColumns>;

/** Of each place the latest that is known, up to a year. */
export const populationUpTo = defineQuery<typeof populationColumns, { year: number }>({
  name: 'fireFigures.population',
  sql: `SELECT uid, organization_id, year, permanent, households FROM population AS known
    WHERE year = (SELECT max(year) FROM population WHERE organization_id = known.organization_id AND year <= @year)
    ORDER BY organization_id`,
  columns: populationColumns,
});
