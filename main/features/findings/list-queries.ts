import { defineQuery, integer, type Query, type Row, text } from '#main/core/store/query.ts';
import type { FindingSort } from '#shared/contract/findings.ts';

/*
 * A page of a million findings costs as much as one of a hundred: for each order there is an index for each of the
 * filters that may come first, holding all that the other filters look at. A view is one or several stages; each is read
 * in its order as far as the page reaches, and the page is what comes first of them.
 */

/** Which filter the index begins with; the most selective one that is asked for. */
export type Lead = 'none' | 'major' | 'campaign' | 'county' | 'trade';

/** Stages of finding_list. */
export const STAGES = { owed: 0, waiting: 1, closed: 2, cancelled: 3 } as const;
/** Fills up the stages of a view that has less of them. */
const NO_STAGE = -1;
const MOST_STAGES = 4;

/** What the clerk chose beside the view; null stands for no such condition. */
export interface ChosenParams {
  campaign: number | null;
  county: number | null;
  trade: number | null;
  major: number | null;
}

export interface StageParams {
  stage0: number;
  stage1: number;
  stage2: number;
  stage3: number;
  dueFrom: string;
  dueTo: string;
}

/** What a number of the results has counted; the list as such asks for nothing of it. */
export interface CountedParams {
  foundFrom: string;
  foundTo: string;
  team: string | null;
  rectified: number;
  /** JSON list of campaigns that are not counted. */
  hidden: string;
}

interface PageParams extends ChosenParams, StageParams, CountedParams {
  /** The first value that may still come: that of the cursor, or where the view begins. */
  from: string;
  afterValue: string;
  afterId: number;
  limit: number;
}

interface TextParams extends ChosenParams, CountedParams {
  match: string;
  /** JSON list. */
  stages: string;
  dueFrom: string;
  dueTo: string;
  afterId: number;
  limit: number;
}

interface CountParams extends ChosenParams, CountedParams {
  today: string;
  yesterday: string;
  soonTo: string;
  /** Where counting stops. */
  most: number;
}

const chosen = `(@campaign IS NULL OR campaign = @campaign) AND (@county IS NULL OR county = @county)
  AND (@trade IS NULL OR trade = @trade) AND (@major IS NULL OR major = @major)`;
const inDays = 'due >= @dueFrom AND due <= @dueTo';

/** Of what is reported only the task knows whether it was accepted. */
export const isRectifiedSql = `(finding_list.stage = 2 OR (finding_list.stage = 1
  AND (SELECT status FROM task WHERE task.id = finding_list.task_id) = 'accepted'))`;
const teamSql = `(SELECT ifnull(max(visit.team), '') FROM finding JOIN visit ON visit.id = finding.visit_id
  WHERE finding.task_id = finding_list.task_id)`;
const isCounted = `${chosen} AND finding_list.stage <> 3 AND found >= @foundFrom AND found <= @foundTo
  AND campaign NOT IN (SELECT value FROM json_each(@hidden))
  AND (@rectified = 0 OR ${isRectifiedSql}) AND (@team IS NULL OR @team = ${teamSql})`;

export const BEFORE_ALL = '';
export const AFTER_ALL = '~';

const pageColumns = { task_id: integer, value: text };
type PageQuery = Query<Row<typeof pageColumns>, PageParams>;

const countColumns = {
  owed: integer,
  overdue: integer,
  soon: integer,
  waiting: integer,
  closed: integer,
  cancelled: integer,
};
export type Counted = Row<typeof countColumns>;

interface ListQueries {
  pages: Readonly<Record<Lead, Readonly<Record<FindingSort, PageQuery>>>>;
  textPage: Query<Row<typeof pageColumns>, TextParams>;
  counts: Readonly<Record<Lead, Query<Counted, CountParams>>>;
  textCounts: Query<Counted, CountParams & { match: string }>;
}

export function stageParams(stages: readonly number[]): Omit<StageParams, 'dueFrom' | 'dueTo'> {
  const [stage0 = NO_STAGE, stage1 = NO_STAGE, stage2 = NO_STAGE, stage3 = NO_STAGE] = stages;
  return { stage0, stage1, stage2, stage3 };
}

function indexOf(lead: Lead, sort: FindingSort): string {
  return lead === 'none' ? `finding_list_${sort}` : `finding_list_${lead}_${sort}`;
}

function leadIs(lead: Lead): string {
  if (lead === 'none') return '';
  return lead === 'major' ? 'major = 1 AND' : `${lead} = @${lead} AND`;
}

