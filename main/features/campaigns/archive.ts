import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { printOneByOne, writePrintedPdf } from '#main/features/papers/print/index.ts';
import { drawingsIn } from './drawing-rows.ts';
import { exportTargets } from './export.ts';
import { knownCampaigns, secretCampaignIds } from './find.ts';
import { drawingRecordOf } from './record-form.ts';
import type { KnownCampaign } from './secrecy/access.ts';
import { COVER_TITLE, isSecret } from './secrecy/cover.ts';

/** Campaigns of the year that are no secret: what was to be seen, and how that was drawn. */
export const campaignArchive: ArchivePart = {
  key: 'campaigns',
  name: '专项督查',
  unit: '次督查',

  survey(scope) {
    const campaigns = publicCampaigns(scope);
    const open = campaigns.filter(({ status }) => status !== 'closed');
    return {
      count: campaigns.length,
      unfinished: open.map(({ title }) => `专项督查“${title}”还没有结束。`),
    };
  },

  async write(scope, target) {
    const { db, today, caller: by } = scope;
    // Not how many, nor of which year: their days are secret as well.
    if (secretCampaignIds(db).length > 0) target.leaveOut(COVER_TITLE, NOT_RELEASED);
    const campaigns = publicCampaigns(scope);
    for (const campaign of campaigns) {
      const { uid, title } = campaign;
      const item = { ...placeOf(campaign), name: '督查对象名单', kind: '督查对象名单' };
      await target.add({ ...item, title: `${title}督查对象名单` }, (job) =>
        exportTargets({ uid, today, by }, job),
      );
    }
    const drawings = campaigns.flatMap((campaign) =>
      drawingsIn(db, campaign)
        .toReversed()
        .map(({ uid, number }) => ({ campaign, uid, number })),
    );
    const records = printOneByOne(drawings, ({ uid }) => drawingRecordOf(scope, uid), target.job);
    for await (const [{ campaign, number }, record] of records) {
      const name = `抽取记录 第${number}次`;
      const item = { ...placeOf(campaign), name, kind: '抽取记录', title: `${campaign.title}${name}` };
      await target.add(item, (job) => writePrintedPdf(record, job));
    }
  },
};

function placeOf({ title, first_day: day }: KnownCampaign) {
  return { below: [title], day, belongsTo: title };
}

/** With a day in the year, the earliest first. */
export function publicCampaigns({ db, caller, today, from, to }: ArchiveScope): KnownCampaign[] {
  return knownCampaigns({ db, caller, today })
    .filter((campaign) => !isSecret(campaign) && campaign.first_day <= to && campaign.last_day >= from)
    .toSorted((one, other) => (one.first_day < other.first_day ? -1 : 1));
}
