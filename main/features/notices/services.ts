import type { notices as contract } from '#shared/contract/notices.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { placeExport, placeExportFolder } from '#main/features/files/place-export.ts';
import type { DocxInput, NoticeFolder } from './docx-export.ts';
import type { LedgerInput } from './ledger.ts';

const LABEL = '导出督办通知台账';
const DOCX = '导出督办通知文档';

export const noticeServices: Services<typeof contract, ServiceContext> = {
  async exportLedger({ from, to }, context) {
    const { core, caller } = context;
    const today = localDay(Date.now());
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const input: LedgerInput = { from, to, officeName, today };
    const written = {
      name: `督办通知台账 ${from} 至 ${to}.xlsx`,
      operation: 'notices.exportLedger',
      label: LABEL,
    };
    const job = core.jobs.start('notices.export', LABEL, input, (result) =>
      placeExport(context, written, result),
    );
    return { jobUid: job.uid };
  },

  exportDocx(input, context) {
    const { jobs } = context.core;
    const job = jobs.start('notices.exportDocx', DOCX, input satisfies DocxInput, (result) => {
      const { name } = result as NoticeFolder;
      return placeExportFolder(context, { name, operation: 'notices.exportDocx', label: DOCX }, result);
    });
    return { jobUid: job.uid };
  },
};
