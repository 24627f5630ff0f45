import type { CitationSource } from '#main/features/library/index.ts';
import { allClasses, allItems } from './queries.ts';

/** What items are inspected by, and what the ratios of classes rest on. */
export const randomCitations: CitationSource = (db) => [
  ...db.all(allItems).map(({ name, basis }) => ({
    kind: '抽查事项',
    name,
    text: basis,
    path: '/random-inspection',
  })),
  ...db.all(allClasses).map(({ name, source }) => ({
    kind: '抽查类别',
    name,
    text: source,
    path: '/random-inspection',
  })),
];
