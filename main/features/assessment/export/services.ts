import { randomUUID } from 'node:crypto';
import type { assessment as contract, ExportOptions, PeriodDetail } from '#shared/contract/assessment.ts';
import { canonicalText } from '#shared/rules/assessment/canonical-text.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import { workbookFileName } from './file-name.ts';
import type { PeriodExportInput } from './jobs.ts';
import { rememberedForm } from './options.ts';

const LABEL = '导出考核结果';

/** Starts the export; its texts are remembered for the next one. */
export const assessmentServices: Services<typeof contract, ServiceContext> = {
  async exportWorkbook({ periodUid, options }, { core, caller }) {
    const period = (await core.read('assessment.period', { uid: periodUid }, caller)) as PeriodDetail;
    await remember(core, caller, { periodUid, options }, period.title);
    const input: PeriodExportInput = { periodUid, options };
    const job = core.jobs.start('assessment.export', LABEL, input, (result) =>
      place(core, caller, options, result),
    );
    return { jobUid: job.uid };
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

async function place(core: CoreServices, caller: Caller, options: ExportOptions, result: unknown) {
  const { path } = result as { path: string };
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = core.files.place(path, workbookFileName(options.fileName), folder);
  const event = {
    name: 'assessment.exportWorkbook',
    label: LABEL,
    summary: written.name,
    outcome: 'done',
  } as const;
  await core.record(event, caller);
  return written;
}
