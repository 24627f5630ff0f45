import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { campaignHandlers } from './campaigns.ts';
import { drawingHandlers } from './drawings.ts';
import { targetHandlers } from './edit-targets.ts';
import { choicesOf, setKinds } from './kinds.ts';
import { drawingRecordOf } from './record-form.ts';
import { detailOf, requireCampaign, summariesOf } from './rows.ts';
import { setSampling } from './sampling.ts';
import { stepHandlers } from './steps.ts';
import { sweep } from './sweep.ts';
import { coverageOfCampaign, targetsOf } from './target-list.ts';

export { campaignDates } from './dates.ts';
export { targetsFollowSite } from './targets.ts';

/** Campaigns of inspections (专项督查): what is seen, in which counties, and how that was chosen. */
export const campaigns: Handlers<typeof contract> = {
  list: ({ text }, { db, today }) => summariesOf(db, text, today),
  get: ({ uid }, { db, today }) => detailOf(db, requireCampaign(db, uid), today),
  choices: (_input, context) => choicesOf(context),
  setKinds,
  ...campaignHandlers,
  ...stepHandlers,
  targets: (filter, context) => targetsOf(filter, context),
  coverage: ({ uid }, { db, today }) => coverageOfCampaign(db, requireCampaign(db, uid), today),
  sweep,
  ...targetHandlers,
  setSampling,
  ...drawingHandlers,
  drawingRecord: ({ uid }, { db }) => drawingRecordOf(db, uid),
};
