import type { checklists as contract } from '#shared/contract/checklists.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { FormInput, PrintedPapers } from '#main/features/papers/print/index.ts';

export const checklistServices: Services<typeof contract, ServiceContext> = {
  writeForm: (input, context) =>
    startExport(context, {
      operation: 'checklists.writeForm',
      label: '导出检查记录表',
      input: input satisfies FormInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),

  exportWorkbook: (input, context) =>
    startExport(context, {
      operation: 'checklists.exportWorkbook',
      label: '导出检查清单',
      input,
      name: ({ name }: PrintedPapers) => `${name}.xlsx`,
    }),

  readWorkbook({ fileToken, sheet }, { core }) {
    const { path } = core.files.uploaded(fileToken);
    const job = core.jobs.start('checklists.read', '读取检查清单', { path, sheet });
    return { jobUid: job.uid };
  },
};
