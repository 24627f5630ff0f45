import type { ledgers as contract } from '#shared/contract/ledgers.ts';
import { localDay } from '#shared/calendar/days.ts';
import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { LedgerExportInput } from './export.ts';
import { importOf } from './import.ts';

export const ledgerServices: Services<typeof contract, ServiceContext> = {
  readTable: (input, context) =>
    readTableOf<typeof input.options>(importOf(input.options.ledger))(input, context),

  async exportLedger({ ledger, filter, uids }, context) {
    const { name: ledgerName } = ledgerOf(ledger);
    const officeName = await officeNameFor(context);
    const today = localDay(Date.now());
    const input: LedgerExportInput = { ledger, filter, uids, officeName, today };
    const label = `导出${ledgerName}台账`;
    return startExport(context, {
      operation: 'ledgers.exportLedger',
      label,
      input,
      name: `${ledgerName}台账 ${today}.xlsx`,
    });
  },
};
