import { columnOf, type LedgerDefinition, sortsOf, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Query,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { termColumns } from '#main/core/terms.ts';
import { type LedgerRecord, recordColumns } from './columns.ts';

/* The same queries for the table of every ledger, made from its definition. */

/** What the clerk chose, as SQL sees it; null stands for no such condition. */
export interface ChosenParams {
  /** JSON list of the places whose rows are meant, in the order of the list. */
  places: string;
  /** 1: those are all places. */
  isEverywhere: number;
  due: string;
  today: string;
  /** The last day that is told as soon. */
  soon: string;
  /** What the search index is asked for, see matchOf; empty: everything. */
  text: string;
  /** JSON list of the places whose names hold the text. */
  textPlaces: string;
  /** By @is_<stored name>: value or local id. */
  [filter: string]: string | number | null;
}
export type PageParams = ChosenParams & { offset: number; limit: number };

interface LedgerQueries {
  page: Query<LedgerRecord, PageParams>;
  /** In the order of a column, by its key; what is empty last. */
  sorted: ReadonlyMap<string, Record<'up' | 'down', Query<LedgerRecord, PageParams>>>;
  all: Query<LedgerRecord, null>;
  byUid: Query<LedgerRecord, { uid: string }>;
  ofPlace: Query<LedgerRecord, { organizationUid: string }>;
  /** Of places by their local ids. */
  ofPlaces: Query<LedgerRecord, { ids: string }>;
  /** Rows within a box of coordinates; null: nearness does not matter. */
  inBox: Query<Row<typeof placedColumns>, Box> | null;
  /** Rows that a map shows; null: the ledger has none. */
  points: Query<Row<typeof pointColumns>, ChosenParams> | null;
  sameKey: Query<{ id: number; uid: string }, { key: string }>;
  /** Which of some rows have the key of another one; hand-overs bring such together. */
  twins: Query<{ id: number }, { ids: string }>;
  counts: Query<Row<typeof countColumns>, ChosenParams>;
  /** The same where a text is looked for. */
  countsFound: Query<Row<typeof countColumns>, ChosenParams>;
  countAt: Query<{ uid: string; organization_id: number; count: number }, { ids: string }>;
  /** How many rows each word has, by the stored name of its column. */
  termUse: ReadonlyMap<string, Query<{ id: number; count: number }, null>>;
}

const countColumns = { total: integer, overdue: integer, soon: integer, never: integer };
const placedColumns = { id: integer, title: text, kind: text, longitude: integer, latitude: integer };
const pointColumns = {
  uid: text,
  title: text,
  mark: text,
  longitude: integer,
  latitude: integer,
  organization_id: integer,
};
interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}
const countAtColumns = { uid: text, organization_id: integer, count: integer };

export function filterName(key: string): string {
  return `is_${key}`;
}

