import type { search as contract, SearchHit } from '#shared/contract/search.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { matchScore, normalizeQuery } from './matching.ts';
import { findableIndicators, findableOrganizations, findablePeriods, findableSchemes } from './queries.ts';

export { matchScore, normalizeQuery } from './matching.ts';
export { documentFinder, indexedDocument, indexedText, matchOf, matchOfDocument } from './phrases.ts';

/*
 * Some thousand titles are compared one by one: initials are remembered by character, so that a search
 * costs milliseconds and no index has to be kept in step.
 */

export const search: Handlers<typeof contract> = {
  find({ text, limit }, { db }) {
    const query = normalizeQuery(text);
    if (query === '') return [];
    return candidates(db)
      .map((hit) => ({ hit, score: matchScore(hit.title, query) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ hit }) => hit);
  },
};

function candidates(db: ReadStore): SearchHit[] {
  const kinds = [
    ['organization', findableOrganizations],
    ['period', findablePeriods],
    ['scheme', findableSchemes],
    ['indicator', findableIndicators],
  ] as const;
  return kinds.flatMap(([kind, query]) =>
    db.all(query).map(({ uid, title, note, page_uid }) => ({ kind, uid, title, note, pageUid: page_uid })),
  );
}
