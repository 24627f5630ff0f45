import type {
  LibraryFilter,
  LibraryHit,
  LibraryOrder,
  LibraryPage,
  LibraryRow,
} from '#shared/contract/library.ts';
import { excerptOf, markedText } from '#shared/rules/library/excerpt.ts';
import { isSaid } from '#main/core/pinyin/is-said.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { documentFinder, matchOfDocument } from '#main/features/search/index.ts';
import {
  type CitationSource,
  citedEntries,
  citedOutdated,
  findCitations,
  type FoundCitation,
} from './citing.ts';
import {
  clausesSearched,
  countClauses,
  entriesPage,
  type EntryRecord,
  passagesFound,
  type Standings,
} from './queries.ts';
import { standingOf } from './rows.ts';

interface Asked extends LibraryFilter {
  order: LibraryOrder;
  after: string | null;
  limit: number;
}

/** Keys of entries themselves begin here, those of their clauses lie below; see the view library_passage. */
const FIRST_ENTRY = 2n ** 61n;
/** Above every key of the index. */
const FIRST_KEY = String(2n ** 62n);
const CLAUSE_BITS = 24n;
const LAST_DAY = '9999-12-31';
const CLAUSES_SHOWN = 3;

export function listLibrary(
  db: ReadStore,
  sources: readonly CitationSource[],
  asked: Asked,
  today: string,
): LibraryPage {
  const found = findCitations(db, sources, today);
  const places = citedEntries(found);
  const match = matchOfDocument(asked.text);
  const { listed, next } = listingOf(db, asked, match, found, today);
  const isFound = documentFinder(asked.text);
  const rows = listed.map((entry): LibraryRow => {
    const { uid, title, number, issuer, level, issued_on: issuedOn } = entry;
    return {
      uid,
      title,
      marked: asked.text === '' ? null : markedText(title, asked.text),
      number,
      issuer,
      level,
      issuedOn,
      standing: standingOf(entry, today),
      clauses: db.get(countClauses, { entryId: entry.id })?.clauses ?? 0,
      citedBy: places.get(entry.id)?.places.length ?? 0,
      hits: asked.text === '' ? [] : hitsOf(db, entry, isFound, asked.text),
    };
  });
  return { rows, next };
}

interface Found {
  listed: readonly EntryRecord[];
  next: string | null;
}

function listingOf(
  db: ReadStore,
  asked: Asked,
  match: string,
  found: readonly FoundCitation[],
  today: string,
): Found {
  if (asked.view === 'cited') return stillCited(found, asked, today);
  const standings: Standings = { level: asked.level ?? '', view: asked.view, today };
  if (match !== '') return searched(db, standings, match, asked);
  return asked.text === '' ? latest(db, standings, asked) : { listed: [], next: null };
}

/** What still rests on outdated entries is little: it is looked through without the index. */
function stillCited(found: readonly FoundCitation[], { text, level }: LibraryFilter, today: string): Found {
  const listed = citedOutdated(found, today)
    .map(({ entry }) => entry)
    .filter((entry) => level === null || entry.level === level)
    .filter(({ title, number, issuer }) => isSaid(text, title, [title, number, issuer]));
  return { listed, next: null };
}

function latest(db: ReadStore, standings: Standings, { after, limit }: Asked): Found {
  const [beforeDay = '', beforeId = ''] = after?.split(' ') ?? [LAST_DAY, String(Number.MAX_SAFE_INTEGER)];
  const records = db.all(entriesPage, {
    ...standings,
    beforeDay,
    beforeId: Number(beforeId),
    limit: limit + 1,
  });
  const shown = records.slice(0, limit);
  const last = shown.at(-1);
  return {
    listed: shown,
    next: records.length > limit && last !== undefined ? `${last.issued_on ?? ''} ${last.id}` : null,
  };
}

/** Reads passages in the order of the index until the page is full; an entry stands in it once. */
function searched(db: ReadStore, standings: Standings, match: string, asked: Asked): Found {
  const { text, after, limit, order } = asked;
  if (order === 'day') return searchedByDay(db, standings, match, asked);
  const isFound = documentFinder(text);
  const listed: EntryRecord[] = [];
  const seen = new Set<number>();
  let last = '';
  const range = { from: '0', before: after ?? FIRST_KEY };
  for (const passage of db.iterate(passagesFound, { ...standings, match, ...range })) {
    const { key, is_entry: isEntry, entry_text: entryText, ...entry } = passage;
    if (seen.has(entry.id)) continue;
    if (listed.length === limit) return { listed, next: endOf(last) };
    seen.add(entry.id);
    last = key;
    // What is found by its title stood before all clauses, perhaps on an earlier page.
    if (isEntry === 1 || !isFound(entryText)) listed.push(entry);
  }
  return { listed, next: null };
}

/**
 * The same by day of issue: entries and clauses, each read in the order of its keys, come together by what is below
 * the bit that tells them apart, which is day and entry.
 */
function searchedByDay(db: ReadStore, standings: Standings, match: string, { after, limit }: Asked): Found {
  const before = after ?? String(FIRST_ENTRY);
  const found = new Map<bigint, EntryRecord>();
  for (const offset of [FIRST_ENTRY, 0n]) {
    const range = { from: String(offset), before: String(BigInt(before) + offset) };
    let count = 0;
    let last = -1n;
    for (const passage of db.iterate(passagesFound, { ...standings, match, ...range })) {
      const { key, is_entry: _, entry_text: __, ...entry } = passage;
      const place = (BigInt(key) - offset) >> CLAUSE_BITS;
      if (place === last) continue;
      last = place;
      found.set(place, entry);
      count += 1;
      if (count > limit) break;
    }
  }
  const places = [...found.keys()].toSorted((one, other) => (one < other ? 1 : -1));
  const shown = places.slice(0, limit);
  const end = shown.at(-1);
  return {
    listed: shown.flatMap((place) => found.get(place) ?? []),
    next: places.length > limit && end !== undefined ? String(end << CLAUSE_BITS) : null,
  };
}

/** Below it nothing of the same entry follows. */
function endOf(key: string): string {
  return String((BigInt(key) >> CLAUSE_BITS) << CLAUSE_BITS);
}

/** The first clauses in which all is found. */
function hitsOf(
  db: ReadStore,
  { id }: EntryRecord,
  isFound: (indexText: string) => boolean,
  text: string,
): LibraryHit[] {
  const hits: LibraryHit[] = [];
  for (const clause of db.iterate(clausesSearched, { entryId: id })) {
    if (hits.length === CLAUSES_SHOWN) break;
    if (!isFound(clause.search_text)) continue;
    const words = clause.text === '' ? clause.heading : clause.text;
    const excerpt = excerptOf(words, text);
    hits.push(
      clause.file_name === null
        ? { clauseUid: clause.uid, number: clause.number, excerpt }
        : { clauseUid: null, number: clause.file_name, excerpt },
    );
  }
  return hits;
}
