import type { CampaignDetail, CampaignFields, CampaignSummary, Named } from '#shared/contract/campaigns.ts';
import {
  beforeClose,
  beforeStart,
  type CampaignState,
  drawingNeed,
} from '#shared/rules/campaigns/standing.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds as siteKinds, allTrades } from '#main/features/key-sites/index.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { CampaignPlaces, type County } from './counties.ts';
import { activeDrawing, missingOf } from './drawing-rows.ts';
import { eventRows } from './events.ts';
import { requireCampaign } from './find.ts';
import { linkedIds } from './links.ts';
import { allCampaigns, allChecklists, allCounties, type CampaignRecord } from './queries.ts';
import { samplingLinesOf, samplingRecords } from './sampling-rows.ts';
import { accessTo, type Asker, type KnownCampaign, knownCampaign } from './secrecy/access.ts';
import { covered } from './secrecy/cover.ts';
import { secrecyOf } from './secrecy/detail.ts';
import { countsByCampaign, countsOf, listedTargetsOf } from './targets.ts';

export function summariesOf(asker: Asker, text: string): CampaignSummary[] {
  const { db, today } = asker;
  const wanted = normalizeQuery(text);
  const places = new CampaignPlaces(db, today);
  const counts = countsByCampaign(db);
  const counties = Map.groupBy(db.all(allCounties), (link) => link.campaign_id);
  return db
    .all(allCampaigns)
    .map((campaign) => shownRecord(asker, campaign))
    .filter(({ title }) => wanted === '' || matchScore(title, wanted) > 0)
    .toSorted(inListOrder)
    .map((campaign) => {
      const { access } = accessTo(asker, campaign);
      if (access !== 'public')
        return { ...headOf(campaign), access, ...secretCounts(asker, campaign, places) };
      const own = places.counties((counties.get(campaign.id) ?? []).flatMap(({ value }) => value ?? []));
      const { targets, visited } = counts.get(campaign.id) ?? { targets: 0, visited: 0 };
      return { ...headOf(campaign), access, countyNames: own.map(({ name }) => name), targets, visited };
    });
}

/** As it is called for the asker. */
function shownRecord(asker: Asker, campaign: CampaignRecord): CampaignRecord {
  return knownCampaign(asker, campaign) ?? covered(campaign);
}

/** Those that run first, then by their first day, the latest first; days that are not told come last. */
function inListOrder(one: CampaignRecord, other: CampaignRecord): number {
  const runs = Number(other.status === 'underWay') - Number(one.status === 'underWay');
  if (runs !== 0) return runs;
  if (one.first_day !== other.first_day) return one.first_day < other.first_day ? 1 : -1;
  return other.id - one.id;
}

function secretCounts(
  asker: Asker,
  campaign: CampaignRecord,
  places: CampaignPlaces,
): Pick<CampaignSummary, 'countyNames' | 'targets' | 'visited'> {
  const known = knownCampaign(asker, campaign);
  if (known === null) return { countyNames: [], targets: 0, visited: 0 };
  const { db } = asker;
  return { countyNames: places.countiesOf(db, known).map(({ name }) => name), ...countsOf(db, known) };
}

/** All of it, or that it is there. */
export function shownDetail(asker: Asker, uid: string): CampaignDetail {
  const campaign = requireCampaign(asker.db, uid);
  const known = knownCampaign(asker, campaign);
  return known === null ? hiddenDetail(asker, covered(campaign)) : detailOf(asker, known);
}

export function detailOf(asker: Asker, campaign: KnownCampaign): CampaignDetail {
  const { db, today } = asker;
  const counties = new CampaignPlaces(db, today).countiesOf(db, campaign);
  const state = stateOf(db, campaign, counties);
  return {
    ...hiddenDetail(asker, campaign),
    countyNames: counties.map(({ name }) => name),
    targets: state.targets,
    visited: state.visited,
    content: campaign.content,
    note: campaign.note,
    counties: counties.map(({ uid, name }) => ({ uid, name })),
    ...listsOf(db, campaign),
    sampling: samplingLinesOf(db, campaign),
    events: eventRows(db, campaign),
    drawingNeed: drawingNeed(state),
    beforeStart: beforeStart(state, today),
    beforeClose: beforeClose(state, today),
  };
}

