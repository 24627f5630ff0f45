import type { CitationLink, CitingPlace, LibraryDetail, OutdatedCitation } from '#shared/contract/library.ts';
import { isClause } from '#shared/rules/library/citations.ts';
import { isOutdated } from '#shared/rules/library/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { citedOutdated, type CitationSource, findCitations, type FoundCitation } from './citing.ts';
import { readableFiles } from './file-texts.ts';
import { clausesOf, entriesReplacedBy, receivedOfEntry } from './queries.ts';
import { fieldsOf, linkOf, replacementOf, requireEntry, standingOf } from './rows.ts';

export function libraryDetail(
  db: ReadStore,
  sources: readonly CitationSource[],
  uid: string,
  today: string,
): LibraryDetail {
  const record = requireEntry(db, uid);
  const citing = findCitations(db, sources, today).filter(({ entry }) => entry.id === record.id);
  const atClauses = new Set<CitingPlace>();
  const clauses = db.all(clausesOf, { entryId: record.id }).map((clause) => {
    const places = citing
      .filter(({ clauses: cited }) => cited.some((each) => isClause(each, clause.number)))
      .map(({ place }) => place);
    for (const place of places) atClauses.add(place);
    return {
      uid: clause.uid,
      number: clause.number,
      heading: clause.heading,
      text: clause.text,
      citedBy: [...new Set(places)],
    };
  });
  const all = [...new Set(citing.map(({ place }) => place))];
  const { received_id: receivedId } = record;
  return {
    uid,
    ...fieldsOf(db, record),
    standing: standingOf(record, today),
    replacedBy: replacementOf(db, record),
    replaces: db.all(entriesReplacedBy, { id: record.id }).map(linkOf),
    files: readableFiles(db, record),
    received: receivedId === null ? null : (db.get(receivedOfEntry, { id: receivedId }) ?? null),
    clauses,
    citedBy: all.filter((place) => !atClauses.has(place)),
    citedByCount: all.length,
  };
}

/** What the page of a checklist or scheme warns of. @param path of that page */
export function outdatedCitations(
  db: ReadStore,
  sources: readonly CitationSource[],
  path: string,
  today: string,
): OutdatedCitation[] {
  return citedOutdated(citationsOf(db, sources, path, today), today).map(({ entry, places }) => ({
    ...linkOf(entry),
    standing: standingOf(entry, today),
    replacedBy: replacementOf(db, entry),
    places,
  }));
}

/** Where the texts of a page lead: of a text with several citations, the first. */
export function citationLinks(
  db: ReadStore,
  sources: readonly CitationSource[],
  path: string,
  today: string,
): CitationLink[] {
  const links = new Map<string, CitationLink>();
  for (const { entry, clauses, place } of citationsOf(db, sources, path, today)) {
    if (links.has(place.text)) continue;
    const [cited = ''] = clauses;
    const clause = db.all(clausesOf, { entryId: entry.id }).find(({ number }) => isClause(cited, number));
    links.set(place.text, {
      text: place.text,
      path: `/library/${entry.uid}${clause === undefined ? '' : `/${clause.uid}`}`,
      isOutdated: isOutdated(standingOf(entry, today)),
    });
  }
  return [...links.values()];
}

function citationsOf(
  db: ReadStore,
  sources: readonly CitationSource[],
  path: string,
  today: string,
): FoundCitation[] {
  return findCitations(db, sources, today).filter(
    ({ place }) => place.path === path || place.path.startsWith(`${path}/`),
  );
}
