import { brigadeCitations } from './brigades/citations.ts';
import { checklistCitations } from './checklists/citations.ts';
import { creditCitations } from './credit/citations.ts';
import { establishmentCitations } from './establishments/citations.ts';
import { ledgerCitations } from './ledgers/citations.ts';
import type { CitationSource } from './library/index.ts';
import { randomCitations } from './random-inspection/citations.ts';
import { reportCitations } from './reports/citations.ts';
import { schemeCitations } from './schemes/citations.ts';
import { shortfallCitations } from './shortfalls/citations.ts';

/** Everything whose texts rest on laws and papers of the library. */
export const citationSources: readonly CitationSource[] = [
  checklistCitations,
  schemeCitations,
  brigadeCitations,
  establishmentCitations,
  ledgerCitations,
  shortfallCitations,
  randomCitations,
  creditCitations,
  reportCitations,
];
