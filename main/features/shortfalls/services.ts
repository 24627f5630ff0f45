import type { shortfalls as contract } from '#shared/contract/shortfalls.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startedBy } from '#main/features/campaigns/index.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import { shortfallImport } from './import.ts';
import type { ShortfallWorkbookInput } from './workbook.ts';

export const shortfallServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(shortfallImport),

  exportTable: ({ itemUid }, context) =>
    startExport(context, {
      operation: 'shortfalls.exportTable',
      label: '导出欠账表',
      input: { itemUid, ...startedBy(context) } satisfies ShortfallWorkbookInput,
      name: ({ name }: PrintedPapers) => `${name}.xlsx`,
    }),
};
