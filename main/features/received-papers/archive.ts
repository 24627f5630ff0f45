import type { ReceivedRow } from './queries.ts';
import type { ArchivePart, ArchiveScope } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { writeForm } from '#main/features/papers/print/index.ts';
import { handlingFormOf } from './handling-form.ts';
import { exportReceivedRegister } from './jobs.ts';
import { receivedOfAll } from './queries.ts';

/** Papers that came in during the year: the register, the slips with which they were handled, and their files. */
export const receivedArchive: ArchivePart = {
  key: 'receivedPapers',
  name: '收文',
  unit: '份来文',

  survey(scope) {
    const rows = received(scope);
    const open = rows.filter(({ status }) => status === 'open').length;
    return {
      count: rows.length,
      steps: 2,
      unfinished: open === 0 ? [] : [`有 ${open} 份来文还没有办结。`],
    };
  },

  async write(scope, target) {
    const { db, year } = scope;
    const rows = received(scope);
    if (rows.length === 0) return;
    await target.add({ name: '收文登记簿', kind: '登记簿', title: `${year}年收文登记簿` }, (job) =>
      exportReceivedRegister({ view: 'all', year, text: '' }, job),
    );
    await target.add({ name: '收文处理单', kind: '处理单', title: `${year}年收文处理单（合订）` }, (job) =>
      writeForm(
        rows.map(({ uid }) => handlingFormOf(scope, uid)),
        '收文处理单',
        'pdf',
        job,
      ),
    );
    for (const row of rows) {
      const name = `${row.year}-${row.serial} ${row.title}`;
      const subject = { kind: 'receivedPaper', uid: row.uid };
      await archiveFilesOf(db, subject, target, { below: [name], kind: '来文附件', belongsTo: name });
    }
  },
};

/** The first day first. */
function received({ db, from, to }: ArchiveScope): ReceivedRow[] {
  const all = { text: '', beforeDay: '9999-12-31', beforeId: Number.MAX_SAFE_INTEGER, limit: -1 };
  return db.all(receivedOfAll, { ...all, firstDay: from, lastDay: to }).toReversed();
}
