import type { EstablishmentFilter, establishments as contract } from '#shared/contract/establishments.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { establishmentImport } from './import.ts';
import type { LedgerInput } from './ledger.ts';

const LABEL = '导出基层机构台账';

export const establishmentServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(establishmentImport),

  async exportLedger(filter: EstablishmentFilter, context) {
    const today = localDay(Date.now());
    const officeName = await officeNameFor(context);
    const input: LedgerInput = { filter, officeName, today };
    const name = `基层机构台账 ${today}.xlsx`;
    return startExport(context, { operation: 'establishments.exportLedger', label: LABEL, input, name });
  },
};
