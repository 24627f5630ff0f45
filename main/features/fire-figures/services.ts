import type { fireFigures as contract } from '#shared/contract/fire-figures.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { MonthInput } from './export.ts';
import { fireImport } from './import.ts';

export const fireFigureServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(fireImport),

  async exportMonth(asked, context) {
    const input: MonthInput = { ...asked, officeName: await officeNameFor(context) };
    return startExport(context, {
      operation: 'fireFigures.exportMonth',
      label: '导出火灾数据',
      input,
      name: `火灾数据 ${asked.month}.xlsx`,
    });
  },
};
