import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { publicCampaigns } from '#main/features/campaigns/archive.ts';
import { exportSchedule } from './jobs.ts';
import { storedRecord } from './queries.ts';

/** Who went where on which day in the campaigns of the year. */
export const scheduleArchive: ArchivePart = {
  key: 'schedules',
  name: '分组日程',
  unit: '份日程',

  survey: (scope) => ({ count: planned(scope).length }),

  async write(scope, target) {
    const { today, caller: by } = scope;
    for (const { uid, title, first_day: day } of planned(scope)) {
      await target.add(
        { name: `分组日程 ${title}`, kind: '分组日程', title: `${title}分组日程`, day, belongsTo: title },
        (job) => exportSchedule({ uid, today, by }, job),
      );
    }
  },
};

function planned(scope: ArchiveScope) {
  return publicCampaigns(scope).filter(
    (campaign) => (storedRecord(scope.db, campaign)?.plan ?? null) !== null,
  );
}
