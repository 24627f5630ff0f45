import type { analysis as contract } from '#shared/contract/analysis.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { groupAnalysis } from './group-analysis.ts';

/** What the scores say: of a group, and of one object over the years. */
export const analysis: Handlers<typeof contract> = {
  group: ({ groupUid }, { db }) => groupAnalysis(db, groupUid),
};
