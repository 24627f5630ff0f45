import type { partnerUnits as contract } from '#shared/contract/partner-units.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { partnerImport } from './import.ts';
import type { PartnerExportInput } from './export.ts';

export const partnerUnitServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(partnerImport),

  async exportWorkbook(_input, context) {
    const officeName = await officeNameFor(context);
    const input: PartnerExportInput = { officeName, today: localDay(Date.now()) };
    return startExport(context, {
      operation: 'partnerUnits.exportWorkbook',
      label: '导出联动单位通讯录',
      input,
      name: `联动单位通讯录 ${input.today}.xlsx`,
    });
  },
};
