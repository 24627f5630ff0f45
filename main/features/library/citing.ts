import type { CitingPlace } from '#shared/contract/library.ts';
import { type Citation, entryMeant, readCitations } from '#shared/rules/library/citations.ts';
import { isOutdated } from '#shared/rules/library/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { entriesOfNumber, entriesOfTitle, type EntryRecord } from './queries.ts';
import { standingOf } from './rows.ts';

/*
 * Who rests on what is read from the texts that say so (依据, 条款), not from links beside them: what was typed, pasted
 * or imported long ago counts as well, and a text that is changed takes its citation along.
 */

/** Gives every text of a feature that may cite laws and papers. */
export type CitationSource = (db: ReadStore) => Iterable<CitingPlace>;

/** What one place cites, with the entry that is meant. */
export interface FoundCitation {
  entry: EntryRecord;
  /** As written, 第十六条; empty: the whole. */
  clauses: readonly string[];
  place: CitingPlace;
}

export function findCitations(
  db: ReadStore,
  sources: readonly CitationSource[],
  today: string,
): FoundCitation[] {
  const meant = entryFinder(db, today);
  const found: FoundCitation[] = [];
  for (const source of sources)
    for (const place of source(db))
      for (const citation of readCitations(place.text)) {
        const entry = meant(citation);
        if (entry !== undefined) found.push({ entry, clauses: citation.clauses, place });
      }
  return found;
}

/** An entry and all places that rest on it, each once. */
export interface CitedEntry {
  entry: EntryRecord;
  places: CitingPlace[];
}

/** By the id of the entry. */
export function citedEntries(found: readonly FoundCitation[]): Map<number, CitedEntry> {
  const cited = new Map<number, CitedEntry>();
  for (const { entry, place } of found) {
    const { places } = cited.get(entry.id) ?? { places: [] as CitingPlace[] };
    cited.set(entry.id, { entry, places: places.includes(place) ? places : [...places, place] });
  }
  return cited;
}

/** Those that no longer count and on which something still rests. */
export function citedOutdated(found: readonly FoundCitation[], today: string): CitedEntry[] {
  return [...citedEntries(found).values()].filter(({ entry }) => isOutdated(standingOf(entry, today)));
}

/** The same law is cited many times: each is looked up once. */
function entryFinder(db: ReadStore, today: string): (citation: Citation) => EntryRecord | undefined {
  const judged = (records: readonly EntryRecord[]) =>
    records.map((record) => ({ ...record, isOutdated: isOutdated(standingOf(record, today)) }));
  const lookUp = {
    byTitle: (key: string) => judged(db.all(entriesOfTitle, { key })),
    byNumber: (key: string) => judged(db.all(entriesOfNumber, { key })),
  };
  const known = new Map<string, EntryRecord | undefined>();
  return (citation) => {
    const asked = `${citation.title}\n${citation.number}`;
    if (!known.has(asked)) known.set(asked, entryMeant(citation, lookUp));
    return known.get(asked);
  };
}
