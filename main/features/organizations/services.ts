import type { organizations as contract } from '#shared/contract/organizations.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { organizationImport } from './import/organization-import.ts';
import type { ExportInput } from './jobs.ts';

const EXPORT_LABEL = '导出机构表';

/** Reading and writing of long lists: jobs, whose results come with the job's events. */
export const organizationServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(organizationImport),

  exportWorkbook({ day }, context) {
    const input: ExportInput = { day: day ?? today() };
    const name = `机构表 ${input.day}.xlsx`;
    return startExport(context, {
      operation: 'organizations.exportWorkbook',
      label: EXPORT_LABEL,
      input,
      name,
    });
  },
};

function today(): string {
  return localDay(Date.now());
}
