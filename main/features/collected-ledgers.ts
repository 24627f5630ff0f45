import type { CollectedLedger } from '#main/core/fields/collected-ledger.ts';
import { collectedBrigades } from './brigades/collected.ts';
import { collectedEstablishments } from './establishments/collected.ts';
import { collectedFigures, collectedParts } from './fire-figures/index.ts';
import { collectedSites } from './key-sites/index.ts';
import { collectedLedgers as ledgersOfOffice } from './ledgers/index.ts';
import { collectedFeedback } from './tasks/collected.ts';

/** What units can fill in for the office besides scores and tables of the clerk's own, in the order of its offer. */
export const collectedLedgers: readonly CollectedLedger[] = [
  collectedFeedback,
  collectedSites,
  collectedFigures,
  collectedParts,
  collectedEstablishments,
  collectedBrigades,
  ...ledgersOfOffice,
];
