import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { type Asker, type KnownCampaign, knownCampaigns, openedRow } from '#main/features/campaigns/index.ts';
import { otherSchedules } from './queries.ts';
import { readStored, type StoredSchedule } from './stored.ts';

/** What published schedules of other campaigns leave behind for this one; of secret ones, those the asker may know. */
export interface Earlier {
  /** The latest one before; null: there is none. */
  last: StoredSchedule | null;
  /** Points of the year, by the id of a person or a team. */
  loads: ReadonlyMap<string, number>;
  /** Days on which a person is out for another campaign. */
  daysOut: ReadonlyMap<string, ReadonlySet<string>>;
  lastCountiesOf: (teamId: string) => string[];
}

export function earlierSchedules(asker: Asker, campaign: KnownCampaign): Earlier {
  const firstDay = campaign.first_day;
  const published = publishedFor(asker, campaign);
  const [last = null] = published.filter(({ settings }) => settings.from < firstDay);
  const loads = new Map<string, number>();
  const daysOut = new Map<string, Set<string>>();
  for (const { settings, announced } of published) {
    for (const { day, teamId, countyId, inspectorIds } of announced?.trips ?? []) {
      for (const id of inspectorIds) daysOut.set(id, (daysOut.get(id) ?? new Set()).add(day));
      if (day.slice(0, 4) !== firstDay.slice(0, 4)) continue;
      const travel = settings.counties.find(({ uid }) => uid === countyId)?.travelLoad ?? 0;
      for (const id of [teamId, ...inspectorIds])
        loads.set(id, (loads.get(id) ?? 0) + settings.loadPerDay + travel);
    }
  }
  return { last, loads, daysOut, lastCountiesOf: (teamId) => countiesOf(last?.announced ?? null, teamId) };
}

/** Of the latest campaign first. */
function publishedFor(asker: Asker, { id: campaignId }: KnownCampaign): StoredSchedule[] {
  const known = new Map(knownCampaigns(asker).map((campaign) => [campaign.id, campaign]));
  return asker.db
    .all(otherSchedules, { campaignId })
    .flatMap((record) => {
      const campaign = known.get(record.campaign_id);
      if (campaign === undefined) return [];
      const opened = openedRow(campaign.vault, 'campaign_schedule', record);
      return opened.published_on === null ? [] : [{ firstDay: campaign.first_day, record: opened }];
    })
    .toSorted((one, other) => (one.firstDay < other.firstDay ? 1 : one.firstDay > other.firstDay ? -1 : 0))
    .map(({ record }) => readStored(record));
}

function countiesOf(plan: SchedulePlan | null, teamId: string): string[] {
  const own = plan?.trips.filter((trip) => trip.teamId === teamId) ?? [];
  return [...new Set(own.map(({ countyId }) => countyId))];
}
