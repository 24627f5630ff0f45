import type {
  CampaignDetail,
  CampaignFields,
  CampaignSummary,
  Named,
  SamplingLine,
} from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { beforeClose, beforeStart, type CampaignState } from '#shared/rules/campaigns/standing.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { allKinds as siteKinds, allTrades } from '#main/features/key-sites/index.ts';
import { matchScore, normalizeQuery } from '#main/features/search/index.ts';
import { CampaignPlaces, type County } from './counties.ts';
import { activeDrawing, missingOf } from './drawing-rows.ts';
import {
  allCampaigns,
  allChecklists,
  allCounties,
  campaignByUid,
  type CampaignRecord,
  checklistsOf,
  type countiesOf,
  eventsOf,
  samplingOf,
  sweepsOf,
  tradesOf,
} from './queries.ts';
import { countsByCampaign, listedTargetsOf } from './targets.ts';

/** @throws AppError notFound */
export function requireCampaign(db: ReadStore, uid: string): CampaignRecord {
  const campaign = db.get(campaignByUid, { uid });
  if (campaign === undefined) throw new AppError('notFound', { what: '这次专项督查' });
  return campaign;
}

/** @throws AppError notFound, frozen once it is closed */
export function requireOpen(db: ReadStore, uid: string): CampaignRecord {
  const campaign = requireCampaign(db, uid);
  if (campaign.status === 'closed')
    throw new AppError('frozen', {
      what: '这次专项督查',
      state: '已结束',
      advice: '确需修改请先“重新打开”',
    });
  return campaign;
}

export function summariesOf(db: ReadStore, text: string, today: string): CampaignSummary[] {
  const wanted = normalizeQuery(text);
  const places = new CampaignPlaces(db, today);
  const counts = countsByCampaign(db);
  const counties = Map.groupBy(db.all(allCounties), (link) => link.campaign_id);
  return db
    .all(allCampaigns)
    .filter(({ title }) => wanted === '' || matchScore(title, wanted) > 0)
    .map((campaign) => {
      const own = places.counties((counties.get(campaign.id) ?? []).map(({ value }) => value));
      const { targets, visited } = counts.get(campaign.id) ?? { targets: 0, visited: 0 };
      return { ...headOf(campaign), countyNames: own.map(({ name }) => name), targets, visited };
    });
}

export function detailOf(db: ReadStore, campaign: CampaignRecord, today: string): CampaignDetail {
  const counties = new CampaignPlaces(db, today).countiesOf(db, campaign);
  const state = stateOf(db, campaign, counties);
  return {
    ...headOf(campaign),
    countyNames: counties.map(({ name }) => name),
    targets: state.targets,
    visited: state.visited,
    kindUid: campaign.kind_uid,
    content: campaign.content,
    minutesPerVisit: campaign.minutes_per_visit,
    restMonths: campaign.rest_months,
    note: campaign.note,
    closedOn: campaign.closed_on,
    counties: counties.map(({ uid, name }) => ({ uid, name })),
    ...listsOf(db, campaign),
    sampling: samplingLinesOf(db, campaign),
    events: db
      .all(eventsOf, { campaignId: campaign.id })
      .map(({ user_name: userName, ...event }) => ({ ...event, userName })),
    beforeStart: beforeStart(state, today),
    beforeClose: beforeClose(state, today),
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
  { id: campaignId }: CampaignRecord,
): Pick<CampaignDetail, 'trades' | 'checklists' | 'sweepKinds'> {
  const valuesOf = (query: typeof countiesOf): number[] =>
    db.all(query, { campaignId }).map(({ value }) => value);
  const inOfficeOrder = (records: readonly (Named & { id: number })[], ids: readonly number[]): Named[] =>
    records.filter(({ id }) => ids.includes(id)).map(({ uid, name }) => ({ uid, name }));
  const titles = new Map(db.all(allChecklists).map(({ id, uid, title }) => [id, { uid, name: title }]));
  return {
    trades: inOfficeOrder(db.all(allTrades), valuesOf(tradesOf)),
    checklists: valuesOf(checklistsOf).flatMap((id) => titles.get(id) ?? []),
    sweepKinds: inOfficeOrder(db.all(siteKinds), valuesOf(sweepsOf)),
  };
}

export function samplingLinesOf(db: ReadStore, { id: campaignId }: CampaignRecord): SamplingLine[] {
  const uidOf = (records: readonly { id: number; uid: string }[], id: number | null): string | null =>
    records.find((record) => record.id === id)?.uid ?? null;
  const [kinds, trades] = [db.all(siteKinds), db.all(allTrades)];
  return db.all(samplingOf, { campaignId }).map(({ subject, kind_id, trade_id, name, count }) => ({
    subject,
    kindUid: uidOf(kinds, kind_id),
    tradeUid: uidOf(trades, trade_id),
    name,
    count,
  }));
}

/** What its steps are judged by. */
export function stateOf(db: ReadStore, campaign: CampaignRecord, counties: readonly County[]): CampaignState {
  const campaignId = campaign.id;
  const targets = listedTargetsOf(db, campaign);
  const perCounty = Map.groupBy(targets, ({ countyId }) => countyId);
  const drawing = activeDrawing(db, campaign);
  return {
    firstDay: campaign.first_day,
    lastDay: campaign.last_day,
    counties: counties.map(({ id, name }) => ({ name, targets: perCounty.get(id)?.length ?? 0 })),
    checklists: db.all(checklistsOf, { campaignId }).length,
    samplingLines: db.all(samplingOf, { campaignId }).length,
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
