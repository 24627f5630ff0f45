import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { holdsKey } from './access.ts';
import { sealAllRows } from './all-rows.ts';
import { COVER_TITLE } from './cover.ts';
import { keepRecoverable, withNewKey, wrapKeys } from './keys.ts';
import { dropKeysFor, holderByUid, keysOf, knowersOf } from './queries.ts';
import { requireSecret } from './steps.ts';

type Names = 'addKnower' | 'removeKnower';

/** Who may know of a secret campaign is said by those who know. */
export const knowerHandlers: Pick<Handlers<typeof contract>, Names> = {
  /** Also lets one in again whose password was set by somebody else. */
  addKnower({ uid, userUid }, context) {
    const { db, summarize } = context;
    const campaign = requireSecret(context, uid);
    const user = db.get(holderByUid, { uid: userUid });
    if (user?.active !== 1) throw new AppError('notFound', { what: '这位用户' });
    const { vault } = campaign;
    if (vault !== null) {
      if (user.open_half === null)
        throw new AppError('refused', {
          reason: `${user.name}还没有密码，加密的暗访打不开。请他先在右上角“修改我的密码”里设好，再来增加。`,
        });
      wrapKeys(db, campaign.uid, vault, { userId: user.user_id, openHalf: user.open_half });
      keepRecoverable(db, campaign.uid, vault);
    }
    if (!db.all(knowersOf, { campaignId: campaign.id }).some((knower) => knower.uid === userUid))
      db.insert('campaign_knower', { campaign_id: campaign.id, user_id: user.user_id });
    summarize(`${COVER_TITLE}：${user.name}`);
    return { uid };
  },

  /** From now on another key seals, which is not wrapped for him. */
  removeKnower({ uid, userUid }, context) {
    const { db, summarize } = context;
    const campaign = requireSecret(context, uid);
    const knowers = db.all(knowersOf, { campaignId: campaign.id });
    const gone = knowers.find((knower) => knower.uid === userUid);
    if (gone === undefined) throw new AppError('notFound', { what: '这位知情人' });
    const keys = db.all(keysOf, { campaignUid: campaign.uid });
    const { vault } = campaign;
    const rest = knowers.filter(
      (knower) => knower !== gone && knower.active === 1 && (vault === null || holdsKey(keys, knower)),
    );
    if (rest.length === 0)
      throw new AppError('refused', {
        reason: '移出以后就没有人能看这次暗访了。请先增加别的知情人；不再需要保密的，请“解密公布”。',
      });
    db.remove('campaign_knower', gone.id);
    if (vault !== null) {
      const next = withNewKey(vault.keys);
      db.run(dropKeysFor, { campaignUid: campaign.uid, userId: gone.user_id });
      for (const { user_id: userId, open_half: openHalf } of rest)
        if (openHalf !== null) wrapKeys(db, campaign.uid, next, { userId, openHalf });
      keepRecoverable(db, campaign.uid, next);
      sealAllRows(db, campaign, next);
    }
    summarize(`${COVER_TITLE}：${gone.name}`);
    return { uid };
  },
};
