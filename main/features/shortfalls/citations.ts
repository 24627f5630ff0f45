import type { CitationSource } from '#main/features/library/index.ts';
import { allItems } from './queries.ts';

/** What the items of shortfalls are asked for by. */
export const shortfallCitations: CitationSource = (db) =>
  db.all(allItems).map(({ uid, name, source }) => ({
    kind: '欠账项目',
    name,
    text: source,
    path: `/shortfalls/${uid}`,
  }));