/** What those who may not know see: that it is there, and whom they can ask. */
function hiddenDetail(asker: Asker, campaign: CampaignRecord): CampaignDetail {
  const { access } = accessTo(asker, campaign);
  return {
    ...headOf(campaign),
    access,
    countyNames: [],
    targets: 0,
    visited: 0,
    kindUid: campaign.kind_uid,
    content: '',
    minutesPerVisit: campaign.minutes_per_visit,
    restMonths: campaign.rest_months,
    note: '',
    closedOn: campaign.closed_on,
    releasedOn: campaign.released_on,
    secrecy: secrecyOf(asker, campaign),
    counties: [],
    trades: [],
    checklists: [],
    sweepKinds: [],
    sampling: [],
    events: [],
    drawingNeed: null,
    beforeStart: [],
    beforeClose: [],
  };
}

function headOf(campaign: CampaignRecord) {
  return {
    uid: campaign.uid,
    title: campaign.title,
    kindName: campaign.kind_name,
    document: campaign.document,
    firstDay: campaign.first_day,
    lastDay: campaign.last_day,
    announced: campaign.announced === 1,
    status: campaign.status,
  };
}

function listsOf(
  db: ReadStore,
  campaign: KnownCampaign,
): Pick<CampaignDetail, 'trades' | 'checklists' | 'sweepKinds'> {
  const inOfficeOrder = (records: readonly (Named & { id: number })[], ids: readonly number[]): Named[] =>
    records.filter(({ id }) => ids.includes(id)).map(({ uid, name }) => ({ uid, name }));
  const titles = new Map(db.all(allChecklists).map(({ id, uid, title }) => [id, { uid, name: title }]));
  return {
    trades: inOfficeOrder(db.all(allTrades), linkedIds(db, campaign, 'campaign_trade')),
    checklists: linkedIds(db, campaign, 'campaign_checklist').flatMap((id) => titles.get(id) ?? []),
    sweepKinds: inOfficeOrder(db.all(siteKinds), linkedIds(db, campaign, 'campaign_sweep')),
  };
}

/** In their order. */
export function namedChecklists(db: ReadStore, campaign: KnownCampaign): Named[] {
  return listsOf(db, campaign).checklists;
}

/** What its steps are judged by. */
export function stateOf(db: ReadStore, campaign: KnownCampaign, counties: readonly County[]): CampaignState {
  const targets = listedTargetsOf(db, campaign);
  const perCounty = Map.groupBy(targets, ({ countyId }) => countyId);
  const drawing = activeDrawing(db, campaign);
  return {
    firstDay: campaign.first_day,
    lastDay: campaign.last_day,
    counties: counties.map(({ id, name }) => ({ name, targets: perCounty.get(id)?.length ?? 0 })),
    checklists: linkedIds(db, campaign, 'campaign_checklist').length,
    samplingLines: samplingRecords(db, campaign).length,
    drawing: drawing === undefined ? null : { status: drawing.status, missing: missingOf(drawing) },
    targets: targets.length,
    visited: targets.filter(({ visitedOn }) => visitedOn !== null).length,
  };
}

/** What a clerk can change of it. */
export function fieldsOf(detail: CampaignDetail): CampaignFields {
  const uids = (list: readonly Named[]): string[] => list.map(({ uid }) => uid);
  return {
    title: detail.title,
    kindUid: detail.kindUid,
    document: detail.document,
    firstDay: detail.firstDay,
    lastDay: detail.lastDay,
    announced: detail.announced,
    content: detail.content,
    minutesPerVisit: detail.minutesPerVisit,
    restMonths: detail.restMonths,
    note: detail.note,
    countyUids: uids(detail.counties),
    tradeUids: uids(detail.trades),
    checklistUids: uids(detail.checklists),
  };
}
