import { defineQuery, integer, type Query, type Row } from '#main/core/store/query.ts';
import type { TaskCursor, TaskSort } from '#shared/contract/tasks.ts';
import { isOwedSql, selectTask, taskColumns } from './queries.ts';

/** What a view shows, as SQL sees it; null stands for no such condition. */
export interface ViewParams {
  /** JSON list. */
  statuses: string | null;
  keeper: string | null;
  /** First and last due day. */
  dueFrom: string | null;
  dueTo: string | null;
  /** Feedback is due on or before this day. */
  feedbackTo: string | null;
}

/** What the clerk chose beside the view. */
export interface ChosenParams {
  kind: string | null;
  unit: number | null;
  sourceUid: string | null;
  /** What the search index is asked for, see matchOf; empty: everything. */
  text: string;
  /** JSON list of the organizations whose names hold the text. */
  textUnits: string;
}

interface PageParams extends ViewParams, ChosenParams {
  /** Where the page begins: behind this value and id. */
  afterValue: string | number;
  afterId: number;
  limit: number;
}

/*
 * Rows are chosen by what the indexes of the migration hold, and only those of the page are read: reading 50 000
 * rows in the order of their due days would cost ten times as much.
 */
const chosen = `(@kind IS NULL OR task.kind = @kind)
  AND (@sourceUid IS NULL OR task.id IN (SELECT id FROM task WHERE source_uid = @sourceUid))
  AND (@unit IS NULL OR task.id IN (SELECT task_id FROM task_unit WHERE organization_id = @unit))
  AND (@text = '' OR task.id IN (SELECT rowid FROM task_search WHERE task_search MATCH @text)
    OR task.id IN (
      SELECT task_id FROM task_unit WHERE organization_id IN (SELECT value FROM json_each(@textUnits))))`;

const inView = `(@statuses IS NULL OR task.status IN (SELECT value FROM json_each(@statuses)))
  AND (@keeper IS NULL OR task.id IN (SELECT id FROM task WHERE keeper_uid = @keeper))
  AND (@dueFrom IS NULL OR task.due_on >= @dueFrom)
  AND (@dueTo IS NULL OR task.due_on <= @dueTo)
  AND (@feedbackTo IS NULL OR task.next_feedback_on <= @feedbackTo)`;

const NO_DUE_DAY = '9999-12-31';

/** Tasks without a date stand behind all others; the index of the migration has the same expression. */
const sortValues: Readonly<Record<TaskSort, string>> = {
  due: `ifnull(task.due_on, '${NO_DUE_DAY}')`,
  assigned: 'task.assigned_on',
  pressed: 'task.pressed_count',
};

type PageQuery = Query<Row<typeof taskColumns>, PageParams>;

/** Before the first row of each order. */
export function beginning(sort: TaskSort, descending: boolean): TaskCursor {
  const isNumber = sort === 'pressed';
  if (descending) return { value: isNumber ? Number.MAX_SAFE_INTEGER : '~', id: Number.MAX_SAFE_INTEGER };
  return { value: isNumber ? -1 : '', id: -1 };
}

/** Where the page behind a row begins. */
export function cursorAt(sort: TaskSort, row: Row<typeof taskColumns>): TaskCursor {
  const values = {
    due: row.due_on ?? NO_DUE_DAY,
    assigned: row.assigned_on,
    pressed: row.pressed_count,
  };
  return { value: values[sort], id: row.id };
}

/** One page of the list; keyset paging costs the same at the end of a long list as at its beginning. */
export function pageQuery(sort: TaskSort, descending: boolean): PageQuery {
  return pageQueries[sort][descending ? 'descending' : 'ascending'];
}

function pageQueriesOf(sort: TaskSort): { ascending: PageQuery; descending: PageQuery } {
  return { ascending: definePage(sort, 'ASC'), descending: definePage(sort, 'DESC') };
}

function definePage(sort: TaskSort, direction: 'ASC' | 'DESC'): PageQuery {
  const value = sortValues[sort];
  const behind = direction === 'ASC' ? '>' : '<';
  return defineQuery<typeof taskColumns, PageParams>({
    name: `tasks.page.${sort}.${direction}`,
    sql: `WITH page AS MATERIALIZED (SELECT task.id AS id FROM task
      WHERE ${value} ${behind}= @afterValue AND (${value}, task.id) ${behind} (@afterValue, @afterId)
        AND ${inView} AND ${chosen}
      ORDER BY ${value} ${direction}, task.id ${direction} LIMIT @limit)
      ${selectTask} JOIN page ON page.id = task.id ORDER BY ${value} ${direction}, task.id ${direction}`,
    columns: taskColumns,
  });
}

const pageQueries = {
  due: pageQueriesOf('due'),
  assigned: pageQueriesOf('assigned'),
  pressed: pageQueriesOf('pressed'),
} satisfies Record<TaskSort, { ascending: PageQuery; descending: PageQuery }>;

const totalColumns = { total: integer };

export const countAll = defineQuery<typeof totalColumns, ChosenParams>({
  name: 'tasks.countAll',
  sql: `SELECT count(*) AS total FROM task WHERE ${chosen}`,
  columns: totalColumns,
});

/** Where nothing was chosen beside the view: asking each of a million tasks takes a quarter of a second. */
export const countEvery = defineQuery({
  name: 'tasks.countEvery',
  sql: 'SELECT count(*) AS total FROM task',
  columns: totalColumns,
});

const openColumns = {
  open: integer,
  mine: integer,
  this_week: integer,
  next_week: integer,
  overdue: integer,
  waiting: integer,
  feedback_due: integer,
};

interface OpenParams extends ChosenParams {
  me: string | null;
  today: string;
  /** The Sunday of this week. */
  weekEnd: string;
  /** The seventh day from today. */
  seventhDay: string;
}

/** How many each view of what is open would show. */
export const countOpen = defineQuery<typeof openColumns, OpenParams>({
  name: 'tasks.countOpen',
  sql: `SELECT count(*) AS open,
      ifnull(sum(task.id IN (SELECT id FROM task WHERE keeper_uid = @me)), 0) AS mine,
      ifnull(sum(${isOwedSql} AND task.due_on BETWEEN @today AND @weekEnd), 0) AS this_week,
      ifnull(sum(${isOwedSql} AND task.due_on BETWEEN @today AND @seventhDay), 0) AS next_week,
      ifnull(sum(${isOwedSql} AND task.due_on < @today), 0) AS overdue,
      ifnull(sum(task.status = 'reported'), 0) AS waiting,
      ifnull(sum(${isOwedSql} AND task.next_feedback_on <= @today), 0) AS feedback_due
    FROM task WHERE task.status NOT IN ('closed', 'cancelled') AND ${chosen}`,
  columns: openColumns,
});
