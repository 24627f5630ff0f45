import type { CitationSource } from '#main/features/library/index.ts';
import { allKinds } from './queries.ts';

/** What kinds of grass-roots bodies are founded on. */
export const establishmentCitations: CitationSource = (db) =>
  db
    .all(allKinds)
    .map(({ name, source }) => ({ kind: '基层机构', name, text: source, path: '/establishments' }));
