import type { papers as contract } from '#shared/contract/papers.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { placeExport } from '#main/features/files/place-export.ts';
import type { FormInput, PdfInput, PrintedPapers } from './print-jobs.ts';
import type { RegisterInput } from './register-export.ts';

const DOCX = '导出公文文档';
const FORM = '导出发文稿纸';
const PDF = '生成公文 PDF';
const REGISTER = '导出发文登记簿';

export const paperServices: Services<typeof contract, ServiceContext> = {
  exportRegister(filter, context) {
    const input: RegisterInput = filter;
    const name = filter.year === null ? '发文登记簿.xlsx' : `${filter.year}年发文登记簿.xlsx`;
    const job = context.core.jobs.start('papers.exportRegister', REGISTER, input, (result) =>
      placeExport(context, { name, operation: 'papers.exportRegister', label: REGISTER }, result),
    );
    return { jobUid: job.uid };
  },

  writePdf(input, context) {
    const job = context.core.jobs.start('papers.writePdf', PDF, input satisfies PdfInput, (result) => {
      const name = `${(result as PrintedPapers).name}.pdf`;
      return placeExport(context, { name, operation: 'papers.writePdf', label: PDF }, result);
    });
    return { jobUid: job.uid };
  },

  writeDocx(input, context) {
    const job = context.core.jobs.start('papers.writeDocx', DOCX, input, (result) => {
      const name = `${(result as PrintedPapers).name}.docx`;
      return placeExport(context, { name, operation: 'papers.writeDocx', label: DOCX }, result);
    });
    return { jobUid: job.uid };
  },

  writeDraftForm(input, context) {
    const job = context.core.jobs.start(
      'papers.writeDraftForm',
      FORM,
      input satisfies FormInput,
      (result) => {
        const name = `${(result as PrintedPapers).name}.${input.format}`;
        return placeExport(context, { name, operation: 'papers.writeDraftForm', label: FORM }, result);
      },
    );
    return { jobUid: job.uid };
  },
};
