import type {
  TaskCounts,
  TaskCursor,
  TaskFilter,
  TaskPage,
  TaskRow,
  tasks as contract,
  TaskSort,
  TaskView,
} from '#shared/contract/tasks.ts';
import { addDays, weekdayOf } from '#shared/calendar/days.ts';
import { openStatuses, owedStatuses, type TaskStatus } from '#shared/rules/tasks/model.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { matchOf, matchScore, normalizeQuery } from '#main/features/search/index.ts';
import {
  beginning,
  type ChosenParams,
  countAll,
  countEvery,
  countOpen,
  cursorAt,
  pageQuery,
  type ViewParams,
} from './list-queries.ts';
import { namesOfOwingUnits } from './queries.ts';
import { detailOf, rowsOf } from './rows.ts';

type Names = 'list' | 'counts' | 'get';

/** The list of tasks, page by page, and one of them. */
export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  list: (input, { db, today, caller }) => pageOf(db, { ...input, today, userUid: caller.userUid }),

  counts: (filter, context) => countsOf(filter, context),
  get: ({ uid }, { db, today }) => detailOf(db, uid, today),
};

interface Asked {
  filter: TaskFilter;
  sort: TaskSort;
  descending: boolean;
  today: string;
  /** Whose 我盯的 is meant. */
  userUid: string | null;
}

function pageOf(
  db: ReadStore,
  {
    filter,
    sort,
    descending,
    today,
    userUid,
    after,
    limit,
  }: Asked & { after: TaskCursor | null; limit: number },
): TaskPage {
  const { value, id } = after ?? beginning(sort, descending);
  const records = db.all(pageQuery(sort, descending), {
    ...viewParams(filter.view, today, userUid),
    ...chosenParams(db, filter),
    afterValue: value,
    afterId: id,
    limit,
  });
  const last = records.length === limit ? records.at(-1) : undefined;
  return { rows: rowsOf(db, records, today), next: last === undefined ? null : cursorAt(sort, last) };
}

interface Meant {
  text: string;
  statuses: readonly TaskStatus[];
  today: string;
  limit: number;
}

/** Tasks in one of these states that a text means, for choosing from; the latest first. */
export function tasksMeant(db: ReadStore, { text, statuses, today, limit }: Meant): TaskRow[] {
  const { value, id } = beginning('assigned', true);
  const records = db.all(pageQuery('assigned', true), {
    ...everything,
    ...chosenParams(db, { text, kind: null, unitUid: null, sourceUid: null }),
    statuses: JSON.stringify(statuses),
    afterValue: value,
    afterId: id,
    limit,
  });
  return rowsOf(db, records, today);
}

const EXPORT_PAGE = 500;

/** Everything that a filter shows, as for an export. */
export function allOfFilter(db: ReadStore, asked: Asked): TaskRow[] {
  const rows: TaskRow[] = [];
  let after: TaskCursor | null = null;
  do {
    const page: TaskPage = pageOf(db, { ...asked, after, limit: EXPORT_PAGE });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

const everything: ViewParams = { statuses: null, keeper: null, dueFrom: null, dueTo: null, feedbackTo: null };
const NEXT_DAYS = 7;
const owed = JSON.stringify(owedStatuses);

function viewParams(view: TaskView, today: string, me: string | null): ViewParams {
  switch (view) {
    case 'open':
      return { ...everything, statuses: JSON.stringify(openStatuses) };
    case 'mine':
      return { ...everything, statuses: JSON.stringify(openStatuses), keeper: me ?? '' };
    case 'thisWeek':
      return { ...everything, statuses: owed, dueFrom: today, dueTo: weekEnd(today) };
    case 'nextWeek':
      return { ...everything, statuses: owed, dueFrom: today, dueTo: addDays(today, NEXT_DAYS) };
    case 'overdue':
      return { ...everything, statuses: owed, dueTo: addDays(today, -1) };
    case 'waiting':
      return { ...everything, statuses: JSON.stringify(['reported']) };
    case 'feedbackDue':
      return { ...everything, statuses: owed, feedbackTo: today };
    default:
      return everything;
  }
}

function weekEnd(today: string): string {
  return addDays(today, 7 - weekdayOf(today));
}

function chosenParams(db: ReadStore, filter: Omit<TaskFilter, 'view'>): ChosenParams {
  const text = normalizeQuery(filter.text);
  return {
    kind: filter.kind,
    unit: filter.unitUid === null ? null : requireOrganization(db, filter.unitUid).id,
    sourceUid: filter.sourceUid,
    text: matchOf(filter.text),
    textUnits: JSON.stringify(text === '' ? [] : unitsNamed(db, text)),
  };
}

/** Units that are or were called so. */
function unitsNamed(db: ReadStore, text: string): number[] {
  const found = db
    .all(namesOfOwingUnits)
    .filter(({ name, short_name }) => matchScore(name, text) > 1 || matchScore(short_name, text) > 1);
  return [...new Set(found.map((unit) => unit.organization_id))];
}

function isAnythingChosen({ text, kind, unitUid, sourceUid }: TaskFilter): boolean {
  return text.trim() !== '' || kind !== null || unitUid !== null || sourceUid !== null;
}

function countsOf(filter: TaskFilter, { db, today, caller }: ReadContext): TaskCounts {
  const params = chosenParams(db, filter);
  const row = db.get(countOpen, {
    ...params,
    me: caller.userUid,
    today,
    weekEnd: weekEnd(today),
    seventhDay: addDays(today, NEXT_DAYS),
  });
  const views: Record<TaskView, number> = {
    all: (isAnythingChosen(filter) ? db.get(countAll, params) : db.get(countEvery))?.total ?? 0,
    open: row?.open ?? 0,
    mine: row?.mine ?? 0,
    thisWeek: row?.this_week ?? 0,
    nextWeek: row?.next_week ?? 0,
    overdue: row?.overdue ?? 0,
    waiting: row?.waiting ?? 0,
    feedbackDue: row?.feedback_due ?? 0,
  };
  return { total: views[filter.view], views };
}
