import { fitPlan } from '#shared/rules/schedule/fit-plan.ts';
import {
  type Asker,
  CampaignPlaces,
  type KnownCampaign,
  listedTargetsOf,
  requireKnown,
} from '#main/features/campaigns/index.ts';
import { poolOf } from '#main/features/inspectors/index.ts';
import { takingPart } from './problem-of.ts';
import { storedRecord } from './queries.ts';
import { readStored, type StoredSchedule } from './stored.ts';
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
export function plannedTrips(asker: Asker, campaignUid: string): PlannedTrip[] {
  const campaign = requireKnown(asker, campaignUid);
  const record = storedRecord(asker.db, campaign);
  return record === undefined ? [] : tripsOf(asker, campaign, readStored(record));
}

/** What a plan is judged by is not read for it: that takes much longer. */
function tripsOf(
  { db, today }: Asker,
  campaign: KnownCampaign,
  { settings, teams, plan }: StoredSchedule,
): PlannedTrip[] {
  if (plan === null) return [];
  const inspectors = takingPart(settings, poolOf(db, today)).map(({ uid: id, name }) => ({ id, name }));
  const counties = new CampaignPlaces(db, today).countiesOf(db, campaign).map(({ uid: id }) => ({ id }));
  const places = listedTargetsOf(db, campaign).map(({ uid: id }) => ({ id }));
  const { trips } = fitPlan({ teams, counties, places, inspectors, vehicles: [] }, plan);
  const people = new Map(inspectors.map(({ id, name }) => [id, name]));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  return inOrder(trips).map(({ teamId, day, inspectorIds, placeIds }) => ({
    teamId,
    team: teamNames.get(teamId) ?? '',
    day,
    inspectors: inspectorIds.map((uid) => ({ uid, name: people.get(uid) ?? '' })),
    targetUids: placeIds,
  }));
}
