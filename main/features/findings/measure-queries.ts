import type { CountedBy } from '#shared/rules/reports/table.ts';
import { defineQuery, integer, type Query, type Row, text } from '#main/core/store/query.ts';
import { isRectifiedSql, STAGES } from './list-queries.ts';

interface CountParams {
  from: string;
  to: string;
  today: string;
  /** JSON list of campaigns that are not counted. */
  hidden: string;
}

const { owed, waiting, closed } = STAGES;
/** What was given up was none. Stage and day are what the index begins with: a quarter of a million is a few thousand. */
const isCountedSql = `finding_list.stage IN (${owed}, ${waiting}, ${closed})
  AND finding_list.found BETWEEN @from AND @to
  AND finding_list.campaign NOT IN (SELECT value FROM json_each(@hidden))`;
const isOverdueSql = '(finding_list.stage = 0 AND finding_list.due < @today)';

const countColumns = {
  row: text,
  is_major: integer,
  found: integer,
  rectified: integer,
  overdue: integer,
};
export type CountRow = Row<typeof countColumns>;

const findingColumns = {
  task_id: integer,
  row: text,
  is_major: integer,
  is_rectified: integer,
  is_overdue: integer,
};

interface FindingQueries {
  counts: Query<CountRow, CountParams>;
  /** The latest first; what belongs to several rows comes once for each. */
  findings: Query<Row<typeof findingColumns>, CountParams>;
}

/** @param join gives `own`, whose uid is the row's; without it all belong to one */
function queriesOf(name: string, join: string): FindingQueries {
  const row = join === '' ? "''" : "ifnull(own.uid, '')";
  const counted = `FROM finding_list INDEXED BY finding_list_found ${join} WHERE ${isCountedSql}`;
  return {
    counts: defineQuery<typeof countColumns, CountParams>({
      name: `findings.measures.counts.${name}`,
      sql: `SELECT ${row} AS row, finding_list.major AS is_major, count(*) AS found,
          sum(${isRectifiedSql}) AS rectified, sum(${isOverdueSql}) AS overdue
        ${counted} GROUP BY 1, 2`,
      columns: countColumns,
    }),
    findings: defineQuery<typeof findingColumns, CountParams>({
      name: `findings.measures.findings.${name}`,
      sql: `SELECT finding_list.task_id AS task_id, ${row} AS row, finding_list.major AS is_major,
          ${isRectifiedSql} AS is_rectified, ${isOverdueSql} AS is_overdue
        ${counted} ORDER BY finding_list.found DESC, finding_list.task_id DESC`,
      columns: findingColumns,
    }),
  };
}

/** By the units that have to put it right. */
const byLeads = (level: 'township' | 'memberUnit') =>
  queriesOf(
    level,
    `LEFT JOIN (task_unit AS unit JOIN organization AS own
        ON own.id = unit.organization_id AND own.level = '${level}')
      ON unit.task_id = finding_list.task_id AND unit.role = 'lead'`,
  );

export const findingQueries: Readonly<Record<Exclude<CountedBy, 'level'> | 'all', FindingQueries>> = {
  all: queriesOf('all', ''),
  county: queriesOf('county', 'LEFT JOIN organization AS own ON own.id = finding_list.county'),
  township: byLeads('township'),
  memberUnit: byLeads('memberUnit'),
  trade: queriesOf('trade', 'LEFT JOIN site_trade AS own ON own.id = finding_list.trade'),
  siteKind: queriesOf(
    'siteKind',
    `LEFT JOIN (finding JOIN key_site_kind AS link ON link.site_id = finding.site_id
        JOIN site_kind AS own ON own.id = link.kind_id)
      ON finding.task_id = finding_list.task_id`,
  ),
};
