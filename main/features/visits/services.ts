import type { SheetImportPreview, visitSheets as contract } from '#shared/contract/visit-sheets.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { startImport } from '#main/features/files/start-import.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { SheetsInput } from './sheets/export.ts';
import type { RecordFormsInput } from './sheets/forms.ts';
import type { ReadSheetsInput } from './sheets/read-job.ts';
import { STAGED_SHEETS } from './sheets/staged.ts';

export const visitSheetServices: Services<typeof contract, ServiceContext> = {
  exportWorkbook: (input, context) =>
    startExport(context, {
      operation: 'visitSheets.exportWorkbook',
      label: '导出检查记录表(Excel)',
      input: { ...input, ...startedBy(context) } satisfies SheetsInput,
      name: ({ title }: { path: string; title: string }) => `检查记录表 ${title}.xlsx`,
    }),

  readWorkbooks({ campaignUid, fileTokens }, context) {
    const files = fileTokens.map((token) => {
      const { path, name } = context.core.files.uploaded(token);
      return { path, name };
    });
    return startImport(context, {
      job: 'visitSheets.read',
      label: '读取检查记录表',
      kind: STAGED_SHEETS,
      input: { campaignUid, files, ...startedBy(context) } satisfies ReadSheetsInput,
      onRead(preview) {
        // Made by our own job, in this form.
        if (!(preview as SheetImportPreview).isSecret) return;
        for (const token of fileTokens) context.core.files.discard(token);
      },
    });
  },

  writeForms: (input, context) =>
    startExport(context, {
      operation: 'visitSheets.writeForms',
      label: '导出打印的检查记录表',
      input: { ...input, ...startedBy(context) } satisfies RecordFormsInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),
};
