import type { LibraryFields } from '#shared/contract/library.ts';
import { numberKey, titleKey } from '#shared/rules/library/citations.ts';
import type { ClauseText } from '#shared/rules/library/split-clauses.ts';
import { indexedDocument } from '#main/features/search/index.ts';

type Own = Omit<LibraryFields, 'replacedByUid'>;

/** What is stored of an entry beside its links. */
export function entryColumnsOf({ issuedOn, inForceFrom, inForceTo, ...fields }: Own) {
  const { title, number, issuer, subjects, abstract } = fields;
  return {
    ...fields,
    issued_on: issuedOn,
    in_force_from: inForceFrom,
    in_force_to: inForceTo,
    title_key: titleKey(title),
    number_key: numberKey(number).key,
    search_text: indexedDocument(title, number, issuer, subjects, abstract),
  };
}

/** A heading is found by its initials too. */
export function clauseColumnsOf({ number, heading, text }: ClauseText) {
  return { number, heading, text, search_text: indexedDocument(heading, number, text) };
}
