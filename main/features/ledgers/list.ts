import type {
  FoundLedgerRow,
  LedgerCounts,
  LedgerFilter,
  LedgerRow,
  LedgerSort,
  ledgers as contract,
} from '#shared/contract/ledgers.ts';
import { SHEET_ROWS } from '#shared/contract/ledgers.ts';
import { addDays } from '#shared/calendar/days.ts';
import { AppError } from '#shared/errors.ts';
import type { LedgerDefinition } from '#shared/rules/ledgers/definition.ts';
import { soonDaysOf } from '#shared/rules/ledgers/due.ts';
import { ledgerDefinitions, ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchOf, matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { historyOf } from './history.ts';
import { type ChosenParams, filterName, ledgerQueries, termsOfList } from './queries.ts';
import { requireRecord, Rows, siteNamed, titleOf } from './rows.ts';
import { standardsOf } from './standards.ts';
import { listTerms } from './terms.ts';

type Names =
  | 'list'
  | 'counts'
  | 'sheet'
  | 'points'
  | 'get'
  | 'history'
  | 'find'
  | 'sitesNamed'
  | 'terms'
  | 'standards';

export const everyRow: LedgerFilter = { placeUid: null, due: 'all', chosen: {}, text: '' };

/** Ledgers page by page, and one row of them. */
export const listHandlers: Pick<Handlers<typeof contract>, Names> = {
  list({ ledger, filter, ...page }, { db, today }) {
    const definition = ledgerOf(ledger);
    return { rows: pageOf(db, definition, new Rows(db, definition, today), { filter, ...page }) };
  },
  counts: ({ ledger, filter }, { db, today }) => countsOf(db, ledgerOf(ledger), filter, today),

  sheet({ ledger, filter }, { db, today }) {
    const definition = ledgerOf(ledger);
    const page = { filter, sort: null, offset: 0, limit: SHEET_ROWS + 1 };
    const rows = pageOf(db, definition, new Rows(db, definition, today), page);
    if (rows.length > SHEET_ROWS)
      throw new AppError('refused', {
        reason: `超过 ${SHEET_ROWS} 行，请先按区县或乡镇筛选，再用表格填写。`,
      });
    return { rows };
  },

  points({ ledger, filter }, { db, today }) {
    const definition = ledgerOf(ledger);
    const rows = new Rows(db, definition, today);
    const query = ledgerQueries(definition).points;
    if (query === null) return { points: [] };
    const names = new Map<number, string>();
    const placeOf = (id: number): string => {
      const known = names.get(id);
      if (known !== undefined) return known;
      const { township, county } = rows.places.namesOf(id);
      names.set(id, township || county);
      return township || county;
    };
    const points = db
      .all(query, chosenParams(db, definition, filter, rows))
      .map(({ organization_id: id, ...point }) => ({ ...point, place: placeOf(id) }));
    return { points };
  },

  get({ ledger, uid }, { db, today }) {
    const definition = ledgerOf(ledger);
    const [row] = new Rows(db, definition, today).shown([requireRecord(db, definition, uid)]);
    if (row === undefined) throw new Error('a record gives a row');
    return row;
  },

  history({ ledger, uid }, { db, today }) {
    return historyOf(db, ledgerOf(ledger), uid, today);
  },

  find({ text, limit }, { db, today }) {
    if (text === '') return [];
    return ledgerDefinitions.flatMap((definition): FoundLedgerRow[] => {
      const rows = new Rows(db, definition, today);
      const page = { filter: { ...everyRow, text }, sort: null, offset: 0, limit };
      return pageOf(db, definition, rows, page).map(({ uid, values, place }) => ({
        ledger: definition.key,
        uid,
        title: titleOf(definition, values),
        place: `${place.county} ${place.township} ${place.village}`.trim(),
      }));
    });
  },

  sitesNamed: ({ names }, { db }) =>
    Object.fromEntries(names.map((name) => [name, siteNamed(db, name)?.uid ?? null])),

  terms: ({ ledger }, { db }) => listTerms(db, ledgerOf(ledger)),
  standards: ({ ledger }, { db }) => standardsOf(db, ledgerOf(ledger)),
};

interface Page {
  filter: LedgerFilter;
  sort: LedgerSort;
  offset: number;
  limit: number;
}

function pageOf(
  db: ReadStore,
  definition: LedgerDefinition,
  rows: Rows,
  { filter, sort, offset, limit }: Page,
): LedgerRow[] {
  const queries = ledgerQueries(definition);
  const params = { ...chosenParams(db, definition, filter, rows), offset, limit };
  if (sort === null) return rows.shown(db.all(queries.page, params));
  const sorted = queries.sorted.get(sort.column);
  if (sorted === undefined) throw new AppError('badInput', { detail: '不能按这一列排序' });
  return rows.shown(db.all(sort.isDown ? sorted.down : sorted.up, params));
}

const READ_AT_ONCE = 500;

/** Everything that a filter shows, as for an export. */
export function* rowsOfFilter(
  db: ReadStore,
  definition: LedgerDefinition,
  filter: LedgerFilter,
  rows: Rows,
): Generator<LedgerRow> {
  for (let offset = 0; ; offset += READ_AT_ONCE) {
    const page = pageOf(db, definition, rows, { filter, sort: null, offset, limit: READ_AT_ONCE });
    yield* page;
    if (page.length < READ_AT_ONCE) return;
  }
}

function chosenParams(
  db: ReadStore,
  definition: LedgerDefinition,
  { placeUid, due, chosen, text }: LedgerFilter,
  { places, around: { today, standards } }: Rows,
): ChosenParams {
  const { columns, filters = [] } = definition;
  const narrowed = columns
    .filter(({ key }) => filters.includes(key))
    .map(({ key, kind }) => {
      const wanted = chosen[key] ?? null;
      const isTerm = kind === 'term' && wanted !== null;
      const value = isTerm ? termId(db, definition, key, wanted) : wanted;
      return [filterName(key), value];
    });
  return {
    places: JSON.stringify(places.within(placeUid)),
    isEverywhere: Number(placeUid === null),
    due,
    today,
    soon: addDays(today, soonDaysOf(definition, standards)),
    text: matchOf(text),
    textPlaces: JSON.stringify(placesNamed(text)),
    ...Object.fromEntries(narrowed),
  };

  function placesNamed(typed: string): number[] {
    const query = normalizeQuery(typed);
    if (query === '') return [];
    return places.inOrder
      .filter(({ states }) => states.some(({ name }) => matchScore(name, query) > 1))
      .map(({ id }) => id);
  }
}

/** What no row has, for a word that is gone meanwhile. */
const NOTHING = -1;

function termId(db: ReadStore, { key: ledger }: LedgerDefinition, list: string, uid: string): number {
  return db.all(termsOfList, { ledger, list }).find((term) => term.uid === uid)?.id ?? NOTHING;
}

function countsOf(
  db: ReadStore,
  definition: LedgerDefinition,
  filter: LedgerFilter,
  today: string,
): LedgerCounts {
  const { counts, countsFound } = ledgerQueries(definition);
  const params = chosenParams(db, definition, filter, new Rows(db, definition, today));
  const {
    total = 0,
    overdue = 0,
    soon = 0,
    never = 0,
  } = db.get(params.text === '' ? counts : countsFound, params) ?? {};
  return { views: { all: total, overdue, soon, never } };
}
