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

interface PageParams extends ChosenParams, StageParams {
  /** The first value that may still come: that of the cursor, or where the view begins. */
  from: string;
  afterValue: string;
  afterId: number;
  limit: number;
}

const chosen = `(@campaign IS NULL OR campaign = @campaign) AND (@county IS NULL OR county = @county)
  AND (@trade IS NULL OR trade = @trade) AND (@major IS NULL OR major = @major)`;
const inDays = 'due >= @dueFrom AND due <= @dueTo';

export const BEFORE_ALL = '';
export const AFTER_ALL = '~';

const pageColumns = { task_id: integer, value: text };
type PageQuery = Query<Row<typeof pageColumns>, PageParams>;

export function stageParams(stages: readonly number[]): Omit<StageParams, 'dueFrom' | 'dueTo'> {
  const [stage0 = NO_STAGE, stage1 = NO_STAGE, stage2 = NO_STAGE, stage3 = NO_STAGE] = stages;
  return { stage0, stage1, stage2, stage3 };
}

function definePage(lead: Lead, sort: FindingSort): PageQuery {
  const [direction, behind] = sort === 'due' ? ['ASC', '>'] : ['DESC', '<'];
  const arms = Array.from(
    { length: MOST_STAGES },
    (_arm, place) => `SELECT * FROM (SELECT task_id, ${sort} AS value
      FROM finding_list INDEXED BY ${indexOf(lead, sort)}
      WHERE ${leadIs(lead)} stage = @stage${place} AND ${sort} ${behind}= @from
        AND (${sort}, task_id) ${behind} (@afterValue, @afterId) AND ${inDays} AND ${chosen}
      ORDER BY ${sort} ${direction}, task_id ${direction} LIMIT @limit)`,
  );
  return defineQuery<typeof pageColumns, PageParams>({
    name: `findings.page.${lead}.${sort}`,
    sql: `SELECT task_id, value FROM (${arms.join(' UNION ALL ')})
      ORDER BY value ${direction}, task_id ${direction} LIMIT @limit`,
    columns: pageColumns,
  });
}

function indexOf(lead: Lead, sort: FindingSort): string {
  return lead === 'none' ? `finding_list_${sort}` : `finding_list_${lead}_${sort}`;
}

function leadIs(lead: Lead): string {
  if (lead === 'none') return '';
  return lead === 'major' ? 'major = 1 AND' : `${lead} = @${lead} AND`;
}

function pagesOf(lead: Lead): Record<FindingSort, PageQuery> {
  return { due: definePage(lead, 'due'), found: definePage(lead, 'found') };
}

export const pageQueries: Readonly<Record<Lead, Readonly<Record<FindingSort, PageQuery>>>> = {
  none: pagesOf('none'),
  major: pagesOf('major'),
  campaign: pagesOf('campaign'),
  county: pagesOf('county'),
  trade: pagesOf('trade'),
};

interface TextParams extends ChosenParams {
  match: string;
  /** JSON list. */
  stages: string;
  dueFrom: string;
  dueTo: string;
}

const inText = `FROM task_search CROSS JOIN finding_list ON finding_list.task_id = task_search.rowid
  WHERE task_search MATCH @match AND ${chosen}`;
const inView = `stage IN (SELECT value FROM json_each(@stages)) AND ${inDays}`;

/** The search index answers in the order of entering: so the latest come first without looking at all of them. */
export const textPage = defineQuery<typeof pageColumns, TextParams & { afterId: number; limit: number }>({
  name: 'findings.page.text',
  sql: `SELECT finding_list.task_id AS task_id, '' AS value ${inText}
    AND task_search.rowid < @afterId AND ${inView} ORDER BY task_search.rowid DESC LIMIT @limit`,
  columns: pageColumns,
});

const countColumns = {
  owed: integer,
  overdue: integer,
  soon: integer,
  waiting: integer,
  closed: integer,
  cancelled: integer,
};
export type Counted = Row<typeof countColumns>;

interface CountParams extends ChosenParams {
  today: string;
  yesterday: string;
  soonTo: string;
  /** Where counting stops. */
  most: number;
}

/** Each number of its own, since each stops where it is large enough. */
function countsFrom(countOf: (stage: number, days: string) => string): string {
  const counts: Record<keyof Counted, string> = {
    owed: countOf(STAGES.owed, ''),
    overdue: countOf(STAGES.owed, 'AND due <= @yesterday'),
    soon: countOf(STAGES.owed, 'AND due >= @today AND due <= @soonTo'),
    waiting: countOf(STAGES.waiting, ''),
    closed: countOf(STAGES.closed, ''),
    cancelled: countOf(STAGES.cancelled, ''),
  };
  const named = Object.entries(counts).map(([name, count]) => `(${count}) AS ${name}`);
  return `SELECT ${named.join(', ')}`;
}

function defineCounts(lead: Lead): Query<Counted, CountParams> {
  return defineQuery<typeof countColumns, CountParams>({
    name: `findings.counts.${lead}`,
    sql: countsFrom(
      (stage, days) => `SELECT count(*) FROM (SELECT 1 FROM finding_list INDEXED BY ${indexOf(lead, 'due')}
        WHERE ${leadIs(lead)} stage = ${stage} ${days} AND ${chosen} LIMIT @most)`,
    ),
    columns: countColumns,
  });
}

export const countQueries: Readonly<Record<Lead, Query<Counted, CountParams>>> = {
  none: defineCounts('none'),
  major: defineCounts('major'),
  campaign: defineCounts('campaign'),
  county: defineCounts('county'),
  trade: defineCounts('trade'),
};

/** What a text finds is looked at once for all views. */
export const textCounts = defineQuery<typeof countColumns, CountParams & { match: string }>({
  name: 'findings.counts.text',
  sql: `SELECT ifnull(sum(stage = 0), 0) AS owed, ifnull(sum(stage = 0 AND due <= @yesterday), 0) AS overdue,
      ifnull(sum(stage = 0 AND due >= @today AND due <= @soonTo), 0) AS soon,
      ifnull(sum(stage = 1), 0) AS waiting, ifnull(sum(stage = 2), 0) AS closed,
      ifnull(sum(stage = 3), 0) AS cancelled
    FROM (SELECT stage, due ${inText} LIMIT @most)`,
  columns: countColumns,
});
