import { lazy } from 'react';

/* Parts of 督查检查 that pages of other features show. This file only hands on. */

/** What a finding knows beside the task that it is. */
export const FindingOfTask = lazy(async () => ({
  default: (await import('../features/findings/finding-part.tsx')).FindingOfTask,
}));

/** The records of a campaign's targets. */
export const VisitList = lazy(async () => ({
  default: (await import('../features/visits/visit-list.tsx')).VisitList,
}));
