import type { OrganizationImportPreview, organizations as contract } from '#shared/contract/organizations.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import { STAGED_KIND } from './import/staged.ts';
import type { ExportInput, ReadInput, ReadResult } from './jobs.ts';

/** Reading and writing of long lists: jobs, whose results come with the job's events. */
export const organizationServices: Services<typeof contract, ServiceContext> = {
  readPaste: ({ text, place }, context) => startReading({ source: { text }, place, today: today() }, context),

  readWorkbook({ fileToken, sheet, place }, context) {
    const { path } = context.core.files.uploaded(fileToken);
    return startReading({ source: { path, sheet }, place, today: today() }, context);
  },

  exportWorkbook({ day }, { core, caller }) {
    const input: ExportInput = { day: day ?? today() };
    const job = core.jobs.start('organizations.export', '导出机构表', input, (result) =>
      placeExport(core, caller, input.day, result),
    );
    return { jobUid: job.uid };
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

async function placeExport(core: CoreServices, caller: Caller, day: string, result: unknown) {
  const { path } = result as { path: string };
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = core.files.place(path, `机构表 ${day}.xlsx`, folder);
  const event = {
    name: 'organizations.exportWorkbook',
    label: '导出机构表',
    summary: written.name,
    outcome: 'done',
  } as const;
  await core.record(event, caller);
  return written;
}

function today(): string {
  return localDay(Date.now());
}
