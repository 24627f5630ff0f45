import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { renameSource } from '#main/features/tasks/index.ts';
import { addEvent } from '../events.ts';
import { requireCampaign, requireKnown, requireOpen } from '../find.ts';
import { accessTo, type KnownCampaign } from './access.ts';
import { openAllRows, sealAllRows } from './all-rows.ts';
import { COVER_TITLE, isSecret } from './cover.ts';
import { callerAsHolder, callerWithKey, keepRecoverable, withNewKey, wrapKeys } from './keys.ts';
import { dropKeys, knowersOf, namedInLog } from './queries.ts';
import type { Vault } from './vault.ts';

type Names = 'makeUnannounced' | 'seal' | 'release';

/** How a campaign becomes secret, and how it is made public. */
export const secrecySteps: Pick<Handlers<typeof contract>, Names> = {
  makeUnannounced({ uid }, context) {
    const { db, summarize } = context;
    const campaign = requireOpen(context, uid);
    if (campaign.announced === 0) throw new AppError('refused', { reason: '这次督查已经是暗访。' });
    const named = db.get(namedInLog, { campaignId: campaign.id })?.count ?? 0;
    if (campaign.status !== 'draft' || named > 0)
      throw new AppError('refused', {
        reason: '这次督查列入过对象，操作日志里已经有名称，改成暗访也保不住密。请另外新增一次暗访。',
      });
    db.update('campaign', campaign.id, { announced: 0 });
    const vault = vaultOfCaller(context, uid);
    nameFirstKnower(context, campaign.id);
    if (vault !== null) sealAllRows(db, campaign, vault);
    summarize(COVER_TITLE);
    return { uid };
  },

  seal({ uid }, context) {
    const { db, summarize } = context;
    const campaign = requireSecret(context, uid);
    if (accessTo(context, campaign).isSealed)
      throw new AppError('refused', { reason: '这次暗访已经加密了。' });
    const knowers = db.all(knowersOf, { campaignId: campaign.id }).filter(({ active }) => active === 1);
    const without = knowers.filter(({ open_half: openHalf }) => openHalf === null).map(({ name }) => name);
    if (without.length > 0)
      throw new AppError('refused', {
        reason: `${without.join('、')}还没有密码，加密以后打不开。请先设密码，或先移出知情人。`,
      });
    if (callerWithKey(context) === null)
      throw new AppError('refused', { reason: '请先退出，用您的密码重新登录，再加密保存。' });
    const vault = withNewKey([]);
    for (const { user_id: userId, open_half: openHalf } of knowers)
      if (openHalf !== null) wrapKeys(db, campaign.uid, vault, { userId, openHalf });
    keepRecoverable(db, campaign.uid, vault);
    sealAllRows(db, campaign, vault);
    addEvent(context, { ...campaign, vault }, 'sealed');
    summarize(COVER_TITLE);
    return { uid };
  },

  release({ uid }, context) {
    const { db, today, summarize } = context;
    const campaign = requireSecret(context, uid);
    openAllRows(db, campaign);
    db.update('campaign', campaign.id, { released_on: today });
    db.run(dropKeys, { campaignUid: campaign.uid });
    addEvent(context, { ...campaign, vault: null }, 'released');
    renameSource(context, { kind: 'campaign', uid }, { from: COVER_TITLE, to: campaign.title });
    summarize(campaign.title);
    return { uid };
  },
};

/** A key for a campaign that becomes secret; null: the caller has no password, so that it lies open. */
export function vaultOfCaller(context: WriteContext, campaignUid: string): Vault | null {
  context.hush();
  const holder = callerWithKey(context);
  if (holder === null) return null;
  const vault = withNewKey([]);
  wrapKeys(context.db, campaignUid, vault, holder);
  keepRecoverable(context.db, campaignUid, vault);
  return vault;
}

/** The caller is the first who knows. */
export function nameFirstKnower(context: WriteContext, campaignId: number): void {
  const { user_id: userId } = callerAsHolder(context);
  context.db.insert('campaign_knower', { campaign_id: campaignId, user_id: userId });
}

/** @throws AppError refused for one that is public */
export function requireSecret(context: WriteContext, uid: string): KnownCampaign {
  if (!isSecret(requireCampaign(context.db, uid)))
    throw new AppError('refused', { reason: '这次督查不是暗访，或已经公布，所有人都能看。' });
  return requireKnown(context, uid);
}
