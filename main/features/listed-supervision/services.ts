import type { listedSupervision as contract } from '#shared/contract/listed-supervision.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { listedImport } from './import.ts';
import type { LedgerInput } from './ledger.ts';

const LABEL = '导出挂牌督办一览表';

export const listedSupervisionServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(listedImport),

  async exportLedger({ view }, context) {
    const today = localDay(Date.now());
    const officeName = await officeNameFor(context);
    const input: LedgerInput = { view, officeName, today };
    const name = `挂牌督办一览表 ${today}.xlsx`;
    return startExport(context, { operation: 'listedSupervision.exportLedger', label: LABEL, input, name });
  },
};
