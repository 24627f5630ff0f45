import type { brigades as contract } from '#shared/contract/brigades.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { brigadeImport } from './import.ts';
import type { LedgerInput } from './ledger.ts';

const LABEL = '导出专职消防队台账';

export const brigadeServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(brigadeImport),

  async exportLedger(filter, context) {
    const today = localDay(Date.now());
    const officeName = await officeNameFor(context);
    const input: LedgerInput = { filter, officeName, today };
    const name = `专职消防队台账 ${today}.xlsx`;
    return startExport(context, { operation: 'brigades.exportLedger', label: LABEL, input, name });
  },
};
