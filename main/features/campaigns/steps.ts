import type { campaigns as contract } from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { beforeClose, beforeStart, type StepRemark } from '#shared/rules/campaigns/standing.ts';
import type { Handlers, WriteContext } from '#main/core/handlers.ts';
import { CampaignPlaces } from './counties.ts';
import { addEvent } from './events.ts';
import { requireKnown } from './find.ts';
import { logWords } from './log-words.ts';
import { stateOf } from './rows.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { publicTitle } from './secrecy/cover.ts';

type Names = 'start' | 'close' | 'reopen';

/** From preparation to its end, and back. */
export const stepHandlers: Pick<Handlers<typeof contract>, Names> = {
  start({ uid }, context) {
    const campaign = requireKnown(context, uid);
    if (campaign.status !== 'draft') throw new AppError('refused', { reason: '这次督查已经开始了。' });
    requireNothingBlocking(beforeStart(judgedBy(context, campaign), context.today));
    context.db.update('campaign', campaign.id, { status: 'underWay' });
    addEvent(context, campaign, 'started');
    context.summarize(publicTitle(campaign));
    return { uid };
  },

  close({ uid, day }, context) {
    const campaign = requireKnown(context, uid);
    if (campaign.status !== 'underWay')
      throw new AppError('refused', {
        reason: campaign.status === 'draft' ? '这次督查还没有开始，不能结束。' : '这次督查已经结束了。',
      });
    requireNothingBlocking(beforeClose(judgedBy(context, campaign), day));
    context.db.update('campaign', campaign.id, { status: 'closed', closed_on: day });
    addEvent(context, campaign, 'closed', `${day} 结束`);
    context.summarize(logWords(campaign, day));
    return { uid };
  },

  reopen({ uid, reason }, context) {
    const campaign = requireKnown(context, uid);
    if (campaign.status !== 'closed')
      throw new AppError('refused', { reason: '这次督查没有结束，不用重新打开。' });
    context.db.update('campaign', campaign.id, { status: 'underWay', closed_on: null });
    addEvent(context, campaign, 'reopened', reason);
    context.summarize(logWords(campaign, reason));
    return { uid };
  },
};

function judgedBy({ db, today }: WriteContext, campaign: KnownCampaign) {
  return stateOf(db, campaign, new CampaignPlaces(db, today).countiesOf(db, campaign));
}

function requireNothingBlocking(remarks: readonly StepRemark[]): void {
  const reason = remarks.filter(({ isBlocking }) => isBlocking).map(({ text }) => text);
  if (reason.length > 0) throw new AppError('refused', { reason: reason.join('') });
}
