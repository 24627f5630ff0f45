import type { SchemeImportPreview, schemes as contract } from '#shared/contract/schemes.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { STAGED_SCHEME } from './import-staged.ts';
import type { ExportedScheme, ReadSchemeInput, ReadSchemeResult } from './jobs.ts';

const EXPORT_LABEL = '导出考核方案';

/** Workbooks in and out: jobs, whose results come with the job's events. */
export const schemeServices: Services<typeof contract, ServiceContext> = {
  readPaste: ({ text }, context) => startReading({ source: { text }, fileName: '' }, context),

  readWorkbook({ fileToken, sheet }, context) {
    const { path, name } = context.core.files.uploaded(fileToken);
    return startReading({ source: { path, sheet }, fileName: name }, context);
  },

  exportWorkbook: (input, context) =>
    startExport(context, {
      operation: 'schemes.exportWorkbook',
      label: EXPORT_LABEL,
      input,
      name: ({ title, version }: ExportedScheme) =>
        version === 1 ? `${title}.xlsx` : `${title}(第${version}版).xlsx`,
    }),
};

function startReading(input: ReadSchemeInput, { core, caller }: ServiceContext): { jobUid: string } {
  const job = core.jobs.start('schemes.read', '读取方案表格', input, async (result) => {
    const { preview, staged } = result as ReadSchemeResult;
    const stagedUid = await core.stage(STAGED_SCHEME, { text: JSON.stringify(staged) }, caller);
    return { ...preview, stagedUid } satisfies SchemeImportPreview;
  });
  return { jobUid: job.uid };
}
