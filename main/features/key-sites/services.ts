import type { keySites as contract } from '#shared/contract/key-sites.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { siteImport } from './import/site-import.ts';
import type { LedgerInput } from './ledger.ts';

const EXPORT_LABEL = '导出重点单位台账';

export const keySiteServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(siteImport),

  async exportLedger({ filter, uids }, context) {
    const officeName = await officeNameFor(context);
    const input: LedgerInput = { filter, uids, officeName, today: today() };
    const name = `重点单位台账 ${input.today}.xlsx`;
    return startExport(context, { operation: 'keySites.exportLedger', label: EXPORT_LABEL, input, name });
  },
};

function today(): string {
  return localDay(Date.now());
}
