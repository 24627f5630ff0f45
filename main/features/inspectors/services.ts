import { localDay } from '#shared/calendar/days.ts';
import type {
  inspectionVehicles as vehicleContract,
  inspectors as contract,
} from '#shared/contract/inspectors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { PoolExportInput } from './export.ts';
import { inspectorImport } from './import/inspector-import.ts';
import { vehicleImport } from './import/vehicle-import.ts';

export const inspectorServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(inspectorImport),

  async exportPool({ filter, uids }, context) {
    const officeName = await officeNameFor(context);
    const input: PoolExportInput = { filter, uids, officeName, today: today() };
    const name = `督查人员 ${input.today}.xlsx`;
    return startExport(context, { operation: 'inspectors.exportPool', label: '导出督查人员', input, name });
  },
};

export const inspectionVehicleServices: Services<typeof vehicleContract, ServiceContext> = {
  readTable: readTableOf(vehicleImport),
};

function today(): string {
  return localDay(Date.now());
}
