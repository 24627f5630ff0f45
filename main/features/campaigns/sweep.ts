import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { requireKind as requireSiteKind } from '#main/features/key-sites/index.ts';
import { CampaignPlaces } from './counties.ts';
import { activeDrawing } from './drawing-rows.ts';
import { addEvent } from './events.ts';
import { requireOpen } from './find.ts';
import { siteKindIds, writeLinks } from './links.ts';
import { logWords } from './log-words.ts';
import { type ScopeSite, sitesInScope } from './scope.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { allTargetsOf, insertTargets, removeTargets, takeOffTargets, type Target } from './targets.ts';

/** Brings the list of targets in step with the ledger for the kinds that are swept one by one. */
export const sweep: Handlers<typeof contract>['sweep'] = ({ uid, kindUids, reason }, context) => {
  const { db, today, summarize } = context;
  const campaign = requireOpen(context, uid);
  const kindIds = siteKindIds(db, kindUids);
  const sites = sitesInScope(db, campaign, { places: new CampaignPlaces(db, today), today });
  const wanted = sites.filter((site) => site.kindIds.some((kindId) => kindIds.includes(kindId)));
  const targets = allTargetsOf(db, campaign);
  const added = missing(targets, wanted, activeDrawing(db, campaign)?.id ?? null);
  const gone = noLongerMeant(targets, wanted);
  writeLinks(db, campaign, 'campaign_sweep', kindIds);
  takeOff(context, campaign, gone, reason);
  insertTargets(
    db,
    campaign,
    added.map(({ id, name, countyId }) => ({
      origin: 'swept',
      drawn: null,
      siteId: id,
      organizationId: null,
      name,
      countyId,
    })),
  );
  const kinds = kindUids.map((kindUid) => requireSiteKind(db, kindUid).name).join('、') || '不逐一督查';
  const counts = `列入 ${added.length} 个，移出 ${gone.length} 个`;
  const words = `${kinds}：${counts}`;
  if (campaign.status === 'underWay' && added.length > 0) addEvent(context, campaign, 'targetsAdded', words);
  summarize(logWords(campaign, words, counts));
  return { added: added.length, removed: gone.length };
};

/** What was taken off by hand, with a reason, does not come back by itself. */
function missing(
  targets: readonly Target[],
  wanted: readonly ScopeSite[],
  drawingId: number | null,
): ScopeSite[] {
  const known = new Set(
    targets
      .filter(
        ({ standing, drawn }) => standing !== 'removed' || drawn === null || drawn.drawingId === drawingId,
      )
      .map(({ siteId }) => siteId),
  );
  return wanted.filter(({ id }) => !known.has(id));
}

function noLongerMeant(targets: readonly Target[], wanted: readonly ScopeSite[]): Target[] {
  const meant = new Set<number | null>(wanted.map(({ id }) => id));
  return targets.filter(
    ({ origin, standing, siteId, visitedOn }) =>
      origin === 'swept' && standing === 'listed' && visitedOn === null && !meant.has(siteId),
  );
}

function takeOff(
  context: WriteContext,
  campaign: KnownCampaign,
  gone: readonly Target[],
  reason: string,
): void {
  if (campaign.status === 'draft') {
    removeTargets(context.db, gone);
    return;
  }
  if (gone.length === 0) return;
  if (reason === '')
    throw new AppError('badInput', {
      detail: `有 ${gone.length} 个对象不再属于逐一督查的类别，移出它们请写明原因`,
    });
  takeOffTargets(context, campaign, gone, reason);
  addEvent(context, campaign, 'targetsRemoved', `${gone.length} 个`);
}
