import type { notices as contract } from '#shared/contract/notices.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport, startFolderExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { DocxInput, NoticeFolder } from './docx-export.ts';
import { earlierNoticeImport } from './earlier-import.ts';
import type { LedgerInput } from './ledger.ts';

const LABEL = '导出督办通知台账';
const DOCX = '导出督办通知文档';

export const noticeServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(earlierNoticeImport),

  async exportLedger({ from, to }, context) {
    const today = localDay(Date.now());
    const officeName = await officeNameFor(context);
    const input: LedgerInput = { from, to, officeName, today };
    const name = `督办通知台账 ${from} 至 ${to}.xlsx`;
    return startExport(context, { operation: 'notices.exportLedger', label: LABEL, input, name });
  },

  exportDocx: (input, context) =>
    startFolderExport(context, {
      operation: 'notices.exportDocx',
      label: DOCX,
      input: input satisfies DocxInput,
      name: ({ name }: NoticeFolder) => name,
    }),
};
