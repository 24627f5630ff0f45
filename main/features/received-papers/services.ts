import type { receivedPapers as contract } from '#shared/contract/received-papers.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { placeExport } from '#main/features/files/place-export.ts';

const LABEL = '导出收文登记簿';

export const receivedPaperServices: Services<typeof contract, ServiceContext> = {
  exportRegister(filter, context) {
    const name = filter.year === null ? '收文登记簿.xlsx' : `${filter.year}年收文登记簿.xlsx`;
    const job = context.core.jobs.start('receivedPapers.exportRegister', LABEL, filter, (result) =>
      placeExport(context, { name, operation: 'receivedPapers.exportRegister', label: LABEL }, result),
    );
    return { jobUid: job.uid };
  },
};
