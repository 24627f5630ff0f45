import { v7 } from 'uuid';
import type { CampaignFields, campaigns as contract, SamplingLine } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { allKinds as siteKinds } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from './counties.ts';
import { requireKind } from './kinds.ts';
import { requireKnown, requireOpen } from './find.ts';
import { checklistIds, countyIds, linkedIds, tradeIds, writeLinks } from './links.ts';
import { type CampaignRecord, campaignToFollow } from './queries.ts';
import { detailOf, fieldsOf } from './rows.ts';
import { samplingLinesOf, writeSampling } from './sampling-rows.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { isSecret, publicTitle } from './secrecy/cover.ts';
import { insertRow, updateRow } from './secrecy/sealed-rows.ts';
import { nameFirstKnower, vaultOfCaller } from './secrecy/steps.ts';
import { allTargetsOf } from './targets.ts';

type Names = 'add' | 'update' | 'remove';

/** What the very first campaign begins with; later ones follow the one before. */
const USUAL_MINUTES = 90;
const USUAL_REST_MONTHS = 12;

/** The campaign itself; its targets, drawings and steps are changed elsewhere. */
export const campaignHandlers: Pick<Handlers<typeof contract>, Names> = {
  add({ kindUid, announced, ...fields }, context) {
    const { db, today, summarize } = context;
    const kind = requireKind(db, kindUid);
    const before = db.get(campaignToFollow, { kindId: kind.id });
    const uid = v7();
    const vault = announced ? null : vaultOfCaller(context, uid);
    const id = insertRow(db, { vault }, 'campaign', {
      uid,
      title: fields.title,
      kind_id: kind.id,
      document: fields.document,
      first_day: fields.firstDay,
      last_day: fields.lastDay,
      announced: announced ? 1 : 0,
      status: 'draft',
      content: before?.kind_id === kind.id ? before.content : '',
      minutes_per_visit: before?.minutes_per_visit ?? USUAL_MINUTES,
      rest_months: before?.rest_months ?? USUAL_REST_MONTHS,
      note: '',
      closed_on: null,
    });
    if (!announced) nameFirstKnower(context, id);
    const campaign = requireKnown(context, uid);
    const { places } = new CampaignPlaces(db, today);
    const counties = places.inOrder.filter((place) => place.level === 'county' && places.existsToday(place));
    const ids = counties.map((county) => county.id);
    writeLinks(db, campaign, 'campaign_county', ids);
    follow(context, campaign, before);
    summarize(publicTitle(campaign));
    return { uid };
  },

  update({ uid, base, set }, context) {
    const campaign = requireOpen(context, uid);
    const detail = detailOf(context, campaign);
    const changes = decidePatch<CampaignFields>(fieldsOf(detail), base, set);
    const wanted = { ...fieldsOf(detail), ...changes };
    if (wanted.lastDay < wanted.firstDay)
      throw new AppError('badInput', { detail: '结束日期不能早于开始日期' });
    if (changes.announced !== undefined) throw new AppError('refused', { reason: announcedReason(campaign) });
    writeFields(context, campaign, wanted);
    context.summarize(isSecret(campaign) ? publicTitle(campaign) : wanted.title);
    return { uid };
  },

  remove({ uid }, context) {
    const { db, summarize } = context;
    const campaign = requireKnown(context, uid);
    if (campaign.status !== 'draft')
      throw new AppError('refused', { reason: '已经开始的督查不能删除；不再进行的请结束督查。' });
    db.remove('campaign', campaign.id);
    summarize(publicTitle(campaign));
    return { uid };
  },
};

/** What is secret is not told by one field among others: neither is it made so nor made public by the way. */
function announcedReason({ announced, status }: KnownCampaign): string {
  if (announced === 0) return '暗访不能直接改为明察：要让大家看到，请“解密公布”；建错了的，请删除后重建。';
  return status === 'draft'
    ? '要改为暗访，请用“更多操作”里的“改为暗访”。'
    : '督查已经开始，不能再改明察、暗访；请另建一次督查。';
}

/** Rule and checklists as the campaign before had them. */
function follow(context: WriteContext, campaign: KnownCampaign, before: CampaignRecord | undefined): void {
  const { db } = context;
  if (before === undefined) {
    writeSampling(db, campaign, usualSampling(context));
    return;
  }
  // Of a secret campaign nothing is followed.
  const followed: KnownCampaign = { ...before, vault: null };
  writeSampling(db, campaign, samplingLinesOf(db, followed));
  writeLinks(db, campaign, 'campaign_checklist', linkedIds(db, followed, 'campaign_checklist'));
}

/** One township, one brigade and two crowded places in each county. */
function usualSampling({ db }: WriteContext): SamplingLine[] {
  const crowded = db.all(siteKinds).find(({ role }) => role === 'crowded');
  const line = { kindUid: null, tradeUid: null, name: '' };
  return [
    { ...line, subject: 'township', count: 1 },
    { ...line, subject: 'other', name: '专职消防队', count: 1 },
    { ...line, subject: 'site', kindUid: crowded?.uid ?? null, count: 2 },
  ];
}

function writeFields({ db, today }: WriteContext, campaign: KnownCampaign, wanted: CampaignFields): void {
  updateRow(db, campaign, 'campaign', campaign, {
    title: wanted.title,
    kind_id: requireKind(db, wanted.kindUid).id,
    document: wanted.document,
    first_day: wanted.firstDay,
    last_day: wanted.lastDay,
    content: wanted.content,
    minutes_per_visit: wanted.minutesPerVisit,
    rest_months: wanted.restMonths,
    note: wanted.note,
  });
  const places = new CampaignPlaces(db, today);
  const counties = countyIds(places, wanted.countyUids);
  requireNoTargetsOutside({ campaign, counties, places, db });
  writeLinks(db, campaign, 'campaign_county', counties);
  writeLinks(db, campaign, 'campaign_trade', tradeIds(db, wanted.tradeUids));
  writeLinks(db, campaign, 'campaign_checklist', checklistIds(db, wanted.checklistUids));
}

interface Outside {
  db: WriteContext['db'];
  campaign: KnownCampaign;
  counties: readonly number[];
  places: CampaignPlaces;
}

/** A county stays as long as something is to be seen there. */
function requireNoTargetsOutside({ db, campaign, counties, places }: Outside): void {
  const outside = allTargetsOf(db, campaign).filter(
    ({ standing, countyId }) => standing !== 'removed' && countyId !== null && !counties.includes(countyId),
  );
  const [first] = outside;
  if (first?.countyId == null) return;
  const count = outside.filter(({ countyId }) => countyId === first.countyId).length;
  const name = places.nameOf(first.countyId);
  throw new AppError('refused', { reason: `${name}还有 ${count} 个督查对象，请先移出，再去掉这个区县。` });
}
