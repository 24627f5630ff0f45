import { randomUUID } from 'node:crypto';
import type { collections as contract } from '#shared/contract/collections.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { startExport, startFolderExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { ExportTableInput } from './export-table.ts';
import type { HandedOut, HandOutInput } from './hand-out.ts';
import type { ReadFormInput } from './read-form.ts';

export const collectionServices: Services<typeof contract, ServiceContext> = {
  readForm({ fileToken, sheet, heads }, { core }) {
    const { path } = core.files.uploaded(fileToken);
    const input: ReadFormInput = { path, sheet, heads };
    return { jobUid: core.jobs.start('collections.readForm', '读取自己的表格', input).uid };
  },

  async handOut({ uid, unitUids, as }, context) {
    const { core, caller } = context;
    const office = await officeNameFor(context);
    const input: HandOutInput = { uid, unitUids, as: unitUids.length === 1 ? 'file' : as, office };
    const start = input.as === 'folder' ? startFolderExport : startExport;
    return start(context, {
      operation: 'collections.handOut',
      label: '下发表格',
      input,
      name: ({ name }: HandedOut) => name,
      onPlaced: () => core.write('collections.markHanded', { uid, unitUids }, caller, randomUUID()),
    });
  },

  async exportTable({ uid }, context) {
    const { title } = (await context.core.read('collections.get', { uid }, context.caller)) as {
      title: string;
    };
    return startExport(context, {
      operation: 'collections.exportTable',
      label: '导出收集到的内容',
      input: { uid, today: localDay(Date.now()) } satisfies ExportTableInput,
      name: `${title} 汇总.xlsx`,
    });
  },
};
