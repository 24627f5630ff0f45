import type {
  KeySite,
  KeySiteCounts,
  KeySiteCursor,
  KeySiteFilter,
  KeySitePage,
  keySites as contract,
} from '#shared/contract/key-sites.ts';
import type { Handlers, ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchOf, matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { type ChosenParams, countSites, pageOfSites } from './list-queries.ts';
import { Places } from './places.ts';
import { detailOf, requireSite, rowsOf, similarTo } from './rows.ts';
import { requireKind, requireTrade } from './terms.ts';

type Names = 'list' | 'counts' | 'get' | 'similar';

/** The ledger, page by page, and one site of it. */
export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  list: (input, { db, today }) => pageOf(db, { ...input, today, places: new Places(db, today) }),
  counts: (filter, context) => countsOf(filter, context),
  get: ({ uid }, { db, today }) => detailOf(db, requireSite(db, uid), new Places(db, today), today),

  similar({ name, organizationUid, address, exceptUid }, { db, today }) {
    const places = new Places(db, today);
    const found = similarTo(db, {
      name,
      address,
      organizationId: organizationUid === null ? 0 : places.require(organizationUid).id,
      exceptId: exceptUid === null ? null : requireSite(db, exceptUid).id,
    });
    return rowsOf(db, found, places, today);
  },
};

interface Asked {
  filter: KeySiteFilter;
  today: string;
  places: Places;
}

function pageOf(
  db: ReadStore,
  { filter, today, places, after, limit }: Asked & { after: KeySiteCursor | null; limit: number },
): KeySitePage {
  const chosen = chosenPlaces(places, filter);
  // A place that is gone meanwhile has no sites left behind which to go on.
  const from = after === null ? 0 : Math.max(0, chosen.indexOf(after.place));
  const records = db.all(pageOfSites, {
    ...chosenParams(db, { filter, today, places }),
    places: JSON.stringify(chosen.slice(from)),
    view: filter.view,
    afterId: after?.id ?? 0,
    limit,
  });
  const last = records.length === limit ? records.at(-1) : undefined;
  return {
    rows: rowsOf(db, records, places, today),
    next: last === undefined ? null : { place: last.organization_id, id: last.id },
  };
}

const EXPORT_PAGE = 500;

/** Everything that a filter shows, as for an export. */
export function* sitesOfFilter(db: ReadStore, filter: KeySiteFilter, today: string): Generator<KeySite> {
  const places = new Places(db, today);
  let after: KeySiteCursor | null = null;
  do {
    const page: KeySitePage = pageOf(db, { filter, today, places, after, limit: EXPORT_PAGE });
    yield* page.rows;
    after = page.next;
  } while (after !== null);
}

function chosenPlaces(places: Places, { placeUid }: KeySiteFilter): number[] {
  const chosen = placeUid === null ? places.inOrder : places.within(places.require(placeUid));
  return chosen.map(({ id }) => id);
}

function chosenParams(db: ReadStore, { filter, today, places }: Asked): ChosenParams {
  return {
    places: JSON.stringify(chosenPlaces(places, filter)),
    today,
    trade: filter.tradeUid === null ? null : requireTrade(db, filter.tradeUid).id,
    kind: filter.kindUid === null ? null : requireKind(db, filter.kindUid).id,
    text: matchOf(filter.text),
    textPlaces: JSON.stringify(placesNamed(places, normalizeQuery(filter.text))),
  };
}

/** Places that are or were called so. */
function placesNamed(places: Places, text: string): number[] {
  if (text === '') return [];
  return places.inOrder
    .filter(({ states }) => states.some(({ name }) => matchScore(name, text) > 1))
    .map(({ id }) => id);
}

function countsOf(filter: KeySiteFilter, { db, today }: ReadContext): KeySiteCounts {
  const counted = db.get(countSites, chosenParams(db, { filter, today, places: new Places(db, today) }));
  const { active = 0, duplicate = 0, closed = 0 } = counted ?? {};
  const views = { active, duplicate, closed, all: active + closed };
  return { total: views[filter.view], views };
}
