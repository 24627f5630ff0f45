import type { NoticeRow } from '#shared/contract/notices.ts';
import { noticeKindNames } from '#shared/rules/notices/model.ts';
import { type ArchivePart, type ArchiveScope, NOT_RELEASED } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { exportNotices } from './ledger.ts';
import { repliesOf } from './queries.ts';
import { requireNotice } from './rows.ts';
import { revealedNotices, secretNotices } from './secret.ts';

/** Notices that were issued in the year: the ledger, and what units sent in reply. The notices themselves are papers. */
export const noticeArchive: ArchivePart = {
  key: 'notices',
  name: '督办通知',
  unit: '份通知',

  survey: (scope) => ({ count: issued(scope).length, steps: 1 }),

  async write(scope, target) {
    const { db, from, to, today, year } = scope;
    if (secretNotices(db).length > 0) target.leaveOut('暗访发现的问题的督办通知', NOT_RELEASED);
    const notices = issued(scope);
    if (notices.length === 0) return;
    const officeName = paperSettings(db).printer;
    await target.add({ name: '督办通知台账', kind: '台账', title: `${year}年督办通知台账` }, (job) =>
      exportNotices({ from, to, officeName, today }, job),
    );
    for (const { uid, kind, number, unit } of notices) {
      const belongsTo = `${number} ${noticeKindNames[kind]}（${unit}）`;
      for (const reply of db.all(repliesOf, { noticeId: requireNotice(db, uid).id })) {
        const item = { below: ['反馈材料', `${number} ${unit}`], kind: '反馈材料', belongsTo };
        await archiveFilesOf(db, { kind: 'noticeReply', uid: reply.uid }, target, item);
      }
    }
  },
};

/** The first day first. */
function issued({ db, from, to, today }: ArchiveScope): NoticeRow[] {
  return revealedNotices(db, today)
    .filter(({ issuedOn }) => issuedOn !== null && issuedOn >= from && issuedOn <= to)
    .toReversed();
}
