import {
  COUNTED_UP_TO,
  type FindingCursor,
  type FindingFilter,
  type FindingPage,
  type findings as contract,
  type FindingSort,
  type FindingView,
} from '#shared/contract/findings.ts';
import { addDays } from '#shared/calendar/days.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireCampaign } from '#main/features/campaigns/index.ts';
import { requireTrade } from '#main/features/key-sites/index.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { matchOf } from '#main/features/search/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import {
  AFTER_ALL,
  BEFORE_ALL,
  type ChosenParams,
  type Counted,
  countQueries,
  type Lead,
  pageQueries,
  STAGES,
  stageParams,
  textCounts,
  textPage,
} from './list-queries.ts';
import { rowsOfTasks } from './rows.ts';

type Names = 'list' | 'counts';

export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  list: (input, { db, today }) => pageOf(db, { ...input, today }),
  counts: (filter, { db, today }) => ({ views: viewsOf(db, filter, today, COUNTED_UP_TO + 1) }),
};

interface Asked {
  filter: FindingFilter;
  sort: FindingSort;
  today: string;
}

function pageOf(
  db: ReadStore,
  { filter, sort, today, after, limit }: Asked & { after: FindingCursor | null; limit: number },
): FindingPage {
  const found = placesOf(db, { filter, sort, today, after, limit });
  const rows = rowsOfTasks(
    db,
    found.map(({ task_id }) => task_id),
    today,
  );
  const last = found.length === limit ? found.at(-1) : undefined;
  return { rows, next: last === undefined ? null : { value: last.value, id: last.task_id } };
}

function placesOf(
  db: ReadStore,
  { filter, sort, today, after, limit }: Asked & { after: FindingCursor | null; limit: number },
) {
  const { stages, dueFrom, dueTo } = viewParams(db, filter.view, today);
  const params = { ...chosenParams(db, filter), dueFrom, dueTo, limit };
  const match = matchOf(filter.text);
  if (match !== '') {
    const afterId = after?.id ?? Number.MAX_SAFE_INTEGER;
    return db.all(textPage, { ...params, match, stages: JSON.stringify(stages), afterId });
  }
  const isUp = sort === 'due';
  const beginning = isUp ? { value: BEFORE_ALL, id: -1 } : { value: AFTER_ALL, id: Number.MAX_SAFE_INTEGER };
  const { value: afterValue, id: afterId } = after ?? beginning;
  const from = isUp && dueFrom > afterValue ? dueFrom : afterValue;
  const page = { ...params, ...stageParams(stages), from, afterValue, afterId };
  return db.all(pageQueries[leadOf(params)][sort], page);
}

const EXPORT_PAGE = 500;

/** Everything that a filter shows, page by page. */
export function* pagesOfFilter(db: ReadStore, filter: FindingFilter, today: string) {
  let after: FindingCursor | null = null;
  do {
    const page: FindingPage = pageOf(db, { filter, sort: 'due', today, after, limit: EXPORT_PAGE });
    yield page.rows;
    after = page.next;
  } while (after !== null);
}

interface ViewParams {
  stages: readonly number[];
  dueFrom: string;
  dueTo: string;
}

const allDays = { dueFrom: BEFORE_ALL, dueTo: AFTER_ALL };

function viewParams(db: ReadStore, view: FindingView, today: string): ViewParams {
  const { owed, waiting, closed, cancelled } = STAGES;
  switch (view) {
    case 'open':
      return { stages: [owed, waiting], ...allDays };
    case 'overdue':
      return { stages: [owed], dueFrom: BEFORE_ALL, dueTo: addDays(today, -1) };
    case 'soon':
      return { stages: [owed], dueFrom: today, dueTo: soonTo(db, today) };
    case 'waiting':
      return { stages: [waiting], ...allDays };
    case 'closed':
      return { stages: [closed], ...allDays };
    default:
      return { stages: [owed, waiting, closed, cancelled], ...allDays };
  }
}

/** The last day whose light is yellow. */
function soonTo(db: ReadStore, today: string): string {
  return addDays(today, taskSettings(db).warningDays);
}

function leadOf({ major, campaign, county, trade }: ChosenParams): Lead {
  if (major === 1) return 'major';
  if (campaign !== null) return 'campaign';
  if (county !== null) return 'county';
  return trade === null ? 'none' : 'trade';
}

function chosenParams(db: ReadStore, filter: FindingFilter): ChosenParams {
  const { campaignUid, countyUid, tradeUid, severity } = filter;
  return {
    campaign: campaignUid === null ? null : requireCampaign(db, campaignUid).id,
    county: countyUid === null ? null : requireOrganization(db, countyUid).id,
    trade: tradeUid === null ? null : requireTrade(db, tradeUid).id,
    major: severity === null ? null : Number(severity === 'major'),
  };
}

/** @param most where counting of each view stops */
export function viewsOf(
  db: ReadStore,
  filter: FindingFilter,
  today: string,
  most: number,
): Record<FindingView, number> {
  const chosen = chosenParams(db, filter);
  const params = { ...chosen, today, yesterday: addDays(today, -1), soonTo: soonTo(db, today), most };
  const match = matchOf(filter.text);
  const counted =
    match === '' ? db.get(countQueries[leadOf(chosen)], params) : db.get(textCounts, { ...params, match });
  return viewCounts(counted, most);
}

function viewCounts(counted: Counted | undefined, most: number): Record<FindingView, number> {
  const { owed = 0, overdue = 0, soon = 0, waiting = 0, closed = 0, cancelled = 0 } = counted ?? {};
  const upTo = (count: number) => Math.min(count, most);
  return {
    open: upTo(owed + waiting),
    overdue: upTo(overdue),
    soon: upTo(soon),
    waiting: upTo(waiting),
    closed: upTo(closed),
    all: upTo(owed + waiting + closed + cancelled),
  };
}
