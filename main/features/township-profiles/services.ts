import type { townshipProfiles as contract } from '#shared/contract/township-profiles.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { ProfilePaperInput, ProfileWorkbookInput } from './jobs.ts';

export const townshipProfileServices: Services<typeof contract, ServiceContext> = {
  writePaper: (choice, context) =>
    startExport(context, {
      operation: 'townshipProfiles.writePaper',
      label: '导出乡镇概况',
      input: { ...choice, ...startedBy(context) } satisfies ProfilePaperInput,
      name: ({ name }: PrintedPapers) => `${name}.${choice.format}`,
    }),

  exportWorkbook: (choice, context) =>
    startExport(context, {
      operation: 'townshipProfiles.exportWorkbook',
      label: '导出乡镇概况(Excel)',
      input: { ...choice, ...startedBy(context) } satisfies ProfileWorkbookInput,
      name: ({ name }: PrintedPapers) => `${name}.xlsx`,
    }),
};