function queriesOf(definition: LedgerDefinition): LedgerQueries {
  const { key: ledger, table, columns, filters = [], due, map, title, apart } = definition;
  const titleName = storedName(columnOf(definition, title));
  const record = recordColumns(definition);
  const list = Object.keys(record)
    .map((name) => `entry.${name} AS ${name}`)
    .join(', ');
  const select = `SELECT ${list} FROM ${table} AS entry`;
  const name = (query: string) => `ledgers.${ledger}.${query}`;

  const overdue = due === undefined ? '0' : 'entry.due_on < @today';
  const soon = due === undefined ? '0' : 'entry.due_on BETWEEN @today AND @soon';
  const never = due?.last === undefined ? '0' : `entry.${storedName(columnOf(definition, due.last))} IS NULL`;
  const narrowed = columns
    .filter((column) => filters.includes(column.key))
    .map((column) => {
      const param = `@${filterName(column.key)}`;
      return `AND (${param} IS NULL OR entry.${storedName(column)} = ${param})`;
    });
  const found = `SELECT rowid FROM ${table}_search WHERE ${table}_search MATCH @text`;
  const inNamedPlace = 'entry.organization_id IN (SELECT value FROM json_each(@textPlaces))';
  const chosen = `(@text = '' OR entry.id IN (${found}) OR ${inNamedPlace}) ${narrowed.join(' ')}`;
  const inView = `CASE @due WHEN 'overdue' THEN ${overdue} WHEN 'soon' THEN ${soon} WHEN 'never' THEN ${never} ELSE 1 END`;
  const fromPlaces = `json_each(@places) AS place CROSS JOIN ${table} AS entry INDEXED BY ${table}_place
    ON entry.organization_id = place.value`;
  const countedIn = (
    from: string,
  ) => `SELECT count(*) AS total, count(*) FILTER (WHERE ${overdue}) AS overdue,
        count(*) FILTER (WHERE ${soon}) AS soon, count(*) FILTER (WHERE ${never}) AS never
      FROM ${from}
        -- Places are looked up row by row only where some are left out: that takes as long as all the rest.
        AND (@isEverywhere = 1 OR +entry.organization_id IN (SELECT value FROM json_each(@places)))
        ${narrowed.join(' ')}`;
  const counted = (query: string, sql: string) =>
    defineQuery<typeof countColumns, ChosenParams>({ name: name(query), sql, columns: countColumns });
  const sortedBy = (column: string, order: string) =>
    defineQuery<typeof record, PageParams>({
      name: name(`by.${column}.${order}`),
      // Index by index entry in the order that is wanted, until the page is full.
      sql: `WITH page AS MATERIALIZED (SELECT entry.id AS id, entry.${column} AS sorted
            FROM ${table} AS entry INDEXED BY ${table}_by_${column}
          WHERE +entry.organization_id IN (SELECT value FROM json_each(@places)) AND ${inView} AND ${chosen}
          ORDER BY entry.${column} ${order} NULLS LAST, entry.id LIMIT @limit OFFSET @offset)
        ${select} JOIN page ON page.id = entry.id ORDER BY page.sorted ${order} NULLS LAST, entry.id`,
      columns: record,
    }) as Query<LedgerRecord, PageParams>;

  return {
    page: defineQuery<typeof record, PageParams>({
      name: name('page'),
      // Place by place along the index is the order of the list: sorting all that is found would take far longer.
      sql: `WITH page AS MATERIALIZED (SELECT entry.id AS id, place.key AS rank FROM ${fromPlaces}
          WHERE ${inView} AND ${chosen}
          LIMIT @limit OFFSET @offset)
        ${select} JOIN page ON page.id = entry.id ORDER BY page.rank, entry.id`,
      columns: record,
    }) as Query<LedgerRecord, PageParams>,
    sorted: new Map(
      sortsOf(definition).map(([key, stored]) => [
        key,
        { up: sortedBy(stored, 'ASC'), down: sortedBy(stored, 'DESC') },
      ]),
    ),
    all: defineQuery({ name: name('all'), sql: `${select} ORDER BY entry.id`, columns: record }) as Query<
      LedgerRecord,
      null
    >,
    byUid: defineQuery<typeof record, { uid: string }>({
      name: name('byUid'),
      sql: `${select} WHERE entry.uid = @uid`,
      columns: record,
    }) as Query<LedgerRecord, { uid: string }>,
    ofPlace: defineQuery<typeof record, { organizationUid: string }>({
      name: name('ofPlace'),
      sql: `${select} JOIN organization ON organization.id = entry.organization_id
        WHERE organization.uid = @organizationUid ORDER BY entry.id`,
      columns: record,
    }) as Query<LedgerRecord, { organizationUid: string }>,
    ofPlaces: defineQuery<typeof record, { ids: string }>({
      name: name('ofPlaces'),
      sql: `${select} WHERE entry.organization_id IN (SELECT value FROM json_each(@ids)) ORDER BY entry.id`,
      columns: record,
    }) as Query<LedgerRecord, { ids: string }>,
    sameKey: defineQuery<{ id: typeof integer; uid: typeof text }, { key: string }>({
      name: name('sameKey'),
      sql: `SELECT id, uid FROM ${table} WHERE row_key = @key`,
      columns: { id: integer, uid: text },
    }),
    twins: defineQuery<{ id: typeof integer }, { ids: string }>({
      name: name('twins'),
      sql: `SELECT entry.id AS id FROM json_each(@ids) AS wanted JOIN ${table} AS entry ON entry.id = wanted.value
        WHERE entry.row_key <> '' AND EXISTS (SELECT 1 FROM ${table} AS other
          WHERE other.row_key = entry.row_key AND other.id <> entry.id)`,
      columns: { id: integer },
    }),
    inBox:
      apart === undefined
        ? null
        : defineQuery<typeof placedColumns, Box>({
            name: name('inBox'),
            sql: `SELECT id, ${titleName} AS title, ifnull(${storedName(columnOf(definition, apart.kind))}, '') AS kind,
              ifnull(longitude, 0) AS longitude, ifnull(latitude, 0) AS latitude
            FROM ${table} WHERE latitude BETWEEN @south AND @north AND longitude BETWEEN @west AND @east`,
            columns: placedColumns,
          }),
    points:
      map === undefined
        ? null
        : defineQuery<typeof pointColumns, ChosenParams>({
            name: name('points'),
            sql: `SELECT entry.uid AS uid, entry.${titleName} AS title,
                ifnull(entry.${storedName(columnOf(definition, map.by))}, '') AS mark,
                ifnull(entry.longitude, 0) AS longitude, ifnull(entry.latitude, 0) AS latitude,
                entry.organization_id AS organization_id
              FROM ${fromPlaces} WHERE ${inView} AND ${chosen} AND entry.longitude IS NOT NULL
              ORDER BY place.key, entry.id`,
            columns: pointColumns,
          }),
    counts: counted('counts', countedIn(`${table} AS entry INDEXED BY ${table}_place WHERE TRUE`)),
    // From what the index found to the rows: looking up each row in what was found takes twice as long. What only the
    // place names is counted apart, because one list of both would be written down before it is counted.
    countsFound: counted(
      'countsFound',
      `SELECT sum(total) AS total, sum(overdue) AS overdue, sum(soon) AS soon, sum(never) AS never FROM (
        ${countedIn(`(${found}) AS hit CROSS JOIN ${table} AS entry ON entry.id = hit.rowid WHERE TRUE`)}
        UNION ALL
        ${countedIn(`${table} AS entry WHERE ${inNamedPlace} AND entry.id NOT IN (${found})`)})`,
    ),
    countAt: defineQuery<typeof countAtColumns, { ids: string }>({
      name: name('countAt'),
      sql: `SELECT organization.uid AS uid, entry.organization_id AS organization_id, count(*) AS count
        FROM json_each(@ids) AS wanted JOIN ${table} AS entry ON entry.organization_id = wanted.value
        JOIN organization ON organization.id = entry.organization_id GROUP BY entry.organization_id`,
      columns: countAtColumns,
    }),
    termUse: new Map(
      columns
        .filter(({ kind }) => kind === 'term')
        .map((column) => {
          const stored = storedName(column);
          return [
            column.key,
            defineQuery({
              name: name(`use.${column.key}`),
              sql: `SELECT term.id AS id, count(*) AS count FROM ${table} AS entry
                JOIN ledger_term AS term ON term.id = entry.${stored} GROUP BY term.id`,
              columns: { id: integer, count: integer },
            }),
          ];
        }),
    ),
  };
}

