import type { visitSheets as sheetContract } from '#shared/contract/visit-sheets.ts';
import type { visits as contract } from '#shared/contract/visits.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { draftCircular } from './circular.ts';
import { setFigures } from './figures.ts';
import { recordHandlers } from './record.ts';
import { plannedSheetOf } from './planned-sheet.ts';
import { choicesOf, visitRows } from './rows.ts';
import { recordFormsOf } from './sheets/forms-of.ts';
import { recordStaged } from './sheets/staged.ts';
import { sheetTeams } from './sheets/targets.ts';

/** Records of visits (检查记录): what was answered, counted and found at each target of a campaign. */
export const visits: Handlers<typeof contract> = {
  list: ({ campaignUid }, context) => visitRows(campaignUid, context),
  sheet: ({ targetUid }, context) => plannedSheetOf(targetUid, context),
  choices: ({ campaignUid }, context) => choicesOf(campaignUid, context),
  setFigures,
  draftCircular,
  ...recordHandlers,
};

/** Record sheets (检查记录表): given out, filled in on the spot, and read back. */
export const visitSheets: Handlers<typeof sheetContract> = {
  teams: ({ campaignUid }, context) => sheetTeams(context, campaignUid),
  recordStaged,
  forms: ({ targetUids }, context) => recordFormsOf(context, targetUids),
};
