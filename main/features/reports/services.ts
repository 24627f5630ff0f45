import type { reports as contract } from '#shared/contract/reports.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { ReportPaperInput, ReportWorkbookInput, SetPapersInput } from './jobs.ts';

export const reportServices: Services<typeof contract, ServiceContext> = {
  writePaper: (choice, context) =>
    startExport(context, {
      operation: 'reports.writePaper',
      label: '导出统计报表',
      input: { ...choice, ...startedBy(context) } satisfies ReportPaperInput,
      name: ({ name }: PrintedPapers) => `${name}.${choice.format}`,
    }),

  exportWorkbook: (choice, context) =>
    startExport(context, {
      operation: 'reports.exportWorkbook',
      label: '导出统计报表(Excel)',
      input: { ...choice, ...startedBy(context) } satisfies ReportWorkbookInput,
      name: ({ name }: PrintedPapers) => `${name}.xlsx`,
    }),

  writeSetPapers: (choice, context) =>
    startExport(context, {
      operation: 'reports.writeSetPapers',
      label: '导出上报的报表',
      input: choice satisfies SetPapersInput,
      name: ({ name }: PrintedPapers) => `${name}.${choice.format}`,
    }),

  exportSet: (choice, context) =>
    startExport(context, {
      operation: 'reports.exportSet',
      label: '导出上报的报表(Excel)',
      input: choice,
      name: ({ name }: PrintedPapers) => `${name}.xlsx`,
    }),
};
