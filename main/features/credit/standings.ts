import type { CreditFilter } from '#shared/contract/credit.ts';
import { firstDayOfPoints } from '#shared/rules/credit/rating.ts';
import { type CreditView, creditViews, isInCreditView } from '#shared/rules/credit/state.ts';
import { type Sayable, sayable, saying } from '#main/core/pinyin/is-said.ts';
import { parseImage } from '#main/core/store/chain.ts';
import { changesBetween, type ChangeRow, lastChangeId } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { Places } from '#main/features/key-sites/index.ts';
import { type Asking, hasOpenRepair } from './facts.ts';
import {
  allSearched,
  decisionById,
  enterpriseIdsAfter,
  enterpriseIdsIn,
  enterprisesByPlace,
  notableIds,
} from './queries.ts';
import { countyUidOf, enterprisesWith, type KnownEnterprise } from './rows.ts';
import { creditSettings } from './settings.ts';

/*
 * How every enterprise stands, so that counting and searching a hundred thousand of them rates none anew. Nearly all
 * stand in the view of all alone: which may not, SQLite finds, and these are rated. What is searched in is read when
 * somebody searches. Each reader keeps it as of a row of the log; what was changed since is read again, the rest stays. It
 * is kept nowhere else.
 */

interface Standing {
  views: ReadonlySet<CreditView>;
  countyUid: string | null;
}

interface Searched extends Sayable {
  countyUid: string | null;
}

interface Standings {
  today: string;
  /** Everything up to this row of the log is in it. */
  changeId: number;
  /** By local id, those that stand in more than the view of all. */
  notable: Map<number, Standing>;
  /** Every one, by local id; null until somebody searches. */
  searched: Map<number, Searched> | null;
}

const known = new WeakMap<ReadStore, Standings>();

/** More than these are read as fast all at once. */
const MOST_CHANGES = 5_000;

/** What a rating follows from besides the enterprise's own rows. */
const commonTables = new Set([
  'setting',
  'holiday',
  'credit_kind',
  'organization',
  'organization_state',
  'organization_succession',
]);

type Meant = Omit<CreditFilter, 'view'>;

/** How many of those that are meant stand in each view. */
export function countStandings(filter: Meant, asking: Asking): Record<CreditView, number> {
  const standings = standingsNow(asking);
  const counts = Object.fromEntries(creditViews.map((view) => [view, 0])) as Record<CreditView, number>;
  const found = foundBy(filter, standings, asking);
  counts.all = found?.size ?? countAll(filter.countyUid, asking);
  for (const [id, { views, countyUid }] of standings.notable) {
    if (found === null ? isIn(filter.countyUid, countyUid) : found.has(id))
      for (const view of views) if (view !== 'all') counts[view] += 1;
  }
  return counts;
}

interface Page {
  /** Local id of the one before. */
  after: number;
  limit: number;
}

/** Local ids of what a filter shows, in the order of entering. */
export function idsShown(filter: CreditFilter, page: Page, asking: Asking): number[] {
  const { view, countyUid, text } = filter;
  if (text === '' && view === 'all') return idsOfAll(countyUid, page, asking);
  const standings = standingsNow(asking);
  const found = foundBy(filter, standings, asking);
  const isShown = (id: number): boolean => {
    const standing = standings.notable.get(id);
    if (view !== 'all' && standing?.views.has(view) !== true) return false;
    return found === null ? isIn(countyUid, standing?.countyUid ?? null) : found.has(id);
  };
  return [...(found ?? standings.notable.keys())]
    .filter((id) => id > page.after && isShown(id))
    .toSorted((one, other) => one - other)
    .slice(0, page.limit);
}

function isIn(wanted: string | null, countyUid: string | null): boolean {
  return wanted === null || wanted === countyUid;
}

function countAll(countyUid: string | null, asking: Asking): number {
  const places = new Places(asking.db, asking.today);
  return asking.db
    .all(enterprisesByPlace)
    .filter(({ organization_id: id }) => isIn(countyUid, countyUidOf(id, places)))
    .reduce((sum, { count }) => sum + count, 0);
}

function idsOfAll(countyUid: string | null, page: Page, { db, today }: Asking): number[] {
  if (countyUid === null) return db.all(enterpriseIdsAfter, { ...page }).map(({ id }) => id);
  const places = new Places(db, today);
  const within = places.inOrder.filter(({ id }) => countyUidOf(id, places) === countyUid);
  const ids = JSON.stringify(within.map(({ id }) => id));
  return db.all(enterpriseIdsIn, { ...page, places: ids }).map(({ id }) => id);
}

