import type { ReceivedRow } from './queries.ts';
import type { ArchivePart } from '#main/core/archive/archive-part.ts';
import { archiveFilesOf } from '#main/features/attachments/index.ts';
import { printOneByOne, writePrintedPdf } from '#main/features/papers/print/index.ts';
import { handlingFormOf } from './handling-form.ts';
import { exportReceivedRegister } from './jobs.ts';
import { receivedBetween } from './list.ts';

/** Papers that came in during the year: the register, the slips with which they were handled, and their files. */
export const receivedArchive: ArchivePart = {
  key: 'receivedPapers',
  name: '收文',
  unit: '份来文',

  survey(scope) {
    const rows = receivedBetween(scope.db, scope);
    const open = rows.filter(({ status }) => status === 'open').length;
    return {
      count: rows.length,
      unfinished: open === 0 ? [] : [`有 ${open} 份来文还没有办结。`],
    };
  },

  async write(scope, target) {
    const { db, year } = scope;
    const rows = receivedBetween(scope.db, scope);
    if (rows.length === 0) return;
    await target.add({ name: '收文登记簿', kind: '登记簿', title: `${year}年收文登记簿` }, (job) =>
      exportReceivedRegister({ view: 'all', year, text: '' }, job),
    );
    const formOf = ({ uid }: ReceivedRow) => handlingFormOf(scope, uid);
    for await (const [row, printed] of printOneByOne(rows, formOf, target.job)) {
      const name = `${row.year}-${row.serial} ${row.title}`;
      const place = { below: [name], day: row.received_on, belongsTo: name };
      const item = { ...place, documentNumber: row.their_number };
      await target.add({ ...item, name: '收文处理单', kind: '处理单', title: `收文处理单 ${name}` }, (job) =>
        writePrintedPdf(printed, job),
      );
      const subject = { kind: 'receivedPaper', uid: row.uid };
      await archiveFilesOf(db, subject, target, { ...place, kind: '来文附件' });
    }
  },
};