const byLedger = new Map(ledgerDefinitions.map((definition) => [definition.key, queriesOf(definition)]));

export function ledgerQueries({ key }: LedgerDefinition): LedgerQueries {
  const queries = byLedger.get(key);
  if (queries === undefined) throw new Error(`no ledger ${key}`);
  return queries;
}

export const termsOfList = defineQuery<typeof termColumns, { ledger: string; list: string }>({
  name: 'ledgers.terms',
  sql: `SELECT id, uid, name, aliases, position FROM ledger_term WHERE ledger = @ledger AND list = @list
    ORDER BY position, id`,
  columns: termColumns,
});

const siteColumns = { id: integer, uid: text, name: text };

/** @param ids JSON list of local ids */
export const siteNames = defineQuery<typeof siteColumns, { ids: string }>({
  name: 'ledgers.siteNames',
  sql: `SELECT site.id AS id, site.uid AS uid, site.name AS name FROM json_each(@ids) AS wanted
    JOIN key_site AS site ON site.id = wanted.value`,
  columns: siteColumns,
});

export const siteByUid = defineQuery<typeof siteColumns, { uid: string }>({
  name: 'ledgers.siteByUid',
  sql: 'SELECT id, uid, name FROM key_site WHERE uid = @uid',
  columns: siteColumns,
});

export const sitesOfName = defineQuery<typeof siteColumns, { nameKey: string }>({
  name: 'ledgers.sitesOfName',
  sql: 'SELECT id, uid, name FROM key_site WHERE name_key = @nameKey AND closed_on IS NULL',
  columns: siteColumns,
});

const placeColumns = {
  organization_id: integer,
  uid: text,
  level: oneOf('city', 'county', 'township', 'village', 'memberUnit'),
  name: text,
  short_name: text,
  parent_id: nullableInteger,
  protocol_order: integer,
  first_day: text,
  last_day: nullableText,
};
export type PlaceRow = Row<typeof placeColumns>;

/** City, counties, townships and villages with everything that they are or were called. */
export const placeStates = defineQuery({
  name: 'ledgers.placeStates',
  sql: `SELECT organization.id AS organization_id, organization.uid AS uid, organization.level AS level,
      state.name AS name, state.short_name AS short_name, state.parent_id AS parent_id,
      state.protocol_order AS protocol_order, state.first_day AS first_day, state.last_day AS last_day
    FROM organization JOIN organization_state AS state ON state.organization_id = organization.id
    WHERE organization.level <> 'memberUnit' ORDER BY organization.id, state.first_day`,
  columns: placeColumns,
});
