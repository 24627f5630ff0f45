import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { agendaOf, summaries, type SummaryRow } from './queries.ts';
import { requireMeeting } from './require.ts';
import { writeSignInSheet } from './sign-in-sheet.ts';

/** Meetings of the year: who was called, and what was laid before them. Their notices and minutes are papers. */
export const meetingArchive: ArchivePart = {
  key: 'meetings',
  name: '会议',
  unit: '次会议',

  survey: (scope) => ({ count: held(scope).length }),

  async write(scope, target) {
    const { db, today } = scope;
    const officeName = paperSettings(db).printer;
    for (const { uid, title, day } of held(scope)) {
      const below = [`${day} ${title}`];
      await target.add(
        { below, name: '签到表', kind: '签到表', title: `${title}签到表`, day, belongsTo: title },
        (job) => writeSignInSheet({ meetingUid: uid, officeName, today }, job),
      );
      for (const item of db.all(agendaOf, { meetingId: requireMeeting(db, uid).id })) {
        const subject = { kind: 'agendaItem', uid: item.uid };
        const belongsTo = `${title}：${item.title}`;
        await archiveFilesOf(db, subject, target, { below, kind: '会议材料', belongsTo });
      }
    }
  },
};

/** The first day first. */
function held({ db, from, to }: ArchiveScope): SummaryRow[] {
  const all = db.all(summaries, { from, to, seriesUid: null });
  return all.filter(({ status }) => status === 'held').toReversed();
}
