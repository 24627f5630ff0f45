import type { visits as contract } from '#shared/contract/visits.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { setFigures } from './figures.ts';
import { recordHandlers } from './record.ts';
import { choicesOf, sheetOf, visitRows } from './rows.ts';

/** Records of visits (检查记录): what was answered, counted and found at each target of a campaign. */
export const visits: Handlers<typeof contract> = {
  list: ({ campaignUid }, context) => visitRows(campaignUid, context),
  sheet: ({ targetUid }, context) => sheetOf(targetUid, context),
  choices: ({ campaignUid }, context) => choicesOf(campaignUid, context),
  setFigures,
  ...recordHandlers,
};
