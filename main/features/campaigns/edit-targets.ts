import type { AddedTarget, campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { isClosed } from '#shared/rules/key-sites/model.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { requireSite } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from './counties.ts';
import { addEvent } from './events.ts';
import { requireOpen } from './find.ts';
import { targetWords } from './log-words.ts';
import { keyOf } from './pools.ts';
import { recordsOfTargets } from './queries.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { isSecret, publicTitle } from './secrecy/cover.ts';
import {
  allTargetsOf,
  campaignUidOfTarget,
  insertTargets,
  type NewTarget,
  removeTargets,
  requireTarget,
  takeOffTargets,
  type Target,
  writeTarget,
  writeVisitedOn,
} from './targets.ts';

type Names = 'addTargets' | 'updateTarget' | 'removeTargets' | 'setVisited';

/** Single targets: added by hand, corrected, taken off, visited. */
export const targetHandlers: Pick<Handlers<typeof contract>, Names> = {
  addTargets({ uid, items }, context) {
    const { db, summarize } = context;
    const campaign = requireOpen(context, uid);
    const standing = allTargetsOf(db, campaign).filter((target) => target.standing !== 'removed');
    const known = new Set(standing.map(keyOf));
    const added = newTargets(context, campaign, items).filter((target) => {
      const isNew = !known.has(keyOf(target));
      known.add(keyOf(target));
      return isNew;
    });
    if (added.length === 0)
      throw new AppError('refused', { reason: '所选的都已经是督查对象，或在待采用的抽取结果里。' });
    insertTargets(db, campaign, added);
    const names = added.map(({ name }) => name);
    if (campaign.status === 'underWay') addEvent(context, campaign, 'targetsAdded', `${added.length} 个`);
    summarize(`${publicTitle(campaign)}：${targetWords(campaign, names)}`);
    return { added: added.length };
  },

  updateTarget({ uid, base, set }, context) {
    const { db, summarize } = context;
    const campaign = requireOpen(context, campaignUidOfTarget(db, uid));
    const target = requireTarget(db, campaign, uid);
    const { name, minutes, note } = target;
    const changes = decidePatch({ name, minutes, note }, base, set);
    if (target.siteId !== null && changes.name !== undefined)
      throw new AppError('refused', { reason: '名称取自“重点单位”台账，请到那里改。' });
    writeTarget(db, campaign, target, { name, minutes, note, ...changes });
    summarize(`${publicTitle(campaign)}：${targetWords(campaign, [changes.name ?? name])}`);
    return { uid };
  },

  removeTargets({ campaignUid, uids, reason }, context) {
    const { db, summarize } = context;
    const campaign = requireOpen(context, campaignUid);
    const targets = uids.map((uid) => requireTarget(db, campaign, uid));
    const visited = targets.filter(({ visitedOn }) => visitedOn !== null).length;
    if (visited > 0)
      throw new AppError('refused', { reason: `其中 ${visited} 个已经督查，不能移出；登记错了请先取消。` });
    const isKept = (target: (typeof targets)[number]) =>
      campaign.status === 'underWay' || target.drawn !== null;
    const kept = targets.filter(isKept);
    if (kept.length > 0 && reason === '')
      throw new AppError('badInput', { detail: '移出抽取的对象，或在督查开始后移出，请写明原因' });
    takeOffTargets(context, campaign, kept, reason);
    removeTargets(
      db,
      targets.filter((target) => !isKept(target)),
    );
    if (campaign.status === 'underWay') addEvent(context, campaign, 'targetsRemoved', `${targets.length} 个`);
    const names = targets.map(({ name }) => name);
    summarize(`${publicTitle(campaign)}：${targetWords(campaign, names)}`);
    return { removed: targets.length };
  },

  setVisited({ campaignUid, uids, day }, context) {
    const { db, summarize } = context;
    const campaign = requireOpen(context, campaignUid);
    if (campaign.status === 'draft')
      throw new AppError('refused', { reason: '督查还没有开始，请先“开始督查”。' });
    if (day !== null && day < campaign.first_day)
      throw new AppError('badInput', { detail: `督查日期不能早于开始日期 ${campaign.first_day}` });
    const targets = uids
      .map((uid) => requireTarget(db, campaign, uid))
      .filter(({ visitedOn }) => visitedOn !== day);
    requireNoRecord(db, targets);
    for (const target of targets) writeVisitedOn(db, campaign, target, day);
    const words = targetWords(
      campaign,
      targets.map(({ name }) => name),
    );
    const when = day === null ? '未督查' : `，${day}`;
    summarize(`${publicTitle(campaign)}：${words}${isSecret(campaign) ? '' : when}`);
    return { changed: targets.length };
  },
};

/** The day of a visit that is recorded is that of its record. */
function requireNoRecord(db: WriteContext['db'], targets: readonly Target[]): void {
  const ids = JSON.stringify(targets.map(({ id }) => id));
  const count = db.get(recordsOfTargets, { ids })?.count ?? 0;
  if (count > 0)
    throw new AppError('refused', { reason: `其中 ${count} 个已有检查记录，督查日期请在“检查记录”里修改。` });
}

function newTargets(
  { db, today }: WriteContext,
  campaign: KnownCampaign,
  items: readonly AddedTarget[],
): NewTarget[] {
  const places = new CampaignPlaces(db, today);
  const counties = new Set(places.countiesOf(db, campaign).map(({ id }) => id));
  return items.map((item) => {
    const target = placed(item);
    if (target.countyId === null || !counties.has(target.countyId)) {
      const where = target.countyId === null ? '' : `在${places.nameOf(target.countyId)}，`;
      const reason = `“${target.name}”${where}不在督查范围里；请先在“基本情况”里加上这个区县。`;
      throw new AppError('refused', { reason });
    }
    return { ...target, countyId: target.countyId, origin: 'added', drawn: null };
  });

  function placed(
    item: AddedTarget,
  ): Omit<NewTarget, 'origin' | 'drawn' | 'countyId'> & { countyId: number | null } {
    if (item.kind === 'site') {
      const site = requireSite(db, item.siteUid);
      if (isClosed({ closedOn: site.closed_on }, today))
        throw new AppError('refused', { reason: `“${site.name}”已退出台账，请先在“重点单位”里恢复。` });
      const countyId = places.countyIdOf(site.organization_id);
      return { siteId: site.id, organizationId: null, name: site.name, countyId };
    }
    const place = places.places.require(item.kind === 'township' ? item.organizationUid : item.countyUid);
    const countyId = places.countyIdOf(place.id);
    if (item.kind === 'other') return { siteId: null, organizationId: null, name: item.name, countyId };
    return { siteId: null, organizationId: place.id, name: places.nameOf(place.id), countyId };
  }
}
