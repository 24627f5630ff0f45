import { namesOf } from '#shared/rules/schedule/names.ts';
import { openSchedule, type ScheduleContext } from './schedule.ts';
import { inOrder } from './tables.ts';

/** Where a team goes on a day, and who goes. */
export interface PlannedTrip {
  teamId: string;
  team: string;
  day: string;
  inspectors: { uid: string; name: string }[];
  targetUids: string[];
}

/** The trips of a campaign's schedule by their days; none while nothing is planned. */
export function plannedTrips(context: ScheduleContext, campaignUid: string): PlannedTrip[] {
  const { stored, problem } = openSchedule(context, campaignUid);
  const names = namesOf(problem);
  return inOrder(stored.plan?.trips ?? []).map(({ teamId, day, inspectorIds, placeIds }) => ({
    teamId,
    team: names.team(teamId),
    day,
    inspectors: inspectorIds.map((uid) => ({ uid, name: names.person(uid) })),
    targetUids: placeIds,
  }));
}
