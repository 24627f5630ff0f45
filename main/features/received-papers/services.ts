import type { ReceivedDetail, receivedPapers as contract } from '#shared/contract/received-papers.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { keptAttachment } from '#main/features/attachments/kept-attachment.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { FormInput, PrintedPapers } from '#main/features/papers/print/index.ts';
import { startOpening } from '#main/features/tasks/open-text.ts';
import { citationOf } from './citation.ts';
import { receivedImport } from './import.ts';

const FORM = '导出收文处理单';
const LABEL = '导出收文登记簿';

export const receivedPaperServices: Services<typeof contract, ServiceContext> = {
  async openText({ uid, attachmentUid }, { core, caller }) {
    const received = (await core.read('receivedPapers.get', { uid }, caller)) as ReceivedDetail;
    const { path, name, subject } = await keptAttachment(attachmentUid, { core, caller });
    if (subject.uid !== uid) throw new AppError('notFound', { what: '这份收文的附件' });
    return startOpening({ path, fileName: name, sourceText: citationOf(received) }, core);
  },

  readTable: readTableOf(receivedImport),

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
