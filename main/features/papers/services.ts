import type { papers as contract } from '#shared/contract/papers.ts';
import type { CoreServices, ServiceContext } from '#main/core/dispatch/context.ts';
import type { Caller, Services } from '#main/core/handlers.ts';
import type { PdfInput, PrintedPapers } from './print-jobs.ts';
import type { RegisterInput } from './register-export.ts';

const DOCX = '导出公文文档';
const PDF = '生成公文 PDF';
const REGISTER = '导出发文登记簿';

export const paperServices: Services<typeof contract, ServiceContext> = {
  exportRegister(filter, { core, caller }) {
    const input: RegisterInput = filter;
    const name = filter.year === null ? '发文登记簿.xlsx' : `${filter.year}年发文登记簿.xlsx`;
    const job = core.jobs.start('papers.exportRegister', REGISTER, input, (result) =>
      placeWritten(core, caller, { name, operation: 'papers.exportRegister', label: REGISTER }, result),
    );
    return { jobUid: job.uid };
  },

  writePdf(input, { core, caller }) {
    const job = core.jobs.start('papers.writePdf', PDF, input satisfies PdfInput, (result) => {
      const name = `${(result as PrintedPapers).name}.pdf`;
      return placeWritten(core, caller, { name, operation: 'papers.writePdf', label: PDF }, result);
    });
    return { jobUid: job.uid };
  },

  writeDocx(input, { core, caller }) {
    const job = core.jobs.start('papers.writeDocx', DOCX, input, (result) => {
      const name = `${(result as PrintedPapers).name}.docx`;
      return placeWritten(core, caller, { name, operation: 'papers.writeDocx', label: DOCX }, result);
    });
    return { jobUid: job.uid };
  },
};

interface Written {
  /** Of the file, as the clerk finds it. */
  name: string;
  operation: string;
  label: string;
}

/** Puts what a job wrote into the export folder and leaves a line in the log. */
export async function placeWritten(
  core: CoreServices,
  caller: Caller,
  { name, operation, label }: Written,
  result: unknown,
) {
  const { path } = result as { path: string };
  const folder = (await core.read('office.exportFolder', null, caller)) as string;
  const written = core.files.place(path, name, folder);
  await core.record({ name: operation, label, summary: written.name, outcome: 'done' }, caller);
  return written;
}
