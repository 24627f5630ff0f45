import type { receivedPapers as contract } from '#shared/contract/received-papers.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { FormInput, PrintedPapers } from '#main/features/papers/index.ts';

const FORM = '导出收文处理单';
const LABEL = '导出收文登记簿';

export const receivedPaperServices: Services<typeof contract, ServiceContext> = {
  exportRegister: (filter, context) =>
    startExport(context, {
      operation: 'receivedPapers.exportRegister',
      label: LABEL,
      input: filter,
      name: filter.year === null ? '收文登记簿.xlsx' : `${filter.year}年收文登记簿.xlsx`,
    }),

  writeHandlingForm: (input, context) =>
    startExport(context, {
      operation: 'receivedPapers.writeHandlingForm',
      label: FORM,
      input: input satisfies FormInput,
      name: ({ name }: PrintedPapers) => `${name}.${input.format}`,
    }),
};