/** Of whom a search speaks in the county that is meant; null: nothing is searched for. */
function foundBy({ countyUid, text }: Meant, standings: Standings, asking: Asking): Set<number> | null {
  if (text === '') return null;
  standings.searched ??= allSearchedIn(asking);
  const isSaid = saying(text);
  const found = new Set<number>();
  for (const [id, one] of standings.searched)
    if (isIn(countyUid, one.countyUid) && isSaid(one)) found.add(id);
  return found;
}

function standingsNow(asking: Asking): Standings {
  const { db, today } = asking;
  const changeId = db.get(lastChangeId)?.id ?? 0;
  const before = known.get(db);
  const touched = before?.today === today ? touchedSince(db, before.changeId, changeId) : null;
  const now =
    before === undefined || touched === null
      ? { today, changeId, notable: notableOf(asking), searched: null }
      : before;
  if (touched !== null && touched.size > 0) readAgain(now, [...touched], asking);
  now.changeId = changeId;
  known.set(db, now);
  return now;
}

function notableOf(asking: Asking): Map<number, Standing> {
  const { db, today } = asking;
  const { lines } = creditSettings(db);
  const first = firstDayOfPoints(lines, today);
  const least = Math.min(lines.ordinary, lines.serious);
  const ids = db.all(notableIds, { today, first, least }).map(({ id }) => id);
  const notable = new Map<number, Standing>();
  for (const enterprise of enterprisesWith(asking, ids)) note(notable, enterprise);
  return notable;
}

function note(notable: Map<number, Standing>, { record, row, decisions }: KnownEnterprise): void {
  const isOpen = decisions.some(hasOpenRepair);
  const views = viewsOf(creditViews.filter((view) => isInCreditView(row, isOpen, view)));
  if (views.size > 1) notable.set(record.id, { views, countyUid: row.countyUid });
}

function allSearchedIn({ db, today }: Asking): Map<number, Searched> {
  const places = new Places(db, today);
  const seen = new Map<number | null, { countyUid: string | null; names: string[] }>();
  const placeOf = (id: number | null) => {
    const place = seen.get(id) ?? { countyUid: countyUidOf(id, places), names: namesOf(id, places, today) };
    seen.set(id, place);
    return place;
  };
  return new Map(
    db.all(allSearched).map(({ id, name, code, organization_id: organizationId }) => {
      const { countyUid, names } = placeOf(organizationId);
      return [id, { countyUid, ...sayable(name, [name, code ?? '', ...names]) }];
    }),
  );
}

function namesOf(id: number | null, places: Places, today: string): string[] {
  const { countyName, townshipName } = places.namesOn(id ?? 0, today);
  return [countyName, townshipName];
}

function readAgain({ notable, searched }: Standings, ids: readonly number[], asking: Asking): void {
  for (const id of ids) {
    notable.delete(id);
    searched?.delete(id);
  }
  for (const enterprise of enterprisesWith(asking, ids)) {
    note(notable, enterprise);
    const { name, code, countyName, townshipName, countyUid } = enterprise.row;
    searched?.set(enterprise.record.id, {
      countyUid,
      ...sayable(name, [name, code, countyName, townshipName]),
    });
  }
}

const viewSets = new Map<string, ReadonlySet<CreditView>>();

/** There are few different ones, and many that have them. */
function viewsOf(views: readonly CreditView[]): ReadonlySet<CreditView> {
  const key = views.join(' ');
  const found = viewSets.get(key) ?? new Set(views);
  viewSets.set(key, found);
  return found;
}

/** Local ids of the enterprises that changes were about; null: all of them may stand otherwise. */
function touchedSince(db: ReadStore, from: number, to: number): Set<number> | null {
  if (to < from || to - from > MOST_CHANGES) return null;
  const touched = new Set<number>();
  for (const change of db.all(changesBetween, { start: from + 1, end: to + 1 })) {
    if (commonTables.has(change.table_name)) return null;
    for (const id of enterprisesOfChange(db, change)) touched.add(id);
  }
  return touched;
}

function enterprisesOfChange(db: ReadStore, change: ChangeRow): number[] {
  const images = [parseImage(change.before), parseImage(change.after)];
  const idsAt = (column: string) =>
    images.map((image) => image[column]).filter((id): id is number => typeof id === 'number');
  switch (change.table_name) {
    case 'credit_enterprise':
      return [change.row_id];
    case 'credit_event':
    case 'credit_decision':
      return idsAt('enterprise_id');
    case 'credit_repair':
      return idsAt('decision_id').flatMap((id) => db.get(decisionById, { id })?.enterprise_id ?? []);
    default:
      return [];
  }
}
