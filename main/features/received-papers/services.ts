import type { ReceivedDetail, receivedPapers as contract } from '#shared/contract/received-papers.ts';
import { AppError } from '#shared/errors.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { keptAttachment } from '#main/features/attachments/kept-attachment.ts';
import { placeExport } from '#main/features/files/place-export.ts';
import type { FormInput, PrintedPapers } from '#main/features/papers/index.ts';
import { startOpening } from '#main/features/tasks/open-text.ts';
import { citationOf } from './citation.ts';

const FORM = '导出收文处理单';
const LABEL = '导出收文登记簿';

export const receivedPaperServices: Services<typeof contract, ServiceContext> = {
  async openText({ uid, attachmentUid }, { core, caller }) {
    const received = (await core.read('receivedPapers.get', { uid }, caller)) as ReceivedDetail;
    const { path, name, subject } = await keptAttachment(attachmentUid, { core, caller });
    if (subject.uid !== uid) throw new AppError('notFound', { what: '这份收文的附件' });
    return startOpening({ path, fileName: name, sourceText: citationOf(received) }, core);
  },

  exportRegister(filter, context) {
    const name = filter.year === null ? '收文登记簿.xlsx' : `${filter.year}年收文登记簿.xlsx`;
    const job = context.core.jobs.start('receivedPapers.exportRegister', LABEL, filter, (result) =>
      placeExport(context, { name, operation: 'receivedPapers.exportRegister', label: LABEL }, result),
    );
    return { jobUid: job.uid };
  },

  writeHandlingForm(input, context) {
    const operation = 'receivedPapers.writeHandlingForm';
    const job = context.core.jobs.start(operation, FORM, input satisfies FormInput, (result) => {
      const name = `${(result as PrintedPapers).name}.${input.format}`;
      return placeExport(context, { name, operation, label: FORM }, result);
    });
    return { jobUid: job.uid };
  },
};
