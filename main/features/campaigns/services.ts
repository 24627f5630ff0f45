import type { campaignList as listContract, campaigns as contract } from '#shared/contract/campaigns.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import type { RecordInput, TargetsInput } from './export.ts';
import { campaignImport } from './import/campaign-import.ts';
import { targetImport } from './import/target-import.ts';
import { startedBy } from './secrecy/started.ts';

const TARGETS = '导出督查对象名单';
const RECORD = '导出抽取记录';

export const campaignServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(targetImport),

  exportTargets: ({ uid }, context) =>
    startExport(context, {
      operation: 'campaigns.exportTargets',
      label: TARGETS,
      input: { uid, ...startedBy(context) } satisfies TargetsInput,
      name: ({ title }: { path: string; title: string }) => `督查对象名单 ${title}.xlsx`,
    }),

  writeDrawingRecord: (input, context) =>
    startExport(context, {
      operation: 'campaigns.writeDrawingRecord',
      label: RECORD,
      input: { ...input, ...startedBy(context) } satisfies RecordInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),
};

export const campaignListServices: Services<typeof listContract, ServiceContext> = {
  readTable: readTableOf(campaignImport),
};
