import type { credit as contract } from '#shared/contract/credit.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { readTableOf } from '#main/features/files/read-table-of.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { PrintedPapers } from '#main/features/papers/print/index.ts';
import { creditImport } from './import.ts';
import type { ListsInput } from './ledger.ts';
import type { ListFormInput } from './list-form.ts';

export const creditServices: Services<typeof contract, ServiceContext> = {
  readTable: readTableOf(creditImport),

  async exportLists({ day, filter }, context) {
    const today = localDay(Date.now());
    const officeName = await officeNameFor(context);
    const input: ListsInput = { day, filter, officeName, today };
    const name = `消防安全信用名单 ${day}.xlsx`;
    return startExport(context, {
      operation: 'credit.exportLists',
      label: '导出信用名单(Excel)',
      input,
      name,
    });
  },

  writePaper: (choice, context) =>
    startExport(context, {
      operation: 'credit.writePaper',
      label: '导出信用名单',
      input: choice satisfies ListFormInput,
      name: ({ name }: PrintedPapers) => `${name}.${choice.format}`,
    }),
};
