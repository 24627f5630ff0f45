import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { type KeyPair, keyPairOf, newKeyPair } from '#main/core/secrecy/key-pair.ts';
import { readRecoveryCode, recoveryCode } from '#main/core/secrecy/recovery-code.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { requireCampaign } from '../find.ts';
import { allCampaigns } from '../queries.ts';
import { accessTo } from './access.ts';
import { COVER_TITLE, isSecret } from './cover.ts';
import { callerWithKey, keepRecoverable, replaceRecoveryPair, wrapKeys } from './keys.ts';
import { keysOf, knowersOf } from './queries.ts';
import { requireSecret } from './steps.ts';
import { unwrapVault } from './vault.ts';

type Names = 'newRecoveryCode' | 'setRecoveryCode' | 'followRecoveryCode' | 'openWithRecoveryCode';

/** The code on paper that opens sealed campaigns where passwords are forgotten; the store has only its open half. */
export const recoveryHandlers: Pick<Handlers<typeof contract>, Names> = {
  newRecoveryCode: () => ({ code: recoveryCode(newKeyPair().secret) }),

  setRecoveryCode({ code, lastGroup }, context) {
    context.hush();
    const { db, summarize } = context;
    const pair = pairOf(code);
    if (!code.toUpperCase().endsWith(`-${lastGroup.toUpperCase()}`))
      throw new AppError('badInput', { detail: '最后一组与恢复码不符，请照着写下的恢复码输入最后 4 位' });
    const sealed = sealedCampaigns(context);
    const known = sealed.filter(({ vault }) => vault !== null);
    if (known.length === 0)
      throw new AppError('refused', { reason: '只有加密暗访的知情人才能设恢复码；请先用密码登录。' });
    replaceRecoveryPair(db, pair.open);
    for (const { uid, vault } of known) if (vault !== null) keepRecoverable(db, uid, vault);
    summarize(`可打开 ${known.length} 次暗访`);
    return { opens: known.length, others: sealed.length - known.length };
  },

  followRecoveryCode({ uid }, context) {
    const campaign = requireSecret(context, uid);
    if (campaign.vault !== null) keepRecoverable(context.db, uid, campaign.vault);
    context.summarize(COVER_TITLE);
    return { uid };
  },

  openWithRecoveryCode({ uid, code }, context) {
    context.hush();
    const { db, summarize } = context;
    const campaign = requireCampaign(db, uid);
    const holder = callerWithKey(context);
    if (holder === null)
      throw new AppError('refused', {
        reason: '您还没有密码。请先在右上角“修改我的密码”里设好，再用恢复码打开。',
      });
    const keys = db.all(keysOf, { campaignUid: uid }).filter(({ user_id: userId }) => userId === null);
    const vault = unwrapVault(uid, keys, pairOf(code));
    if (vault === null || !isSecret(campaign))
      throw new AppError('refused', { reason: '这个恢复码打不开这次暗访：它可能已被新的恢复码替换。' });
    wrapKeys(db, uid, vault, holder);
    if (!db.all(knowersOf, { campaignId: campaign.id }).some(({ user_id: id }) => id === holder.userId))
      db.insert('campaign_knower', { campaign_id: campaign.id, user_id: holder.userId });
    summarize(COVER_TITLE);
    return { uid };
  },
};

/** @throws AppError badInput */
function pairOf(code: string): KeyPair {
  const secret = readRecoveryCode(code);
  if (secret === null)
    throw new AppError('badInput', { detail: '恢复码不对，请对照纸上的 14 组、每组 4 位再输一遍' });
  return keyPairOf(secret);
}

/** With a vault those that the caller opens. */
function sealedCampaigns(context: WriteContext) {
  return context.db
    .all(allCampaigns)
    .filter(isSecret)
    .map((campaign) => ({ uid: campaign.uid, ...accessTo(context, campaign) }))
    .filter(({ isSealed }) => isSealed);
}
