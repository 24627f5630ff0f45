import { localDay } from '#shared/calendar/days.ts';
import type { inspectors as contract } from '#shared/contract/inspectors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { startImport } from '#main/features/files/start-import.ts';
import type { PoolExportInput } from './export.ts';
import type { ReadInspectorsInput } from './import/job.ts';
import { STAGED_INSPECTORS } from './import/staged.ts';

export const inspectorServices: Services<typeof contract, ServiceContext> = {
  readPaste: ({ text }, context) => startReading({ source: { text }, today: today() }, context),

  readWorkbook({ fileToken, sheet }, context) {
    const { path } = context.core.files.uploaded(fileToken);
    return startReading({ source: { path, sheet }, today: today() }, context);
  },

  async exportPool({ filter, uids }, context) {
    const { core, caller } = context;
    const officeName = ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
    const input: PoolExportInput = { filter, uids, officeName, today: today() };
    const name = `督查人员 ${input.today}.xlsx`;
    return startExport(context, { operation: 'inspectors.exportPool', label: '导出督查人员', input, name });
  },
};

function startReading(input: ReadInspectorsInput, context: ServiceContext): { jobUid: string } {
  return startImport(context, {
    job: 'inspectors.read',
    label: '读取督查人员',
    kind: STAGED_INSPECTORS,
    input,
  });
}

function today(): string {
  return localDay(Date.now());
}
