import type { campaignList as listContract, campaigns as contract } from '#shared/contract/campaigns.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { campaignHandlers } from './campaigns.ts';
import { importList } from '#main/core/table-import/import-list.ts';
import { drawingHandlers } from './drawings.ts';
import { targetHandlers } from './edit-targets.ts';
import { choicesOf, setKinds } from './kinds.ts';
import { drawingRecordOf } from './record-form.ts';
import { requireKnown } from './find.ts';
import { campaignImport } from './import/campaign-import.ts';
import { targetImport } from './import/target-import.ts';
import { shownDetail, summariesOf } from './rows.ts';
import { setSampling } from './sampling.ts';
import { knowerHandlers } from './secrecy/knowers.ts';
import { recoveryHandlers } from './secrecy/recovery.ts';
import { removeLost } from './secrecy/remove-lost.ts';
import { secrecySteps } from './secrecy/steps.ts';
import { stepHandlers } from './steps.ts';
import { sweep } from './sweep.ts';
import { coverageOfCampaign, targetsOf } from './target-list.ts';

export { CampaignPlaces } from './counties.ts';
export { campaignDates } from './dates.ts';
export {
  knownCampaigns,
  requireCampaign,
  requireKnown,
  requireOpen,
  secretCampaignIds,
} from './find.ts';
export { linkedIds } from './links.ts';
export { type Asker, knownCampaign, type KnownCampaign } from './secrecy/access.ts';
export { COVER_TITLE, isSecret, isSecretSql, publicTitle, publicTitleSql } from './secrecy/cover.ts';
export { type Started, startedBy } from './secrecy/started.ts';
export { hidesSecretCampaigns } from './secrecy/row-screen.ts';
export { coverageOfCampaign, listedRows } from './target-list.ts';
export { fileTitle, logWords, targetWords } from './log-words.ts';
export { namedChecklists } from './rows.ts';
export { insertRow, openedRow, updateRow } from './secrecy/sealed-rows.ts';
export {
  campaignUidOfTarget,
  isOfSecretCampaign,
  listedTargetsOf,
  placesVisited,
  visitedPlaceTables,
  requireTarget,
  type Target,
  targetsFollowSite,
  targetUidOf,
  visitsToSites,
  writeVisitedOn,
} from './targets.ts';
export { type ScheduledCampaign, scheduledCampaign, type ScheduledTarget } from './for-schedules.ts';

/** Campaigns of inspections (专项督查): what is seen, in which counties, and how that was chosen. */
export const campaigns: Handlers<typeof contract> = {
  list: ({ text }, context) => summariesOf(context, text),
  get: ({ uid }, context) => shownDetail(context, uid),
  choices: (_input, context) => choicesOf(context),
  setKinds,
  ...campaignHandlers,
  ...stepHandlers,
  targets: (filter, context) => targetsOf(filter, context),
  coverage: ({ uid }, context) => coverageOfCampaign(context.db, requireKnown(context, uid), context.today),
  sweep,
  ...targetHandlers,
  setSampling,
  ...drawingHandlers,
  drawingRecord: ({ uid }, context) => drawingRecordOf(context, uid),
  ...secrecySteps,
  ...knowerHandlers,
  ...recoveryHandlers,
  removeLost,
  importTable: importList(targetImport),
};

/** The list of the campaigns, in a table of its own. */
export const campaignList: Handlers<typeof listContract> = {
  importTable: importList(campaignImport),
};
