import { randomUUID } from 'node:crypto';
import type { assessment as contract, PeriodDetail } from '#shared/contract/assessment.ts';
import type { ExportOptions } from '#shared/contract/export-options.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { workbookFileName } from './file-name.ts';
import type { PeriodExportInput } from './jobs.ts';
import { rememberedForm } from './options.ts';

const LABEL = '导出考核结果';

/** Starts the export; its texts are remembered for the next one. */
export const assessmentServices: Services<typeof contract, ServiceContext> = {
  async exportWorkbook({ periodUid, options }, context) {
    const { core, caller } = context;
    const period = (await core.read('assessment.period', { uid: periodUid }, caller)) as PeriodDetail;
    await remember(core, caller, { periodUid, options }, period.title);
    const input: PeriodExportInput = { periodUid, options };
    const name = workbookFileName(options.fileName);
    return startExport(context, { operation: 'assessment.exportWorkbook', label: LABEL, input, name });
  },
};

/** Only what differs from what is remembered becomes a line of the log. */
async function remember(
  core: CoreServices,
  caller: Caller,
  { periodUid, options }: PeriodExportInput,
  periodTitle: string,
): Promise<void> {
  const known = (await core.read('assessment.exportOptions', { periodUid }, caller)) as ExportOptions;
  const { date, ...wanted } = options;
  const { date: _today, ...offered } = known;
  if (canonicalText(wanted) === canonicalText(offered)) return;
  const remembered = rememberedForm({ ...wanted, date }, periodTitle);
  await core.write('assessment.rememberExportOptions', remembered, caller, randomUUID());
}
