import type { WrittenFile } from '#shared/contract/files.ts';
import type { SchemeImportPreview, schemes as contract } from '#shared/contract/schemes.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import { STAGED_SCHEME } from './import-staged.ts';
import type { ExportedScheme, ReadSchemeInput, ReadSchemeResult } from './jobs.ts';

/** Workbooks in and out: jobs, whose results come with the job's events. */
export const schemeServices: Services<typeof contract, ServiceContext> = {
  readWorkbook({ fileToken, sheet }, { core, caller }) {
    const { path, name } = core.files.uploaded(fileToken);
    const input: ReadSchemeInput = { path, fileName: name, sheet };
    const job = core.jobs.start('schemes.read', '读取方案表格', input, async (result) => {
      const { preview, staged } = result as ReadSchemeResult;
      const stagedUid = await core.stage(STAGED_SCHEME, { text: JSON.stringify(staged) }, caller);
      return { ...preview, stagedUid } satisfies SchemeImportPreview;
    });
    return { jobUid: job.uid };
  },

  exportWorkbook(input, { core, caller }) {
    const job = core.jobs.start('schemes.export', '导出考核方案', input, (result) =>
      placeExport(core, caller, result as ExportedScheme),
    );
    return { jobUid: job.uid };
  },
};

async function placeExport(
  core: CoreServices,
  caller: Caller,
  { path, title, version }: ExportedScheme,
): Promise<WrittenFile> {
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const name = version === 1 ? `${title}.xlsx` : `${title}(第${version}版).xlsx`;
  const written = core.files.place(path, name, folder);
  await core.record(
    { name: 'schemes.exportWorkbook', label: '导出考核方案', summary: written.name, outcome: 'done' },
    caller,
  );
  return written;
}
