import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { requireCampaign } from '../find.ts';
import { COVER_TITLE } from './cover.ts';
import { secrecyOf } from './detail.ts';
import { dropKeys, recordsOf } from './queries.ts';

/** A sealed campaign that nobody can open any more goes unread, and its keys with it. */
export const removeLost: Handlers<typeof contract>['removeLost'] = ({ uid }, context) => {
  context.hush();
  const { db, summarize } = context;
  const campaign = requireCampaign(db, uid);
  const secrecy = secrecyOf(context, campaign);
  if (secrecy?.isLost !== true)
    throw new AppError('refused', {
      reason: '还有知情人能打开这次督查，不能这样删除。请找知情人在它的页面上处理。',
    });
  if ((db.get(recordsOf, { campaignId: campaign.id })?.count ?? 0) > 0)
    throw new AppError('refused', {
      reason: '这次暗访登记过检查记录，发现的问题还在整改，不能删除。请用恢复码打开它。',
    });
  db.remove('campaign', campaign.id);
  db.run(dropKeys, { campaignUid: uid });
  summarize(`${COVER_TITLE}，没有人打得开，未经查看`);
  return { uid };
};
