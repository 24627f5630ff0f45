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
import { requireCampaign, secretCampaignIds } from '#main/features/campaigns/index.ts';
import { requireTrade } from '#main/features/key-sites/index.ts';
import { requireOrganization } from '#main/features/organizations/index.ts';
import { matchOf } from '#main/features/search/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import {
  AFTER_ALL,
  BEFORE_ALL,
  type ChosenParams,
  type Counted,
  type CountedParams,
  countedQueries,
  type Lead,
  plainQueries,
  STAGES,
  stageParams,
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
  const params = { ...chosenParams(db, filter), ...countedParams(db, filter), dueFrom, dueTo, limit };
  const queries = queriesOf(filter);
  const match = matchOf(filter.text);
  if (match !== '') {
    const afterId = after?.id ?? Number.MAX_SAFE_INTEGER;
    return db.all(queries.textPage, { ...params, match, stages: JSON.stringify(stages), afterId });
  }
  const isUp = sort === 'due';
  const beginning = isUp ? { value: BEFORE_ALL, id: -1 } : { value: AFTER_ALL, id: Number.MAX_SAFE_INTEGER };
  const { value: afterValue, id: afterId } = after ?? beginning;
  const from = isUp && dueFrom > afterValue ? dueFrom : afterValue;
  const page = { ...params, ...stageParams(stages), from, afterValue, afterId };
  return db.all(queries.pages[leadOf(params)][sort], page);
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
  const { campaignUid, countyUid, tradeUid, severity, counted } = filter;
  return {
    campaign: campaignUid === null ? null : requireCampaign(db, campaignUid).id,
    county: counted?.hasNoCounty === true ? NONE : chosenId(countyUid, (uid) => requireOrganization(db, uid)),
    trade: counted?.hasNoTrade === true ? NONE : chosenId(tradeUid, (uid) => requireTrade(db, uid)),
    major: severity === null ? null : Number(severity === 'major'),
  };
}

/** Of a finding without county or trade. */
const NONE = 0;

function chosenId(uid: string | null, find: (uid: string) => { id: number }): number | null {
  return uid === null ? null : find(uid).id;
}

function queriesOf({ counted }: FindingFilter) {
  return counted === null ? plainQueries : countedQueries;
}

/** A secret campaign is counted by itself only. */
function countedParams(db: ReadStore, { campaignUid, counted }: FindingFilter): CountedParams {
  return {
    foundFrom: counted?.from ?? BEFORE_ALL,
    foundTo: counted?.to ?? AFTER_ALL,
    team: counted?.team ?? null,
    rectified: Number(counted?.isRectified === true),
    hidden: JSON.stringify(counted === null || campaignUid !== null ? [] : secretCampaignIds(db)),
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
  const days = { today, yesterday: addDays(today, -1), soonTo: soonTo(db, today) };
  const params = { ...chosen, ...countedParams(db, filter), ...days, most };
  const match = matchOf(filter.text);
  const queries = queriesOf(filter);
  const counted =
    match === ''
      ? db.get(queries.counts[leadOf(chosen)], params)
      : db.get(queries.textCounts, { ...params, match });
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
