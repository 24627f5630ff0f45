import type { PlannedVisitSheet, VisitSheet } from '#shared/contract/visits.ts';
import { plannedTrips, type ScheduleContext } from '#main/features/schedules/index.ts';
import { sheetOf } from './rows.ts';

/** The sheet of a target with the team that the schedule sends there, which a new record begins with. */
export function plannedSheetOf(targetUid: string, context: ScheduleContext): PlannedVisitSheet {
  const sheet = sheetOf(targetUid, context);
  return { ...sheet, planned: sheet.record === null ? plannedOf(sheet, context) : null };
}

function plannedOf({ campaign, target }: VisitSheet, context: ScheduleContext): PlannedVisitSheet['planned'] {
  const trip = plannedTrips(context, campaign.uid).find(({ targetUids }) => targetUids.includes(target.uid));
  return trip === undefined ? null : { team: trip.team, inspectors: trip.inspectors };
}
