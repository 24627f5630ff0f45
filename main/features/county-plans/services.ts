import type { CountyPlanExport, countyPlans as contract } from '#shared/contract/county-plans.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import { countyTaskImport } from './import.ts';
import type { CheckInput } from './ledger.ts';

const LABEL = '导出实施方案核对表';

export const countyPlanServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(countyTaskImport),

  async exportCheck(choice: CountyPlanExport, context) {
    const today = localDay(Date.now());
    const input: CheckInput = { ...choice, officeName: await officeNameFor(context), today };
    const name = `实施方案核对表 ${today}.xlsx`;
    return startExport(context, { operation: 'countyPlans.exportCheck', label: LABEL, input, name });
  },
};
