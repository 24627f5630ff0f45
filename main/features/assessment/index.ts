import type { assessment as contract } from '#shared/contract/assessment.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { finalizeHandlers } from './finalize.ts';
import { groupHandlers } from './groups.ts';
import { periodHandlers } from './periods.ts';
import { proposalHandlers } from './proposal.ts';
import { resultHandlers } from './results.ts';
import { scoreHandlers } from './scores.ts';
import { stageProgressHandlers } from './stage-progress.ts';

export { finalScoresOf } from './analysis/final-scores.ts';
export { countyScores } from './analysis/county-scores.ts';
export { selfScoreGroups, selfScoresOf } from './collected/self-scores.ts';
export { assessmentDates } from './dates.ts';
export { cellName } from './find-cells.ts';
export { Frames } from './frames.ts';
export { openOnly, requireGroup } from './load-group.ts';
export { scoreHandOver } from './hand-over.ts';
export { finalResults } from './results.ts';

/** Periods with their groups, scores, results and finalisation. */
export const assessment: Handlers<typeof contract> = {
  ...periodHandlers,
  ...proposalHandlers,
  ...groupHandlers,
  ...scoreHandlers,
  ...stageProgressHandlers,
  ...resultHandlers,
  ...finalizeHandlers,
};
