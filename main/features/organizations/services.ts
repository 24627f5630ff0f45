import type { OrganizationImportPreview, organizations as contract } from '#shared/contract/organizations.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { STAGED_KIND } from './import/staged.ts';
import type { ExportInput, ReadInput, ReadResult } from './jobs.ts';

const EXPORT_LABEL = '导出机构表';

/** Reading and writing of long lists: jobs, whose results come with the job's events. */
export const organizationServices: Services<typeof contract, ServiceContext> = {
  readPaste: ({ text, place }, context) => startReading({ source: { text }, place, today: today() }, context),

  readWorkbook({ fileToken, sheet, place }, context) {
    const { path } = context.core.files.uploaded(fileToken);
    return startReading({ source: { path, sheet }, place, today: today() }, context);
  },

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

function startReading(input: ReadInput, { core, caller }: ServiceContext): { jobUid: string } {
  const job = core.jobs.start('organizations.read', '读取机构', input, async (result) => {
    const { preview, payloadFile } = result as ReadResult;
    const stagedUid =
      payloadFile === null ? null : await core.stage(STAGED_KIND, { file: payloadFile }, caller);
    return { ...preview, stagedUid } satisfies OrganizationImportPreview;
  });
  return { jobUid: job.uid };
}

function today(): string {
  return localDay(Date.now());
}
