import type { CreditFilter } from '#shared/contract/credit.ts';
import { type CreditView, creditViews, isInCreditView } from '#shared/rules/credit/state.ts';
import { type Sayable, sayable, saying } from '#main/core/pinyin/is-said.ts';
import { parseImage } from '#main/core/store/chain.ts';
import { changesBetween, type ChangeRow, lastChangeId } from '#main/core/store/log-queries.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { type Asking, hasOpenRepair } from './facts.ts';
import { decisionById, enterprisesOf } from './queries.ts';
import { enterprisesAfterOne, enterprisesOfRecords, type KnownEnterprise } from './rows.ts';

/*
 * How every enterprise stands, so that counting and searching a hundred thousand of them rates none anew. Each reader
 * keeps it as of a row of the log; what was changed since is read again, the rest stays. It is kept nowhere else.
 */

interface Standing extends Sayable {
  views: ReadonlySet<CreditView>;
  countyUid: string | null;
}

interface Standings {
  today: string;
  /** Everything up to this row of the log is in it. */
  changeId: number;
  byId: Map<number, Standing>;
}

const known = new WeakMap<ReadStore, Standings>();

/** Where all are read: fewer questions than for a page, and still little at a time. */
const ALL_AT_ONCE = 5_000;
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
  const isMeant = meaning(filter);
  const counts = Object.fromEntries(creditViews.map((view) => [view, 0])) as Record<CreditView, number>;
  for (const standing of standingsNow(asking).values())
    if (isMeant(standing)) for (const view of standing.views) counts[view] += 1;
  return counts;
}

/** Local ids of what a filter shows, in the order of entering. @param after local id of the one before */
export function idsShown({ view, ...filter }: CreditFilter, after: number, asking: Asking): number[] {
  const isMeant = meaning(filter);
  return [...standingsNow(asking)]
    .filter(([id, standing]) => id > after && standing.views.has(view) && isMeant(standing))
    .map(([id]) => id)
    .toSorted((one, other) => one - other);
}

function meaning({ countyUid, text }: Meant): (standing: Standing) => boolean {
  const isSaid = saying(text);
  return (standing) => (countyUid === null || standing.countyUid === countyUid) && isSaid(standing);
}

function standingsNow(asking: Asking): ReadonlyMap<number, Standing> {
  const { db, today } = asking;
  const changeId = db.get(lastChangeId)?.id ?? 0;
  const before = known.get(db);
  const touched = before?.today === today ? touchedSince(db, before.changeId, changeId) : null;
  const byId = before === undefined || touched === null ? allStandings(asking) : before.byId;
  if (touched !== null && touched.size > 0) readAgain(byId, [...touched], asking);
  known.set(db, { today, changeId, byId });
  return byId;
}

function allStandings(asking: Asking): Map<number, Standing> {
  const byId = new Map<number, Standing>();
  for (const enterprise of enterprisesAfterOne(asking, 0, ALL_AT_ONCE))
    byId.set(enterprise.record.id, standingOf(enterprise));
  return byId;
}

function readAgain(byId: Map<number, Standing>, ids: readonly number[], asking: Asking): void {
  for (const id of ids) byId.delete(id);
  const records = asking.db.all(enterprisesOf, { ids: JSON.stringify(ids) });
  for (const enterprise of enterprisesOfRecords(asking, records))
    byId.set(enterprise.record.id, standingOf(enterprise));
}

function standingOf({ row, decisions }: KnownEnterprise): Standing {
  const isOpen = decisions.some(hasOpenRepair);
  return {
    views: viewsOf(creditViews.filter((view) => isInCreditView(row, isOpen, view))),
    countyUid: row.countyUid,
    ...sayable(row.name, [row.name, row.code, row.countyName, row.townshipName]),
  };
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