function pageSql(lead: Lead, sort: FindingSort, isMeant: string): string {
  const [direction, behind] = sort === 'due' ? ['ASC', '>'] : ['DESC', '<'];
  const arms = Array.from(
    { length: MOST_STAGES },
    (_arm, place) => `SELECT * FROM (SELECT task_id, ${sort} AS value
      FROM finding_list INDEXED BY ${indexOf(lead, sort)}
      WHERE ${leadIs(lead)} stage = @stage${place} AND ${sort} ${behind}= @from
        AND (${sort}, task_id) ${behind} (@afterValue, @afterId) AND ${inDays} AND ${isMeant}
      ORDER BY ${sort} ${direction}, task_id ${direction} LIMIT @limit)`,
  );
  return `SELECT task_id, value FROM (${arms.join(' UNION ALL ')})
    ORDER BY value ${direction}, task_id ${direction} LIMIT @limit`;
}

/** Each number of its own, since each stops where it is large enough. */
function countsSql(lead: Lead, isMeant: string): string {
  const countOf = (stage: number, days = '') => `SELECT count(*) FROM (
    SELECT 1 FROM finding_list INDEXED BY ${indexOf(lead, 'due')}
    WHERE ${leadIs(lead)} stage = ${stage} ${days} AND ${isMeant} LIMIT @most)`;
  const counts: Record<keyof Counted, string> = {
    owed: countOf(STAGES.owed),
    overdue: countOf(STAGES.owed, 'AND due <= @yesterday'),
    soon: countOf(STAGES.owed, 'AND due >= @today AND due <= @soonTo'),
    waiting: countOf(STAGES.waiting),
    closed: countOf(STAGES.closed),
    cancelled: countOf(STAGES.cancelled),
  };
  const named = Object.entries(counts).map(([name, count]) => `(${count}) AS ${name}`);
  return `SELECT ${named.join(', ')}`;
}

/** @param isMeant what the clerk asked for beside view and text */
function listQueries(kind: 'list' | 'counted', isMeant: string): ListQueries {
  const inText = `FROM task_search CROSS JOIN finding_list ON finding_list.task_id = task_search.rowid
    WHERE task_search MATCH @match AND ${isMeant}`;
  const page = (lead: Lead, sort: FindingSort): PageQuery =>
    defineQuery<typeof pageColumns, PageParams>({
      name: `findings.${kind}.page.${lead}.${sort}`,
      sql: pageSql(lead, sort, isMeant),
      columns: pageColumns,
    });
  const pagesOf = (lead: Lead) => ({ due: page(lead, 'due'), found: page(lead, 'found') });
  const countsOf = (lead: Lead) =>
    defineQuery<typeof countColumns, CountParams>({
      name: `findings.${kind}.counts.${lead}`,
      sql: countsSql(lead, isMeant),
      columns: countColumns,
    });
  return {
    pages: ofLeads(pagesOf),
    // The search index answers in the order of entering: so the latest come first without looking at all of them.
    textPage: defineQuery<typeof pageColumns, TextParams>({
      name: `findings.${kind}.page.text`,
      sql: `SELECT finding_list.task_id AS task_id, '' AS value ${inText}
        AND task_search.rowid < @afterId AND stage IN (SELECT value FROM json_each(@stages)) AND ${inDays}
        ORDER BY task_search.rowid DESC LIMIT @limit`,
      columns: pageColumns,
    }),
    counts: ofLeads(countsOf),
    // What a text finds is looked at once for all views.
    textCounts: defineQuery<typeof countColumns, CountParams & { match: string }>({
      name: `findings.${kind}.counts.text`,
      sql: `SELECT ifnull(sum(stage = 0), 0) AS owed, ifnull(sum(stage = 0 AND due <= @yesterday), 0) AS overdue,
          ifnull(sum(stage = 0 AND due >= @today AND due <= @soonTo), 0) AS soon,
          ifnull(sum(stage = 1), 0) AS waiting, ifnull(sum(stage = 2), 0) AS closed,
          ifnull(sum(stage = 3), 0) AS cancelled
        FROM (SELECT stage, due ${inText} LIMIT @most)`,
      columns: countColumns,
    }),
  };
}

function ofLeads<Value>(of: (lead: Lead) => Value): Record<Lead, Value> {
  return {
    none: of('none'),
    major: of('major'),
    campaign: of('campaign'),
    county: of('county'),
    trade: of('trade'),
  };
}

export const plainQueries = listQueries('list', chosen);
/** Slower, since no index holds all that they look at. */
export const countedQueries = listQueries('counted', isCounted);
