import { brigadeCitations } from './brigades/citations.ts';
import { checklistCitations } from './checklists/citations.ts';
import { establishmentCitations } from './establishments/citations.ts';
import type { CitationSource } from './library/index.ts';
import { schemeCitations } from './schemes/citations.ts';

/** Everything whose texts rest on laws and papers of the library. */
export const citationSources: readonly CitationSource[] = [
  checklistCitations,
  schemeCitations,
  brigadeCitations,
  establishmentCitations,
];
