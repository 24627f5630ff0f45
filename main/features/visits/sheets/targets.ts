import type { CampaignTarget } from '#shared/contract/campaigns.ts';
import type { SheetScope, SheetTeam } from '#shared/contract/visit-sheets.ts';
import { AppError } from '#shared/errors.ts';
import {
  type KnownCampaign,
  listedRows,
  listedTargetsOf,
  requireKnown,
} from '#main/features/campaigns/index.ts';
import { type PlannedTrip, plannedTrips, type ScheduleContext } from '#main/features/schedules/index.ts';
import { visitsOfCampaign } from '../queries.ts';

/** A target with where the schedule has it. */
export interface SheetTarget {
  row: CampaignTarget;
  trip: PlannedTrip | undefined;
}

/** @throws AppError refused where there is nothing to write */
export function sheetTargets(
  context: ScheduleContext,
  campaign: KnownCampaign,
  scope: SheetScope,
): SheetTarget[] {
  const trips = plannedTrips(context, campaign.uid);
  const tripOf = (uid: string) => trips.find(({ targetUids }) => targetUids.includes(uid));
  const rows = listedRows(context.db, campaign, context.today);
  const open = unrecorded(context, campaign);
  const targets = rows
    .filter(({ uid }) => (scope.kind === 'targets' ? scope.uids.includes(uid) : open.has(uid)))
    .map((row) => ({ row, trip: tripOf(row.uid) }));
  const wanted = scope.kind === 'team' ? ofTeam(targets, trips, scope.teamId) : targets;
  if (wanted.length === 0)
    throw new AppError('refused', { reason: '没有待登记的督查对象；已经登记的，请直接打开它的检查记录。' });
  return wanted;
}

function ofTeam(
  targets: readonly SheetTarget[],
  trips: readonly PlannedTrip[],
  teamId: string,
): SheetTarget[] {
  return trips
    .filter((trip) => trip.teamId === teamId)
    .flatMap(({ targetUids }) =>
      targetUids.flatMap((uid) => targets.find(({ row }) => row.uid === uid) ?? []),
    );
}

/** The teams that still have something to record. */
export function sheetTeams(context: ScheduleContext, campaignUid: string): SheetTeam[] {
  const open = unrecorded(context, requireKnown(context, campaignUid));
  const byTeam = Map.groupBy(plannedTrips(context, campaignUid), ({ teamId }) => teamId);
  return [...byTeam]
    .map(([id, trips]) => ({
      id,
      name: trips[0]?.team ?? '',
      targetUids: trips.flatMap(({ targetUids }) => targetUids.filter((uid) => open.has(uid))),
    }))
    .filter(({ targetUids }) => targetUids.length > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'zh', { numeric: true }));
}

/** Targets without a record. */
export function unrecorded({ db }: Pick<ScheduleContext, 'db'>, campaign: KnownCampaign): Set<string> {
  const recorded = new Set(
    db.all(visitsOfCampaign, { campaignId: campaign.id }).map(({ target_id }) => target_id),
  );
  return new Set(
    listedTargetsOf(db, campaign)
      .filter(({ id }) => !recorded.has(id))
      .map(({ uid }) => uid),
  );
}
