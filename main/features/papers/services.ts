import type { papers as contract } from '#shared/contract/papers.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { earlierImport } from './earlier-import.ts';
import type { FormInput, PdfInput, PrintedPapers } from './print/jobs.ts';
import type { RegisterInput } from './register-export.ts';

const DOCX = '导出公文文档';
const FORM = '导出发文稿纸';
const PDF = '生成公文 PDF';
const REGISTER = '导出发文登记簿';

export const paperServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(earlierImport),

  exportRegister: (filter, context) =>
    startExport(context, {
      operation: 'papers.exportRegister',
      label: REGISTER,
      input: filter satisfies RegisterInput,
      name: filter.year === null ? '发文登记簿.xlsx' : `${filter.year}年发文登记簿.xlsx`,
    }),

  writePdf: (input, context) =>
    startExport(context, {
      operation: 'papers.writePdf',
      label: PDF,
      input: input satisfies PdfInput,
      name: ({ name }: PrintedPapers) => `${name}.pdf`,
    }),

  writeDocx: (input, context) =>
    startExport(context, {
      operation: 'papers.writeDocx',
      label: DOCX,
      input,
      name: ({ name }: PrintedPapers) => `${name}.docx`,
    }),

  writeDraftForm: (input, context) =>
    startExport(context, {
      operation: 'papers.writeDraftForm',
      label: FORM,
      input: input satisfies FormInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),
};
