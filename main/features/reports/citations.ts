import type { CitationSource } from '#main/features/library/index.ts';
import { allDefinitions } from './queries.ts';

/** Papers that ask for a report. */
export const reportCitations: CitationSource = (db) =>
  db
    .all(allDefinitions)
    .map(({ uid, name, source }) => ({ kind: '统计报表', name, text: source, path: `/reports/${uid}` }));
